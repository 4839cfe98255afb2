import { reinstateSignOn } from '../shared/operations/review/reinstate.ts';
import { decisionCommand } from './decision-command.ts';

export const reinstate = decisionCommand({
  usage: 'reinstate <slug> <id…>',
  summary: 'take a rejection back',
  decide: reinstateSignOn,
  describe: (outcome) => {
    switch (outcome) {
      case 'reinstated':
        return { isDone: true, text: 'reinstated, and counts.' };
      case 'reinstated-organization-has-signed':
        return {
          isDone: true,
          text: 'reinstated, and waits: another signature of the same organization counts by now.',
        };
      case 'reinstated-asked-again':
        return {
          isDone: true,
          text: 'reinstated, and counts once its signer agrees to the letter, which has changed meanwhile.',
        };
      case 'not-rejected':
        return { isDone: false, text: 'is not rejected.' };
      case 'erased':
        return { isDone: false, text: 'has been erased; they can only sign again with another address.' };
      case 'withdrawn':
        return { isDone: false, text: 'has been withdrawn by its signer; only they can sign again.' };
    }
  },
});
