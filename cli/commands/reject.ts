import { rejectSignOn } from '../../shared/operations/deciding/reject.ts';
import { decisionCommand } from '../decision-command.ts';

export const reject = decisionCommand({
  name: 'reject',
  positionals: [{ name: 'slug' }, { name: 'id', isRepeated: true }],
  summary: 'remove sign-ons from the count and the list; `reinstate` undoes it',
  decide: rejectSignOn,
  undo: { outcome: 'rejected', command: 'reinstate' },
  describe: (outcome, slug) => {
    switch (outcome) {
      case 'rejected':
        return {
          isDone: true,
          text: 'rejected. It is not counted or listed.',
        };
      case 'change-rejected':
        return {
          isDone: true,
          text: 'its change is rejected. What was approved stays, and counts as before. This cannot be undone; the signer can send the change again.',
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
      case 'withdrawn':
        return { isDone: false, text: 'was withdrawn by its signer.' };
    }
  },
});
