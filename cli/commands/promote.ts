import { promoteSignOn } from '../../shared/operations/deciding/promote.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { findClaim } from '../../shared/table/claims.ts';
import type { Store } from '../../shared/table/table.ts';
import { decisionCommand, refusalText } from '../decision-command.ts';

export const promote = decisionCommand({
  name: 'promote',
  positionals: [{ name: 'slug' }, { name: 'id' }],
  summary: 'let a duplicate count for its organization; the one that counted before is kept in reserve',
  decide: promoteSignOn,
  findFormer,
  countedAfter: (outcome, signOn) => (outcome === 'promoted' ? [signOn] : []),
  describe: (outcome, slug, id, { former }) => {
    switch (outcome) {
      case 'promoted':
        return { isDone: true, text: 'counts for its organization now.' };
      case 'already-holds':
        return { isDone: true, text: 'already counted for its organization.' };
      case 'promoted-instead':
        return {
          isDone: true,
          text: `counts for its organization now. The signature that counted before is kept in reserve, and both signers get an email. To undo this: \`campaign promote ${slug} ${former?.slice(0, 8) ?? '<id>'}\`.`,
        };
      case 'waits-for-review':
        return {
          isDone: false,
          text: `is waiting for review. First run \`campaign approve ${slug} ${id.slice(0, 8)}\`.`,
        };
      case 'asked-again':
      case 'changed':
      case 'evidence-added':
        return refusalText(outcome, slug, id);
      case 'not-waiting':
        return {
          isDone: false,
          text: 'cannot count, because it is not a confirmed signature of an organization.',
        };
    }
  },
});

/** The sign-on that counts for the organization until the other one is promoted. */
async function findFormer(store: Store, { slug, id, organizationKey }: SignOn): Promise<string | undefined> {
  if (organizationKey === undefined) return undefined;
  return (await findClaim(store, { slug, organizationKey, id })).claim.holder;
}
