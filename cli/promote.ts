import { promoteSignOn } from '../shared/operations/review/promote.ts';
import { decisionCommand } from './decision-command.ts';

export const promote = decisionCommand({
  usage: 'promote <slug> <id>',
  summary: 'give an organization’s vacant place to a sign-on that waits for it',
  decide: promoteSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'promoted':
        return { isDone: true, text: 'now signs for its organization.' };
      case 'already-holds':
        return { isDone: true, text: 'signs for its organization already.' };
      case 'place-is-taken':
        return {
          isDone: false,
          text: 'somebody else signs for this organization; until that is taken back, nobody else can.',
        };
      case 'waits-for-review':
        return { isDone: false, text: `waits for review: \`campaign approve ${slug} ${id}\`.` };
      case 'asked-again':
        return {
          isDone: false,
          text: 'has not agreed to the changed letter yet; only its signer can, by the link in their mails.',
        };
      case 'not-waiting':
        return {
          isDone: false,
          text: 'does not wait for an organization’s place: it is not a confirmed one.',
        };
    }
  },
});
