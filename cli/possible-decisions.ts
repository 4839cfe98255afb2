import type { Evidence } from '../shared/sign-on/evidence.ts';
import { reviewStateOf } from '../shared/sign-on/review-state.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';

export interface PossibleDecision {
  command: string;
  effect: string;
}

/** The decisions that are possible about a sign-on in its state, each as a command with its effect. */
export function possibleDecisions(
  signOn: SignOn,
  { slug, evidence, others }: { slug: string; evidence: readonly Evidence[]; others: readonly SignOn[] },
): PossibleDecision[] {
  const on = (command: string, effect: string) => ({
    command: `campaign ${command} ${slug} ${signOn.id.slice(0, 8)}`,
    effect,
  });
  const merges = others
    .filter(({ kind }) => kind === 'organization' && signOn.kind === 'organization')
    .filter((other) => reviewStateOf(other) === 'counted' && other.organizationKey !== signOn.organizationKey)
    .map((other) => ({
      command: `campaign merge ${slug} ${other.id.slice(0, 8)} ${signOn.id.slice(0, 8)}`,
      effect: 'It is the same organization: only the other one counts.',
    }));
  if (signOn.proposed)
    return [
      on('approve', `The new details replace the earlier ones. ${placeAfterChange(signOn)}`.trim()),
      on('reject', 'What was approved stays. There is no undo.'),
      {
        command: `campaign reject ${slug} ${signOn.id.slice(0, 8)} --with-change`,
        effect: 'It is no longer counted or listed, until you reinstate it.',
      },
    ];
  const isNamesake = evidence.some(({ flag }) => flag === 'same-name');
  switch (reviewStateOf(signOn)) {
    case 'waiting':
      return [
        isNamesake
          ? on('split', 'It is another organization of the same name: both count.')
          : on('approve', 'It counts.'),
        on('reject', 'It is not counted or listed, until you reinstate it.'),
        ...merges,
      ];
    case 'counted':
      return [on('reject', 'It is no longer counted or listed, until you reinstate it.'), ...merges];
    case 'duplicate':
      return [
        on('promote', 'It counts for its organization. If another one counts, that one no longer does.'),
        on('split', 'It is another organization: both count.'),
        on('reject', 'It is put aside, until you reinstate it.'),
      ];
    case 'rejected':
      return [on('reinstate', 'It is again where it was before the rejection.')];
    case 'pending':
    case 'asked':
      return [on('resend', 'The signer gets the email with the link again.')];
    case 'withdrawn':
      return [on('reject', 'Its signer cannot sign again, until you reinstate it.')];
  }
}

/** What becomes of the count if another signature holds the new name. */
function placeAfterChange({ proposedFlags = [] }: SignOn): string {
  const flags = proposedFlags.map(({ flag }) => flag);
  if (flags.includes('same-name')) return 'Another organization of the new name counts: both count then.';
  if (flags.includes('second-domain'))
    return 'Another signature counts for the organization of the new name, so this one no longer counts then.';
  return '';
}
