import { reinstateSignOn } from '../shared/store/review/reinstate.ts';
import { decisionCommand } from './decide.ts';

export const reinstate = decisionCommand({
  usage: 'reinstate <slug> <id…>',
  summary: 'undo a rejection',
  decide: reinstateSignOn,
  say: (outcome) => {
    switch (outcome) {
      case 'reinstated':
        return { isDone: true, words: 'reinstated. It counts.' };
      case 'reinstated-organization-has-signed':
        return {
          isDone: true,
          words: 'reinstated, but does not count: another signature of the same organization counts.',
        };
      case 'reinstated-asked-again':
        return {
          isDone: true,
          words: 'reinstated. It counts when its signer agrees to the changed letter.',
        };
      case 'not-rejected':
        return { isDone: false, words: 'is not rejected.' };
      case 'erased':
        return { isDone: false, words: 'was erased. Its signer can sign again with another address.' };
      case 'withdrawn':
        return { isDone: false, words: 'was withdrawn by its signer. Only the signer can sign again.' };
    }
  },
});
