import type { VNode } from 'preact';
import { campaignPath, inLanguage } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { OwnersView } from '../../sign-on/owners-view.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { CampaignFooter, CampaignLink } from './campaign-links.tsx';
import { CorrectionForm, formValuesOf } from './correction-form.tsx';
import { renderDocument } from './document.tsx';
import { SignOnSummary } from './sign-on-summary.tsx';

interface SignOnPageProps
  extends Pick<OwnersView, 'actions' | 'isChange' | 'isWaiting'>,
    Partial<Pick<OwnersView, 'hasLetterChanged' | 'mustAgreeAgain' | 'isInReview' | 'canSignAgain'>> {
  settings: Settings;
  siteUrl: string;
  kind: SignOn['kind'];
  status: SignOn['status'];
  /** What waits for the button, else what is signed; `language` is the one that its owner reads. */
  shown: Details;
  /** Goes back with the button, so that nobody confirms words that they have not seen. */
  shownHash: string;
  /** The words that its owner can correct here. */
  correctable?: Details | undefined;
  token: string;
}

/**
 * The page behind a signer's link, in the signer's language: what is signed, as it will be printed, and a button for
 * each thing that its owner can do. Opening it changes nothing.
 */
export function signOnPage(props: SignOnPageProps): string {
  const { kind, shown, actions, token, shownHash, correctable, canSignAgain = true } = props;
  const { language } = shown;
  const settings = inLanguage(props.settings, language);
  const t = texts(language).signOn;
  const heading = t.titles[stateOf(props)];
  const action = (name: string) => `/api/sign-ons/${token}/${name}`;
  return renderDocument({
    language,
    title: `${heading} – ${settings.title}`,
    isIndexed: false,
    header: <CampaignLink settings={settings} />,
    footer: <CampaignFooter settings={settings} />,
    children: (
      <>
        <h1>{heading}</h1>
        <Lead {...props} />
        <SignOnSummary kind={kind} details={shown} />
        {actions.includes('confirm') && (
          <form class="action" method="post" action={action('confirm')}>
            <input type="hidden" name="shown" value={shownHash} />
            <button class="button" type="submit">
              {labelOf(props)}
            </button>
          </form>
        )}
        {actions.includes('keep') && <Second action={action('keep')} label={t.keep} hint={t.keepHint} />}
        {actions.includes('correct') && correctable && (
          <details>
            <summary>{t.correctTitle}</summary>
            <p class="note">{t.correctHint}</p>
            <CorrectionForm
              settings={settings}
              kind={kind}
              token={token}
              values={formValuesOf(correctable)}
            />
          </details>
        )}
        {actions.includes('not-me') && (
          <Second action={action('not-me')} label={t.notMe} hint={t.notMeHint} />
        )}
        {actions.includes('withdraw') && (
          <Second
            action={action('withdraw')}
            label={t.withdraw}
            hint={`${t.withdrawHint}${canSignAgain ? ` ${t.withdrawAgain}` : ''}`}
          />
        )}
      </>
    ),
  });
}

type State = 'pending' | 'change' | 'asked' | 'confirmed' | 'waiting' | 'withdrawn' | 'rejected';

/** After a withdrawal, new words with a button are as good as a first time. */
function stateOf({ status, actions, isChange, mustAgreeAgain }: SignOnPageProps): Exclude<State, 'waiting'> {
  if (mustAgreeAgain) return 'asked';
  if (!actions.includes('confirm')) return status;
  return isChange ? 'change' : 'pending';
}

function labelOf(props: SignOnPageProps): string {
  const t = texts(props.shown.language).signOn;
  if (stateOf(props) === 'asked') return t.agree;
  return props.isChange ? t.confirmChange : t.confirm;
}

function Lead(props: SignOnPageProps): VNode {
  const { shown, settings, isWaiting, isInReview, isChange, hasLetterChanged, actions } = props;
  const { canSignAgain = true } = props;
  const t = texts(shown.language).signOn;
  const state = stateOf(props);
  if (state === 'asked')
    return (
      <>
        <p class="lead">{t.leads[actions.includes('confirm') ? 'asked' : 'askedTooLate']}</p>
        <NewLetter settings={settings} language={shown.language} />
        {isChange && <p>{t.askedWithChange}</p>}
      </>
    );
  if (hasLetterChanged && actions.includes('confirm'))
    return (
      <>
        <p class="lead">{t.leads[isChange ? 'change' : 'pending']}</p>
        <div class="box">
          <p>{t.letterNew}</p>
          <NewLetter settings={settings} language={shown.language} />
        </div>
      </>
    );
  if (state === 'rejected')
    return (
      <p class="lead">
        {t.leads.rejected} <a href={`mailto:${settings.sender.replyTo}`}>{settings.sender.replyTo}</a>
      </p>
    );
  if (state === 'withdrawn' && canSignAgain)
    return (
      <p class="lead">
        {t.leads.withdrawn} {t.signAgain}
      </p>
    );
  if (state === 'confirmed' && isInReview) return <p class="lead">{t.leads.inReview}</p>;
  return <p class="lead">{t.leads[state === 'confirmed' && isWaiting ? 'waiting' : state]}</p>;
}

function NewLetter({
  settings,
  language,
}: Pick<SignOnPageProps, 'settings'> & { language: Language }): VNode {
  return (
    <p>
      <a href={`${campaignPath(inLanguage(settings, language))}#letter`}>
        {texts(language).signOn.readLetter}
      </a>
    </p>
  );
}

function Second({ action, label, hint }: { action: string; label: string; hint: string }): VNode {
  return (
    <form class="action" method="post" action={action}>
      <button class="button second" type="submit">
        {label}
      </button>
      <p class="note">{hint}</p>
    </form>
  );
}
