import { approveSignOn } from '../shared/operations/review/approve.ts';
import { decisionCommand } from './decision-command.ts';

export const approve = decisionCommand({
  usage: 'approve <slug> <id…>',
  summary: 'let sign-ons that wait for review count',
  decide: approveSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'approved':
        return { isDone: true, text: 'approved, and counts.' };
      case 'approved-organization-has-signed':
        return {
          isDone: true,
          text: 'approved, and waits: another signature of the same organization counts.',
        };
      case 'approved-asked-again':
        return {
          isDone: true,
          text: 'approved, and counts once its signer agrees to the changed letter.',
        };
      case 'already-approved':
        return { isDone: true, text: 'approved before.' };
      case 'changed':
        return {
          isDone: false,
          text: `has just been corrected by its signer: look again with \`campaign sign-ons ${slug}\`.`,
        };
      case 'not-in-review':
        return { isDone: false, text: 'does not wait for review.' };
      case 'not-confirmed':
        return { isDone: false, text: 'has not been confirmed by its signer yet; only they can.' };
      case 'withdrawn':
        return { isDone: false, text: 'has been withdrawn by its signer; only they can sign again.' };
      case 'rejected':
        return { isDone: false, text: `was rejected: \`campaign reinstate ${slug} ${id}\`.` };
    }
  },
});
