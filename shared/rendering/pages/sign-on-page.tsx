import type { VNode } from 'preact';
import { campaignPath, inLanguage } from '../../campaign/localized-settings.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { OwnersView } from '../../sign-on/owners-view.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { CorrectionForm, formValuesOf } from './correction-form.tsx';
import { renderDocument } from './document.tsx';
import { SavedCorrection, WaitingChange } from './saved-correction.tsx';
import { type Appearance, SignOnSummary } from './sign-on-summary.tsx';

interface SignOnPageProps
  extends Pick<OwnersView, 'actions' | 'isChange' | 'isDuplicate'>,
    Partial<Pick<OwnersView, 'hasLetterChanged' | 'mustAgreeAgain' | 'isInReview' | 'canSignAgain'>> {
  settings: Settings;
  siteUrl: string;
  kind: SignOn['kind'];
  status: SignOn['status'];
  /** The details that wait for confirmation, or else the signed ones. `language` is the language of their owner. */
  shown: Details;
  /** Sent with the button, so that nobody confirms details that they have not seen. */
  shownHash: string;
  /** The details that their owner can correct on the page. */
  correctable?: Details | undefined;
  /** Names of the fields that a correction has just changed. Absent if the page does not follow a correction. */
  saved?: readonly string[] | undefined;
  /**
   * Names of the fields that change once an organizer approves it, while the shown details still count. Their new
   * values are among `correctable`. Absent if no change waits.
   */
  waitingChange?: readonly string[] | undefined;
  isTakenDown?: boolean | undefined;
  token: string;
}

/**
 * The page behind a signer's link, in the signer's language: the signature as the public sees it, and a button for
 * each action that its owner can take. Opening the page changes nothing.
 */
export function signOnPage(props: SignOnPageProps): string {
  const {
    kind,
    shown,
    actions,
    token,
    shownHash,
    correctable,
    saved,
    waitingChange,
    canSignAgain = true,
  } = props;
  const { language } = shown;
  const settings = inLanguage(props.settings, language);
  const t = texts(language).signOn;
  const heading = t.titles[stateOf(props)];
  const action = (name: string) => `/api/sign-ons/${token}/${name}`;
  return renderDocument({
    language,
    title: `${heading} – ${settings.title}`,
    isIndexed: false,
    campaign: settings,
    children: (
      <>
        <h1>{heading}</h1>
        {waitingChange && correctable && (
          <WaitingChange
            kind={kind}
            details={{ ...correctable, language }}
            changed={waitingChange}
            settings={settings}
          />
        )}
        {saved && correctable && !waitingChange && (
          <SavedCorrection
            kind={kind}
            details={{ ...correctable, language }}
            changed={saved}
            settings={settings}
          />
        )}
        <Lead {...props} />
        <SignOnSummary kind={kind} details={shown} appearance={appearanceOf(props)} settings={settings} />
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
            hint={
              props.isTakenDown
                ? t.withdrawHintTakenDown
                : `${isCounted(props) ? t.withdrawHint : t.withdrawHintUncounted}${canSignAgain ? ` ${t.withdrawAgain}` : ''}`
            }
          />
        )}
      </>
    ),
  });
}

type State =
  | 'pending'
  | 'too-late'
  | 'change'
  | 'asked'
  | 'confirmed'
  | 'withdrawn'
  | 'rejected'
  | 'taken-down';

/** After a withdrawal, new details with a button are like a first signature. */
function stateOf({ status, actions, isChange, mustAgreeAgain, isTakenDown }: SignOnPageProps): State {
  if (isTakenDown && (status === 'confirmed' || status === 'pending')) return 'taken-down';
  if (mustAgreeAgain) return 'asked';
  if (!actions.includes('confirm')) return status === 'pending' ? 'too-late' : status;
  return isChange ? 'change' : 'pending';
}

/** Whether the signature counts now. */
const isCounted = (props: SignOnPageProps): boolean =>
  props.status === 'confirmed' && !props.mustAgreeAgain && !props.isDuplicate && !props.isInReview;

function appearanceOf(props: SignOnPageProps): Appearance {
  switch (stateOf(props)) {
    case 'withdrawn':
    case 'rejected':
    case 'taken-down':
    case 'too-late':
      return 'past';
    case 'confirmed':
      if (props.isInReview) return 'review';
      return props.isDuplicate ? 'reserve' : 'confirmed';
    case 'asked':
      return props.actions.includes('confirm') ? 'ahead' : 'past';
    case 'pending':
    case 'change':
      return 'ahead';
  }
}

function labelOf(props: SignOnPageProps): string {
  const t = texts(props.shown.language).signOn;
  if (stateOf(props) === 'asked') return t.agree;
  return props.isChange ? t.confirmChange : t.confirm;
}

function Lead(props: SignOnPageProps): VNode {
  const { shown, settings, isDuplicate, isInReview, isChange, hasLetterChanged, actions } = props;
  const { canSignAgain = true } = props;
  const t = texts(shown.language).signOn;
  const state = stateOf(props);
  if (state === 'taken-down')
    return <p class="lead">{t.leads[props.status === 'confirmed' ? 'taken-down' : 'taken-down-pending']}</p>;
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
        {t.leads.rejected} <a href={`mailto:${settings.sender.replyTo}`}>{settings.sender.replyTo}</a>.
      </p>
    );
  if (state === 'withdrawn' && canSignAgain)
    return (
      <p class="lead">
        {t.leads.withdrawn} {t.signAgain}
      </p>
    );
  if (state === 'confirmed' && isInReview) return <p class="lead">{t.leads.inReview}</p>;
  return <p class="lead">{t.leads[state === 'confirmed' && isDuplicate ? 'duplicate' : state]}</p>;
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
