import type { VNode } from 'preact';
import { campaignPath, textLanguage } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { pageLocation } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { typedAddressId } from './form-script.ts';
import { langAttribute } from './lang-attribute.ts';
import { Share } from './share.tsx';

export type ResultPageName =
  | 'check-your-inbox'
  | 'signed'
  | 'waiting'
  | 'already-signed'
  | 'withdrawn'
  | 'not-you';

/** The page after a button: what happened, and what to do next. It is the same for everyone. */
export function resultPage(
  view: Pick<CampaignView, 'settings' | 'siteUrl'>,
  name: ResultPageName,
  { canSignAgain = name === 'withdrawn' }: { canSignAgain?: boolean } = {},
): string {
  const { settings, siteUrl } = view;
  const { title, summary, language, sender } = settings;
  const t = texts(language);
  const { title: heading, body } = t.results[name];
  const home = campaignPath(settings);
  const address = `${siteUrl}${home}`;
  return renderDocument({
    language,
    title: `${heading} – ${title}`,
    description: summary,
    ...pageLocation(view, `${name}/`),
    isIndexed: false,
    hasFormScript: name === 'check-your-inbox',
    campaign: settings,
    children: (
      <>
        <h1>{heading}</h1>
        {body(sender.address).map((paragraph, index) => (
          <p {...(index === 0 && { class: 'lead' })}>{paragraph}</p>
        ))}
        {name === 'check-your-inbox' && (
          <>
            <p id={typedAddressId} hidden>
              {t.results['check-your-inbox'].sentTo} <strong />
            </p>
            <h2>{t.results['check-your-inbox'].missing}</h2>
            <ul>
              {t.results['check-your-inbox'].reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </>
        )}
        {canSignAgain && <p>{t.results.withdrawn.again}</p>}
        {(name === 'signed' || name === 'waiting') && <ThankYou settings={settings} />}
        {(name === 'signed' || name === 'waiting') && (
          <div class="box">
            <p>
              {t.results.share}
              <br />
              <a href={address}>{address}</a>
            </p>
            <Share language={language} title={title} url={address} />
            <p>
              <a href={`${home}share/`}>{t.shareKit.more}</a>
            </p>
          </div>
        )}
        <p>
          <a href={home}>{t.results.next}</a>
        </p>
      </>
    ),
  });
}

/** The organizers' thanks to signers who have confirmed, and their link. */
function ThankYou({ settings }: Pick<CampaignView, 'settings'>): VNode | null {
  const { thanks, language } = settings;
  if (!thanks) return null;
  return (
    <div class="box" {...langAttribute(textLanguage(settings, 'thanks'), language)}>
      <p>{thanks.text}</p>
      {thanks.link && (
        <p>
          <a class="button" href={thanks.link.url}>
            {thanks.link.label}
          </a>
        </p>
      )}
    </div>
  );
}
