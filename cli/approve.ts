import { approveSignOn } from '../shared/operations/review/approve.ts';
import { decisionCommand } from './decision-command.ts';

export const approve = decisionCommand({
  name: 'approve',
  positionals: [{ name: 'slug' }, { name: 'id', isRepeated: true }],
  summary: 'count sign-ons that wait for review',
  decide: approveSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'approved':
        return { isDone: true, text: 'approved. It counts.' };
      case 'approved-organization-has-signed':
        return {
          isDone: true,
          text: 'approved, but does not count: another signature of the same organization counts.',
        };
      case 'approved-asked-again':
        return {
          isDone: true,
          text: 'approved. It counts when its signer agrees to the changed letter.',
        };
      case 'change-approved':
        return { isDone: true, text: 'its change is approved. The new words are printed.' };
      case 'change-approved-organization-has-signed':
        return {
          isDone: true,
          text: 'its change is approved, and it no longer counts: another signature counts for the organization of the new name.',
        };
      case 'already-approved':
        return { isDone: true, text: 'was already approved.' };
      case 'changed':
        return {
          isDone: false,
          text: `was just corrected by its signer. Review it again: \`campaign sign-ons ${slug}\`.`,
        };
      case 'not-in-review':
        return { isDone: false, text: 'does not wait for review.' };
      case 'not-confirmed':
        return { isDone: false, text: 'is not confirmed yet. Only its signer can confirm it.' };
      case 'withdrawn':
        return { isDone: false, text: 'was withdrawn by its signer. Only the signer can sign again.' };
      case 'rejected':
        return {
          isDone: false,
          text: `was rejected. To undo that: \`campaign reinstate ${slug} ${id.slice(0, 8)}\`.`,
        };
    }
  },
});
