import type { ComponentChildren, VNode } from 'preact';
import { campaignPath } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { signOnKinds } from '../../sign-on/sign-on.ts';
import { safeLine } from '../document/safe-text.ts';
import { plainForm } from '../share/plain-form.ts';
import { pageLocation } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';

/** A picture of the share kit: its file below `share/`, and its size. */
export interface SharePicture {
  name: string;
  format: 'square' | 'story';
  width: number;
  height: number;
}

/** The pictures of the share kit, by their names below `share/`. */
export interface ShareFiles {
  qrCode: string;
  pictures: SharePicture[];
}

/** The campaign's address with the source name by which signatures are counted. */
export const sourceLink = (
  { settings, siteUrl }: Pick<CampaignView, 'settings' | 'siteUrl'>,
  source: string,
): string => `${siteUrl}${campaignPath(settings)}?source=${source}`;

/** What helps to bring people to a letter: links, a QR code, texts, pictures, and HTML for other sites. */
export function sharePage(view: CampaignView, { qrCode, pictures }: ShareFiles): string {
  const { settings, siteUrl, openness } = view;
  const { language, signatories } = settings;
  const [title, summary] = [safeLine(settings.title), safeLine(settings.summary)];
  const t = texts(language).shareKit;
  const folder = `${campaignPath(settings)}share/`;
  const link = (source: string): string => sourceLink(view, source);
  const isOpen = openness === 'open';
  const kinds = signOnKinds.filter((kind) =>
    kind === 'organization' ? signatories.organizations : signatories.individuals,
  );
  return renderDocument({
    language,
    title: `${t.title} – ${title}`,
    description: t.lead,
    ...pageLocation(view, 'share/'),
    isIndexed: false,
    campaign: settings,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <h2>{t.linkTitle}</h2>
        <Copy id="link" label={t.link} text={`${siteUrl}${campaignPath(settings)}`} />
        <p>{t.sources}</p>
        <Copy id="own-link" label={t.ownLink} text={link('flyer')} />
        <h2>{t.qrTitle}</h2>
        <p>{t.qr}</p>
        <p>
          <img src={`${folder}qr.svg`} width="220" height="220" alt={t.qrAlt(title)} />
        </p>
        <ul class="links">
          <li>
            <a href={`${folder}qr.svg`} download>
              {t.qrSvg}
            </a>
          </li>
          <li>
            <a href={`${folder}${qrCode}`} download="qr.png">
              {t.qrPng}
            </a>
          </li>
        </ul>
        <h2>{t.textsTitle}</h2>
        <Copy
          id="mail"
          label={t.mail}
          rows={8}
          text={(isOpen ? t.mailText : t.mailTextLater)(title, summary, link('email'))}
        />
        <Copy
          id="post"
          label={t.post}
          rows={4}
          text={(isOpen ? t.postText : t.postTextLater)(title, link('post'))}
        />
        <Copy
          id="newsletter"
          label={t.newsletter}
          rows={6}
          text={(isOpen ? t.newsletterText : t.newsletterTextLater)(title, summary, link('newsletter'))}
        />
        <h2>{t.picturesTitle}</h2>
        <ul class="links">
          <li>
            <a href={`${campaignPath(settings)}preview.png`} download>
              {t.pictures.link} (1200&nbsp;×&nbsp;630)
            </a>
          </li>
          {pictures.map(({ name, format, width, height }) => (
            <li>
              <a href={`${folder}${name}`} download={`${format}.png`}>
                {t.pictures[format]} ({width}&nbsp;×&nbsp;{height})
              </a>
            </li>
          ))}
        </ul>
        {isOpen && (
          <>
            <h2>{t.formTitle}</h2>
            <p>{t.form}</p>
            {kinds.map((kind) => (
              <Copy
                id={`form-${kind}`}
                label={kinds.length > 1 ? t.forms[kind] : t.formLabel}
                rows={12}
                text={plainForm({ settings, siteUrl, kind, source: 'website' })}
              />
            ))}
          </>
        )}
        <h2>{t.counterTitle}</h2>
        <p>{t.counter}</p>
        <Copy
          id="counter"
          label={t.counterLabel}
          rows={2}
          text={`<script src="${siteUrl}${campaignPath(settings)}embed.js"></script>`}
        />
      </>
    ),
  });
}

/** A text to copy. A click into it can select all of it. */
function Copy({
  id,
  label,
  text,
  rows,
}: {
  id: string;
  label: ComponentChildren;
  text: string;
  rows?: number;
}): VNode {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" id={id} value={text} readonly />
      ) : (
        <textarea id={id} rows={rows} readonly>
          {text}
        </textarea>
      )}
    </div>
  );
}
