import { mistakesIn } from '../../shared/campaign-folder/in-words.ts';
import { readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import { applyCampaign } from '../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../shared/operations/applying/plan.ts';
import { aCampaignYaml, aFolder, aRelease } from '../campaign-folder/a-folder.ts';
import { type ConsoleResponse, type Desk, newDesk, type RequestOptions } from './console.ts';
import { newIds } from './ids.ts';
import { slug, testAddressKey } from './records.ts';

const organizers = `organizers: # whoever decides
  - { name: Ana Ruiz, email: owner@example.org }
  - { name: Second, email: second@example.org, role: owner }
  - { name: Ed, email: editor@example.org, role: editor }
  - { name: Vi, email: viewer@example.org, role: viewer }
`;

/** A `campaign.yaml` with comments, and with an organizer of each role. */
export const commentedYaml = `# Ask Ana before June.\n${aCampaignYaml
  .replace(/^organizers:.*\n/m, organizers)
  .replace('  notBefore: 2026-12-02T10:00\n', '')}`;

/** A `release.md` with a comment, an approved quote and one that is not. */
export const commentedRelease = aRelease.replace(
  'quotes: [{ text: "Keep them,", attribution: said Ana Ruiz., approved: true }]',
  `quotes:
  # Ana agreed by phone.
  - { text: "Keep them,", attribution: said Ana Ruiz., approved: true }
  - { text: "Please,", attribution: said Ben Okafor. }`,
);

export const commentedFolder = (changed: Record<string, string | null> = {}): Map<string, string> =>
  aFolder({ 'campaign.yaml': commentedYaml, 'release.md': commentedRelease, ...changed });

const people = ['owner', 'second', 'editor', 'viewer'] as const;
export type Person = (typeof people)[number];

/** The console with a campaign that was applied from a folder, and its organizers signed in. */
export interface FolderDesk extends Desk {
  cookies: Record<Person, string>;
  /** Applies a folder with these files changed, as from a terminal. */
  apply(changed: Record<string, string | null>): Promise<void>;
  askAs(who: Person, path: string, asked?: RequestOptions): Promise<ConsoleResponse>;
  /** The stored files and their version. */
  stands(): Promise<{ files: Record<string, string>; version: string }>;
}

export async function newFolderDesk(): Promise<FolderDesk> {
  const desk = newDesk();
  const apply = async (changed: Record<string, string | null>): Promise<void> => {
    const { campaign, mistakes } = readCampaign(commentedFolder(changed), slug);
    if (!campaign) throw new Error(JSON.stringify(mistakesIn('en', mistakes)));
    const now = desk.now();
    const plan = await planCampaign(desk.store, { campaign, addressKey: testAddressKey, now });
    await applyCampaign(desk.store, { plan, now, ...newIds() });
  };
  await apply({});
  const cookies = { owner: '', second: '', editor: '', viewer: '' };
  for (const who of people) cookies[who] = await desk.signIn(`${who}@example.org`);
  const askAs = (who: Person, path: string, asked: RequestOptions = {}) =>
    desk.ask(`/console/${slug}/${path}`, { cookie: cookies[who], ...asked });
  const stands = async () => (await askAs('owner', 'folder')).json;
  return { ...desk, cookies, apply, askAs, stands };
}
