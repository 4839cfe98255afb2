import { isDeepStrictEqual } from 'node:util';
import type { Campaign } from '../../campaign/campaign.ts';
import { textFile } from '../../campaign-folder/check-files.ts';
import { readRelease } from '../../campaign-folder/release.ts';
import { hasInvitedChanges } from '../../operations/applying/invited-changes.ts';
import type { CampaignPlan } from '../../operations/applying/plan.ts';

/** Keys of settings that follow from the texts, or that an editor may change. */
const editorsSettings = ['summary', 'translations', 'protectedNames'];
const isEditorsKey = (key: string): boolean => key === 'summary' || / in letter\.[a-z]+\.md$/.test(key);

/**
 * The changes in a plan that only an owner may apply, by names that people know. `stored` is the campaign that the
 * stored folder gives by today's rules. It is undefined if that folder has mistakes by today's rules. Then nothing
 * can be compared, and an owner must correct the folder.
 */
export function ownersChanges(plan: CampaignPlan, stored: Campaign | undefined): string[] {
  const { campaign, changes, press, invited, opensGate } = plan;
  const named = changes
    .map(({ key }) => key)
    .filter((key) => !isEditorsKey(key) && key !== 'quotes approved');
  const isPressChanged = press.added.length + press.changed.length + press.removed.length > 0;
  const all = [
    ...named,
    ...(named.length === 0 ? otherSettings(stored, campaign) : []),
    ...(approvesOtherQuotes(stored, campaign) ? ['quotes[].approved'] : []),
    ...(isPressChanged ? ['press-list.csv'] : []),
    ...(hasInvitedChanges(invited) ? ['invited.csv'] : []),
    ...(opensGate ? ['publication'] : []),
  ];
  return [...new Set(all)];
}

/**
 * Keys that differ although the plan names no change. A developer who adds a key to the settings may forget to name
 * its changes.
 */
function otherSettings(stored: Campaign | undefined, campaign: Campaign): string[] {
  if (!stored) return ['campaign.yaml'];
  const partsOf = ({ settings, gate }: Campaign): Record<string, unknown> =>
    JSON.parse(JSON.stringify({ ...settings, ...gate, quotesApproved: undefined }));
  const [was, is] = [partsOf(stored), partsOf(campaign)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => !editorsSettings.includes(key) && !isDeepStrictEqual(was[key], is[key]),
  );
}

/**
 * An approval belongs to the words of a quote. An editor may remove or reword an approved quote, which is then not
 * approved. An editor may not approve other words, or take back the approval of the same words.
 */
function approvesOtherQuotes(stored: Campaign | undefined, campaign: Campaign): boolean {
  const was = quotesByFile(stored);
  return [...quotesByFile(campaign)].some(([file, is]) => {
    const before = was.get(file) ?? { approved: new Set(), unapproved: new Set() };
    return (
      [...is.approved].some((words) => !before.approved.has(words)) ||
      [...is.unapproved].some((words) => before.approved.has(words))
    );
  });
}

function quotesByFile(campaign: Campaign | undefined) {
  const [own, ...translations] = campaign?.texts ?? [];
  const releases = [
    ...(own ? [{ file: textFile('release'), source: own.release }] : []),
    ...translations.map(({ language, release }) => ({
      file: textFile('release', language),
      source: release,
    })),
  ];
  return new Map(
    releases.map(({ file, source }) => {
      const quotes = source === undefined ? [] : (readRelease(source).keys?.quotes ?? []);
      const wordsOf = (isApproved: boolean): Set<string> =>
        new Set(
          quotes
            .filter(({ approved }) => approved === isApproved)
            .map(({ text, attribution, lead }) => JSON.stringify([text, attribution, lead])),
        );
      return [file, { approved: wordsOf(true), unapproved: wordsOf(false) }];
    }),
  );
}
