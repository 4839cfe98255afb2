import { rejectSignOn } from '../shared/store/review/reject.ts';
import { decisionCommand } from './decide.ts';

export const reject = decisionCommand({
  usage: 'reject <slug> <id…>',
  summary: 'remove sign-ons from the count and the list; `reinstate` undoes it',
  decide: rejectSignOn,
  say: (outcome, slug, id) => {
    switch (outcome) {
      case 'rejected':
        return {
          isDone: true,
          words: `rejected. It is not counted or listed. To undo this: \`campaign reinstate ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'already-rejected':
        return { isDone: true, words: 'was already rejected.' };
      case 'not-confirmed':
        return { isDone: false, words: 'is not confirmed, so there is nothing to reject.' };
      case 'withdrawn':
        return { isDone: false, words: 'was withdrawn by its signer.' };
    }
  },
});
