import { setInYaml } from '../../campaign-folder/edit-yaml.ts';
import { quotesIn, withApproval } from './quotes.ts';

/** Keys that belong to one campaign only: its times, and the address of its letter. */
const ownKeys = [
  ['opens'],
  ['closes'],
  ['letterUrl'],
  ['publication', 'notBefore'],
  ['publication', 'atNotBefore'],
];

/** Files with data about people of one campaign. */
const privateFiles = ['press-list.csv', 'invited.csv'];

/**
 * The files for a copy of a campaign: texts and settings, without times, press list and approvals, and not listed
 * publicly.
 */
export function copiedFiles(files: ReadonlyMap<string, string>, slug: string): Map<string, string> {
  const yaml = ownKeys.reduce(
    (text, path) => setInYaml(text, path, undefined),
    files.get('campaign.yaml') ?? '',
  );
  const copy = new Map([...files].filter(([name]) => !privateFiles.includes(name)));
  copy.set('campaign.yaml', setInYaml(setInYaml(yaml, ['slug'], slug), ['visibility'], 'link'));
  return quotesIn(copy)
    .filter(({ isApproved }) => isApproved)
    .reduce((all, each) => withApproval(all, { ...each, isApproved: false }) ?? all, copy);
}
