import { type RejectOutcome, rejectSignOn } from '../../shared/operations/deciding/reject.ts';
import type { Command } from '../command.ts';
import { type Decision, decisionCommand, runDecision } from '../decision-command.ts';

const rejection = {
  name: 'reject',
  positionals: [{ name: 'slug' }, { name: 'id', isRepeated: true }],
  summary: 'remove sign-ons from the count and the list; `reinstate` undoes it',
  decide: rejectSignOn,
  undo: { outcome: 'rejected', command: 'reinstate' },
  describe: (outcome: RejectOutcome, slug: string) => {
    switch (outcome) {
      case 'rejected':
        return {
          isDone: true,
          text: 'rejected. It is not counted or listed.',
        };
      case 'change-rejected':
        return {
          isDone: true,
          text: 'its change is rejected. What was approved stays, and counts as before. This cannot be undone; the signer can send the change again. To reject the sign-on with its change, add --with-change.',
        };
      case 'changed':
        return {
          isDone: false,
          text: `has just been changed. Review it again: \`campaign sign-ons ${slug}\`.`,
        };
      case 'already-rejected':
        return { isDone: true, text: 'was already rejected.' };
      case 'not-confirmed':
        return { isDone: false, text: 'is not confirmed, so there is nothing to reject.' };
    }
  },
} satisfies Decision<RejectOutcome>;

export const reject: Command = {
  ...decisionCommand(rejection),
  optionsUsage: '[--with-change]',
  options: { 'with-change': { type: 'boolean' } },
  run: (invocation) =>
    runDecision(invocation.options['with-change'] === true ? rejectionWithChange : rejection, invocation),
};

/** While a change waits, it rejects the sign-on and not only the change: its signer could always send another one. */
const rejectionWithChange: Decision<RejectOutcome> = {
  ...rejection,
  isWithChange: true,
  decide: (store, deciding) => rejectSignOn(store, { ...deciding, isWithChange: true }),
};
