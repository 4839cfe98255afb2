import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { readFolder } from '../../cli/read-folder.ts';
import { setPaused } from '../../shared/operations/publishing/campaign-commands.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import { artifactRenderer } from '../../shared/site/artifacts.ts';
import { localFiles } from '../../shared/site/preview/local-files.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { aCampaignYaml, aRelease } from '../campaign-folder/a-folder.ts';
import { circle, svg } from '../rendering/logo/pictures.ts';
import { newIds } from '../support/ids.ts';
import { readPdf } from '../support/read-pdf.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { newSite } from '../support/site.ts';
import { freshStore, seed, signOnsOf } from '../support/store.ts';
import { strangeNames } from '../support/strange-names.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

const scratch: string[] = [];
afterAll(async () => {
  for (const folder of scratch) await rm(folder, { recursive: true });
});
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-preview-'));
  scratch.push(folder);
  return folder;
}

/** Every file below a folder's `slug`, by its path, as bytes. */
async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(join(folder, slug), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map(async (path) => [relative(folder, path), await readFile(path)] as const);
  return new Map(await Promise.all(files));
}

describe('campaign preview', () => {
  test('writes site, PDFs, picture and emails with as many invented signatories as the threshold needs', async () => {
    const out = await emptyFolder();
    const { exit, error, out: said } = await campaign(['preview', await folderOnDisk(), '--out', out]);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(said).toContain('170 organizations and 0 people, all invented');
    const text = async (name: string) => readFile(join(out, name), 'utf8');
    expect(await text(`${slug}/release.txt`)).toContain(
      '170 Organizations Urge Commission to Keep the Trees',
    );
    expect(await text(`${slug}/letter/index.html`)).toContain(`href="/${slug}/letter.pdf"`);
    const pdf = readPdf(await readFile(join(out, slug, 'letter.pdf')));
    expect(pdf.pages.map((page) => page.text).join('\n')).toContain('Signed by 170 organizations');
    expect((await readFile(join(out, slug, 'preview.png'))).toString('latin1', 1, 4)).toBe('PNG');
    const mails = await readdir(join(out, 'mails'));
    for (const name of ['confirm', 'signed', 'published', 'release', 'notice-published'])
      for (const ending of ['html', 'txt', 'eml']) expect(mails).toContain(`${name}.${ending}`);
    const mail = await simpleParser(await readFile(join(out, 'mails', 'release.eml')));
    expect(mail.subject).toContain('170 Organizations');
  });

  test('accepts other numbers, another time and another address', async () => {
    const out = await emptyFolder();
    const asked = [
      '--organizations',
      '12',
      '--individuals',
      '3',
      '--at',
      '2026-12-02T10:00',
      '--site',
      'https://trees.example.org',
    ];
    const { exit, out: said } = await campaign([
      'preview',
      await folderOnDisk(),
      '--out',
      out,
      '--json',
      ...asked,
    ]);
    expect(exit).toBe(0);
    const answer = JSON.parse(said);
    expect(answer).toMatchObject({
      organizations: 12,
      individuals: 3,
      at: '2026-12-02T15:00:00.000Z',
      missing: [],
    });
    expect(answer.files).toContain(`${slug}/release.pdf`);
    const list = JSON.parse(await readFile(join(out, slug, 'signatories.json'), 'utf8'));
    expect(list).toMatchObject({ publishedAt: answer.at, asReleased: { organizations: 12, individuals: 3 } });
    expect(await readFile(join(out, slug, 'release.txt'), 'utf8')).toContain('trees.example.org');
  });

  test('shows the email to the recipient, with the letter, its names and its PDF', async () => {
    const out = await emptyFolder();
    const folder = await folderOnDisk({
      'campaign.yaml': `${aCampaignYaml}delivery: { by: email, to: [commission@example.org] }\n`,
    });
    const { exit, error } = await campaign(['preview', folder, '--out', out, '--organizations', '3']);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    const mail = await simpleParser(await readFile(join(out, 'mails', 'letter.eml')));
    expect(mail.text).toContain('Alder Bay Alliance');
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    const again = await simpleParser(await readFile(join(out, 'mails', 'supplement.eml')));
    expect(again.text).toContain(
      '3 more organizations have signed. The letter is now signed by 3 organizations.',
    );
    expect(again.attachments).toHaveLength(1);
  });

  test.each([
    [[], '--out needs'],
    [['--out', 'x', '--organizations', 'many'], '--organizations needs a number'],
    [['--out', 'x', '--organizations', '999999'], '--organizations needs a number'],
    [['--out', 'x', '--at', 'tomorrow'], '--at needs a time'],
    [['--out', 'x', '--site', 'ftp://x'], '--site needs an address'],
    [['--out', 'x', '--live', '--organizations', '3'], '--live uses'],
  ])('says what is wrong with %j', async (options, words) => {
    const { exit, error } = await campaign(['preview', await folderOnDisk(), ...options]);
    expect(exit).toBe(2);
    expect(error).toContain(words);
  });

  test('with --live says so if there is no stack', async () => {
    const { exit, error } = await campaign(['preview', await folderOnDisk(), '--out', 'x', '--live']);
    expect(exit).toBe(1);
    expect(error).toContain('No local stack is running');
  });

  test('with --live shows exactly what publication then writes, and changes nothing', async () => {
    const names = [...Object.values(strangeNames), 'Alder Fund', 'Birch Fund'];
    const signOns = names.map((name, index) =>
      aConfirmedSignOn({
        kind: 'organization',
        email: `person-${index}@example.org`,
        signed: organizationDetails(name),
        submission: organizationDetails(name),
      }),
    );
    const withLogo = {
      'logo.svg': svg(circle).toString(),
      'release.md': aRelease.replace('quotes:', 'logos: [{ file: logo.svg, alt: Shoreline }]\nquotes:'),
    };
    const folder = await folderOnDisk(withLogo);
    const { campaign: read } = await readFolder(folder);
    const database = await freshStore();
    await seed(database, {
      settings: read.settings,
      gate: { ...read.gate, thresholdOrganizations: 5, organizations: signOns.length, status: 'publishing' },
      signOns,
      letter: read.texts[0].letter,
      release: read.texts[0].release,
      logos: read.logos,
    });
    await setPaused(database.store, { slug, now: new Date(), newUlid: newIds().newUlid }, true);
    const [withdrawn] = (await signOnsOf(database)).filter(
      ({ signed }) => signed?.organizationName === 'Birch Fund',
    );
    if (!withdrawn) throw new Error('Birch Fund has not signed');
    await withdrawSignOn(database.store, { signOn: withdrawn, now: new Date(), newUlid: newIds().newUlid });
    const yaml = await readFile(join(folder, 'campaign.yaml'), 'utf8');
    const asApplied = await folderOnDisk({
      ...withLogo,
      'campaign.yaml': yaml.replace('organizations: 170', 'organizations: 5'),
    });

    const before = await signOnsOf(database);
    const seen = await emptyFolder();
    const at = '2026-12-02T15:00:00.000Z';
    const options = ['--live', '--at', at, '--site', 'https://letters.example.org'];
    const { exit, error } = await campaign(['preview', asApplied, '--out', seen, ...options], {
      store: database.store,
    });
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(await signOnsOf(database)).toEqual(before);

    const published = await emptyFolder();
    const site = newSite(database, new Date(at));
    const dependencies = {
      ...site.dependencies(),
      siteFiles: localFiles(published, new Set()),
      renderer: artifactRenderer,
    };
    await runSiteJob(dependencies, slug);
    const [preview, publication] = [await filesBelow(seen), await filesBelow(published)];
    expect([...preview.keys()]).toEqual([...publication.keys()]);
    expect(preview.size).toBeGreaterThan(20);
    expect([...preview.keys()].filter((path) => path.includes('/logos/'))).toHaveLength(1);
    const differing = [...publication].filter(([path, bytes]) => !preview.get(path)?.equals(bytes));
    expect(differing.map(([path]) => path)).toEqual([]);
  });
});

describe('campaign check', () => {
  test('names each file and character that the PDFs would print as an empty box', async () => {
    const folder = await folderOnDisk({ 'release.md': aRelease.replace('Commission', 'Commission 木') });
    const { exit, out } = await campaign(['check', folder]);
    expect(exit).toBe(0);
    expect(out).toContain(
      'Note: release.md: the PDF shows an empty box for characters that its fonts do not have: 木 (U+6728)',
    );
  });
});
