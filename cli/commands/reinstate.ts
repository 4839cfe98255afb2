import { reinstateSignOn } from '../../shared/operations/deciding/reinstate.ts';
import { decisionCommand, refusalText } from '../decision-command.ts';

export const reinstate = decisionCommand({
  name: 'reinstate',
  positionals: [{ name: 'slug' }, { name: 'id', isRepeated: true }],
  summary: 'undo a rejection; what waited for review before waits again',
  decide: reinstateSignOn,
  countedAfter: (outcome, signOn) => (outcome === 'reinstated' ? [signOn] : []),
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'reinstated':
        return { isDone: true, text: 'reinstated. It counts.' };
      case 'reinstated-in-review':
        return {
          isDone: true,
          text: `reinstated. It waits for review: as before, or because something new speaks against it. To count it: \`campaign approve ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'reinstated-organization-has-signed':
        return {
          isDone: true,
          text: 'reinstated, but does not count: another signature of the same organization counts.',
        };
      case 'reinstated-asked-again':
        return {
          isDone: true,
          text: 'reinstated. It counts when its signer agrees to the changed letter, unless another signature of the same organization counts by then.',
        };
      case 'reinstated-withdrawn':
        return { isDone: true, text: 'reinstated. It is withdrawn, as before. Its signer can sign again.' };
      case 'not-rejected':
        return { isDone: false, text: 'is not rejected.' };
      case 'erased':
        return { isDone: false, text: 'was erased. Its signer can sign again with another address.' };
      case 'withdrawn':
        return refusalText(outcome, slug, id);
    }
  },
});
