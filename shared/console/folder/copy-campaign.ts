import { setInYaml } from '../../campaign-folder/edit-yaml.ts';
import { quotesIn, withApproval } from './quotes.ts';

/** Keys that are of one campaign: its times, and where its letter is. */
const ownKeys = [
  ['opens'],
  ['closes'],
  ['letterUrl'],
  ['publication', 'notBefore'],
  ['publication', 'atNotBefore'],
];

/** Files that belong to one campaign's people. */
const privateFiles = ['press-list.csv', 'invited.csv'];

/**
 * The files of a campaign that is made as a copy: texts and settings, without times, press list and approvals, listed
 * nowhere.
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
