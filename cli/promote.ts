import { promoteSignOn } from '../shared/operations/review/promote.ts';
import { decisionCommand, refusalText } from './decision-command.ts';

export const promote = decisionCommand({
  name: 'promote',
  positionals: [{ name: 'slug' }, { name: 'id' }],
  summary: 'let a duplicate count for its organization; the one that counted before is kept in reserve',
  decide: promoteSignOn,
  describe: (outcome, slug, id) => {
    switch (outcome) {
      case 'promoted':
        return { isDone: true, text: 'counts for its organization now.' };
      case 'already-holds':
        return { isDone: true, text: 'already counted for its organization.' };
      case 'promoted-instead':
        return {
          isDone: true,
          text: `counts for its organization now. The signature that counted before is kept in reserve, and both signers get an email. To undo this, promote that one; \`campaign sign-ons ${slug} --status duplicate\` shows its id.`,
        };
      case 'waits-for-review':
        return {
          isDone: false,
          text: `is waiting for review. First run \`campaign approve ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'asked-again':
        return refusalText(outcome, slug, id);
      case 'not-waiting':
        return {
          isDone: false,
          text: 'cannot count, because it is not a confirmed signature of an organization.',
        };
    }
  },
});
