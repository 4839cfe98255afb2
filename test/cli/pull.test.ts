import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readCampaign } from '../../shared/campaign-folder/read-campaign.ts';
import { folderFiles } from '../../shared/campaign-folder/write-folder.ts';
import { readAllInvited } from '../../shared/operations/inviting/invited.ts';
import { aCampaignYaml, aFolder } from '../campaign-folder/a-folder.ts';
import { slug } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

const scratch = await mkdtemp(join(tmpdir(), 'undersigned-pull-'));
afterAll(() => rm(scratch, { recursive: true }));

const everything = aCampaignYaml
  .replace(
    'publication:\n',
    'opens: 2026-11-01T09:00\ncloses: 2026-12-31T23:59\nvisibility: link\nshowProgress: false\npublication:\n',
  )
  .replace(
    '  notBefore: 2026-12-02T10:00\n',
    '  notBefore: 2026-12-02T10:00\n  atNotBefore: { organizations: 150 }\n  window: { days: [mon, tue], from: "09:00", to: "17:00" }\n',
  )
  .replace(
    'review: none\n',
    'delivery: { by: email, to: [commission@example.org], cc: [] }\nletterUrl: https://example.org/letter\nreview: before-counting\nlist: { groupBy: region, leads: ["Yes: No, #1"] }\nattestation: "I am authorized: truly."\n',
  );

test.each([aCampaignYaml, everything])('the files of a campaign make the same campaign again', (yaml) => {
  const { campaign: read, mistakes } = readCampaign(aFolder({ 'campaign.yaml': yaml }), 'harbor-trees');
  expect(mistakes).toEqual([]);
  if (!read) throw new Error('the folder has mistakes');
  const [own, ...translations] = read.texts;
  const { source: _, ...applied } = read;
  const files = folderFiles({ ...applied, letter: own.letter, release: own.release, translations });
  expect(readCampaign(files, 'harbor-trees').campaign).toEqual({ ...applied, source: expect.any(String) });
});

test('pull writes a folder that changes nothing when it is applied, and replaces no file', async () => {
  const { store } = await freshStore();
  await campaign(['apply', await folderOnDisk(), '--yes'], { store });
  const out = join(scratch, slug);
  expect(await campaign(['pull', slug, '--out', out], { store })).toMatchObject({ exit: 0, error: '' });
  expect((await campaign(['apply', out, '--yes'], { store })).out).toContain('already matches the folder');
  expect(await campaign(['pull', slug, '--out', out], { store })).toMatchObject({
    exit: 1,
    error: expect.stringContaining('is not empty'),
  });
  expect(await readFile(join(out, 'campaign.yaml'), 'utf8')).toBe(aCampaignYaml);
  expect((await campaign(['pull', 'no-letter', '--out', join(scratch, 'x')], { store })).exit).toBe(1);
  expect((await campaign(['pull', slug], { store })).exit).toBe(2);
});

test('the invited organizations come back by name, and only an owner of the file can read it', async () => {
  const { store } = await freshStore();
  const list = 'organization,email,website\nPier Elders,,pier.example.org\nDock Choir,ben@example.org,\n';
  const folder = await folderOnDisk({ 'invited.csv': list });
  const { out: planned } = await campaign(['apply', folder, '--yes'], { store });
  expect(planned).toContain(
    '  invited.csv\n    + Pier Elders, pier.example.org\n    + Dock Choir, ben@example.org',
  );
  const out = join(scratch, 'invited', slug);
  await campaign(['pull', slug, '--out', out], { store });
  expect(await readFile(join(out, 'invited.csv'), 'utf8')).toBe(
    'organization,email,website\nDock Choir,ben@example.org,\nPier Elders,,pier.example.org\n',
  );
  expect((await stat(join(out, 'invited.csv'))).mode & 0o777).toBe(0o600);
  expect((await campaign(['apply', out, '--yes'], { store })).out).toContain('already matches the folder');

  const shorter = await folderOnDisk({
    'invited.csv': 'organization,email\nThe Dock Choir,ana@example.org\n',
  });
  const changed = await campaign(['apply', shorter, '--yes', '--json'], { store });
  expect(JSON.parse(changed.out).changed).toEqual(['invited organizations']);
  expect((await readAllInvited(store, slug)).map(({ organization, email }) => [organization, email])).toEqual(
    [['The Dock Choir', 'ana@example.org']],
  );
  await campaign(['apply', await folderOnDisk(), '--yes'], { store });
  expect(await readAllInvited(store, slug)).toEqual([]);
});

test('comments and order of campaign.yaml are kept, and a change to only these is applied', async () => {
  const { store } = await freshStore();
  const pulled = async (out: string) => {
    await campaign(['pull', slug, '--out', join(scratch, out, slug)], { store });
    return await readFile(join(scratch, out, slug, 'campaign.yaml'), 'utf8');
  };
  const commented = `# Ask Ana before June.\n${aCampaignYaml}# The end.\n`;
  await campaign(['apply', await folderOnDisk({ 'campaign.yaml': commented }), '--yes'], { store });
  expect(await pulled('first')).toBe(commented);
  const changed = commented.replace('June', 'July');
  const { out } = await campaign(['apply', await folderOnDisk({ 'campaign.yaml': changed }), '--yes'], {
    store,
  });
  expect(out).toContain('+ # Ask Ana before July.');
  expect(await pulled('second')).toBe(changed);
});
