import type { VNode } from 'preact';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import type { Decision } from '../permissions.ts';
import type { SignOnDetails } from '../sign-on-details.ts';
import type { CampaignFrame } from './campaign-tabs.tsx';

const keys: Partial<Record<Decision, string>> = { approve: 'a', reject: 'r', split: 's', merge: 'm' };

/** The decisions that are possible about a sign-on in its current state. */
function offeredFor({ status, kind, proposed, canSplit }: SignOnDetails): Decision[] {
  // While a change waits, a decision is about the change.
  if (proposed) return ['approve', 'reject'];
  switch (status) {
    case 'waiting':
      if (kind !== 'organization') return ['approve', 'reject'];
      return ['approve', 'reject', ...(canSplit ? (['split'] as const) : []), 'merge'];
    case 'counted':
      return kind === 'organization' ? ['reject', 'merge', 'resend'] : ['reject', 'resend'];
    case 'duplicate':
      return ['promote', 'split', 'reject', 'resend'];
    case 'asked':
      return ['reject', 'resend'];
    case 'rejected':
      return ['reinstate'];
    case 'pending':
      return ['resend'];
    case 'withdrawn':
      return ['reject'];
  }
}

function hintOf(
  decision: Decision,
  { proposed }: SignOnDetails,
  { hints, changeHints }: ConsoleCatalog['decisions'],
): string {
  if (proposed && decision === 'approve') return changeHints.approve;
  if (proposed && decision === 'reject') return changeHints.reject;
  return hints[decision];
}

/** A button for each decision, with its effect and how to undo it. */
export function DecisionForms({
  frame: { language, slug },
  details,
  review,
}: {
  frame: CampaignFrame;
  details: SignOnDetails;
  /** Set in the review, which goes on with the next sign-on. */
  review?: { skipped: readonly string[] };
}): VNode {
  const t = consoleTexts(language).decisions;
  const [last] = details.history;
  return (
    <div class="decisions">
      {offeredFor(details).map((decision, index) => (
        <form class="action" method="post" action={`/console/${slug}/sign-ons/${details.id}/${decision}`}>
          {last && <input type="hidden" name="seen" value={last.id} />}
          {details.shown && <input type="hidden" name="shown" value={details.shown} />}
          {details.proposed && <input type="hidden" name="change" value="yes" />}
          {review && <input type="hidden" name="from" value="review" />}
          {review && review.skipped.length > 0 && (
            <input type="hidden" name="skip" value={review.skipped.join(',')} />
          )}
          {decision === 'merge' && <MergeField language={language} details={details} />}
          <button
            class={index === 0 ? 'button' : 'button second'}
            type="submit"
            {...(keys[decision] && { 'data-key': keys[decision] })}
          >
            {t[decision]}
          </button>
          <p class="note">{hintOf(decision, details, t)}</p>
        </form>
      ))}
    </div>
  );
}

type Similar = SignOnDetails['similar'][number];

/** Chooses the sign-on that counts for both: one in the evidence, or another one by its name. */
function MergeField({ language, details }: { language: Language; details: SignOnDetails }): VNode {
  const t = consoleTexts(language).decisions;
  const counted = details.similar.filter(({ status }) => status === 'counted');
  const placed = ({ name, place }: Similar): string => safeLine(place ? `${name} (${place})` : name);
  // Two organizations may have one name and one place.
  const label = (each: Similar): string =>
    counted.some((other) => other !== each && placed(other) === placed(each))
      ? `${placed(each)} – ${safeLine(each.email)}`
      : placed(each);
  return (
    <div class="field">
      <label for="into">{t.into}</label>
      {counted.length > 0 ? (
        <select id="into" name="into">
          {counted.map((each) => (
            <option value={each.id}>{label(each)}</option>
          ))}
        </select>
      ) : (
        <input type="text" id="into" name="into" autocomplete="off" spellcheck={false} required />
      )}
    </div>
  );
}
