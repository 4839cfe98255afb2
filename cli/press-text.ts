import type { PressOutcomes, readPressOutcomes } from '../shared/operations/mailing/press-outcomes.ts';

const kindWords = {
  embargo: 'embargoed copies',
  release: 'press releases',
  correction: 'corrections',
} as const;

const stateWords: Record<keyof PressOutcomes, string> = {
  sent: 'sent',
  delivered: 'delivered',
  bounced: 'bounced',
  claimed: 'being sent',
  refused: 'refused',
  unknown: 'not known yet',
};

/** The outcomes of the emails to the press, one line for each kind. */
export function pressLines(kinds: Awaited<ReturnType<typeof readPressOutcomes>>): string[] {
  return kinds.flatMap(({ kind, outcomes }) => {
    const states = (['delivered', 'sent', 'claimed', 'unknown', 'bounced', 'refused'] as const).flatMap(
      (state) => (outcomes[state] === undefined ? [] : [`${outcomes[state]} ${stateWords[state]}`]),
    );
    return states.length > 0 ? [`  press emails    ${kindWords[kind]}: ${states.join(', ')}`] : [];
  });
}
