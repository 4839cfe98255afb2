import { promoteSignOn } from '../shared/operations/review/promote.ts';
import { decisionCommand } from './decision-command.ts';

export const promote = decisionCommand({
  name: 'promote',
  positionals: [{ name: 'slug' }, { name: 'id' }],
  summary: 'let a waiting sign-on count for an organization that has lost its signature',
  decide: promoteSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'promoted':
        return { isDone: true, text: 'counts for its organization now.' };
      case 'already-holds':
        return { isDone: true, text: 'already counted for its organization.' };
      case 'place-is-taken':
        return {
          isDone: false,
          text: 'cannot count, because another signature of this organization counts. That one must be withdrawn or rejected first.',
        };
      case 'waits-for-review':
        return {
          isDone: false,
          text: `waits for review. First run \`campaign approve ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'asked-again':
        return {
          isDone: false,
          text: 'has not agreed to the changed letter yet. Only its signer can, with the link in our emails.',
        };
      case 'not-waiting':
        return {
          isDone: false,
          text: 'cannot count, because it is not a confirmed signature of an organization.',
        };
    }
  },
});
