import { rejectSignOn } from '../shared/operations/review/reject.ts';
import { decisionCommand } from './decision-command.ts';

export const reject = decisionCommand({
  usage: 'reject <slug> <id…>',
  summary: 'take sign-ons off, counted or not, until you reinstate them',
  decide: rejectSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'rejected':
        return {
          isDone: true,
          text: `rejected, and neither counted nor listed. To take it back: \`campaign reinstate ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'already-rejected':
        return { isDone: true, text: 'rejected before.' };
      case 'not-confirmed':
        return { isDone: false, text: 'has not been confirmed, so there is nothing to reject yet.' };
      case 'withdrawn':
        return { isDone: false, text: 'has been withdrawn by its signer already.' };
    }
  },
});
