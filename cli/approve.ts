import { approveSignOn } from '../shared/operations/review/approve.ts';
import { decisionCommand } from './decide.ts';

export const approve = decisionCommand({
  usage: 'approve <slug> <id…>',
  summary: 'let sign-ons that wait for review count',
  decide: approveSignOn,
  say: (outcome, slug, id) => {
    switch (outcome) {
      case 'approved':
        return { isDone: true, words: 'approved, and counts.' };
      case 'approved-organization-has-signed':
        return {
          isDone: true,
          words: 'approved, and waits: another signature of the same organization counts.',
        };
      case 'approved-asked-again':
        return {
          isDone: true,
          words: 'approved, and counts once its signer agrees to the changed letter.',
        };
      case 'already-approved':
        return { isDone: true, words: 'approved before.' };
      case 'changed':
        return {
          isDone: false,
          words: `has just been corrected by its signer: look again with \`campaign sign-ons ${slug}\`.`,
        };
      case 'not-in-review':
        return { isDone: false, words: 'does not wait for review.' };
      case 'not-confirmed':
        return { isDone: false, words: 'has not been confirmed by its signer yet; only they can.' };
      case 'withdrawn':
        return { isDone: false, words: 'has been withdrawn by its signer; only they can sign again.' };
      case 'rejected':
        return { isDone: false, words: `was rejected: \`campaign reinstate ${slug} ${id}\`.` };
    }
  },
});
