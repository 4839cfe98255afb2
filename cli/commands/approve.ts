import { approveSignOn } from '../../shared/operations/deciding/approve.ts';
import { decisionCommand, refusalText } from '../decision-command.ts';
import { changeText } from '../sign-on-text.ts';

export const approve = decisionCommand({
  name: 'approve',
  positionals: [{ name: 'slug' }, { name: 'id', isRepeated: true }],
  summary: 'count sign-ons that are waiting for review',
  decide: approveSignOn,
  countedAfter: (outcome, signOn) =>
    outcome === 'approved' || outcome === 'change-approved' ? [signOn] : [],
  describe: (outcome, slug, id, { signOn }) => {
    // A signer can send other words until the command decides.
    const words = changeText(signOn);
    const change = words ? ` (${words})` : '';
    switch (outcome) {
      case 'approved':
        return { isDone: true, text: 'approved. It counts.' };
      case 'approved-organization-has-signed':
        return {
          isDone: true,
          text: `approved, but does not count: another signature of the same organization counts. If it is another organization: \`campaign split ${slug} ${id.slice(0, 8)}\`. If it should count instead: \`campaign promote ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'approved-asked-again':
        return {
          isDone: true,
          text: 'approved. It counts when its signer agrees to the changed letter.',
        };
      case 'change-approved':
        return {
          isDone: true,
          text: `its change is approved${change}. The new details replace the earlier ones. This cannot be undone; only the signer can change them again.`,
        };
      case 'change-approved-asked-again':
        return {
          isDone: true,
          text: `its change is approved${change}. It counts when its signer agrees to the changed letter.`,
        };
      case 'change-approved-organization-has-signed':
        return {
          isDone: true,
          text: `its change is approved${change}, and it no longer counts: another signature counts for the organization of the new name. If it is another organization: \`campaign split ${slug} ${id.slice(0, 8)}\`. If it should count instead: \`campaign promote ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'already-approved':
        return { isDone: true, text: 'was already approved.' };
      case 'not-in-review':
        return { isDone: false, text: 'is not waiting for review.' };
      case 'changed':
      case 'evidence-added':
      case 'not-confirmed':
      case 'withdrawn':
      case 'rejected':
        return refusalText(outcome, slug, id);
    }
  },
});
