import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { organizationKey } from '../../shared/organization/key.ts';
import { invitedId } from '../../shared/sign-on/ids.ts';
import { gateKey, invitedKey, signOnKey } from '../../shared/table/keys.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { campaign, type Terminal } from './a-terminal.ts';

const folder = await mkdtemp(join(tmpdir(), 'undersigned-message-'));
afterAll(() => rm(folder, { recursive: true }));
const file = join(folder, 'message.md');
const source = '---\nsubject: "{{ organizations.count }} have signed"\n---\nCome to the hearing.\n';

let table: TestStore;
let mailbox: Mailbox;

beforeEach(async () => {
  table = await freshStore();
  mailbox = newMailbox(table);
  const signer = (name: string, language: 'en' | 'es' = 'en') =>
    aConfirmedSignOn({
      email: `${name}@example.org`,
      submission: undefined,
      signed: someDetails({ name, language }),
    });
  await seed(table, {
    gate: { organizations: 112 },
    signOns: [signer('ana'), signer('ben'), signer('eva', 'es')],
  });
  await writeFile(file, source);
  await rm(join(folder, 'message.es.md'), { force: true });
});

const message = (args: string[], terminal: Terminal = {}) =>
  campaign(['message', slug, file, ...args], { store: table.store, ...terminal });

async function deliver(): Promise<void> {
  const later = new Date(mailbox.now.getTime() + 120_000);
  await mailbox.deliver((await sweepOnce(table, later, { isMailQueueEmpty: true })).mails);
}
const gateIs = async (changed: object) =>
  await table.put({ ...gateKey(slug), ...(await gateOf(table)), ...changed });

describe('campaign message', () => {
  test('shows count, languages and a sample with --dry-run, within 80 columns, and writes nothing', async () => {
    const { out, exit } = await message(['--dry-run'], { columns: 80 });
    expect(exit).toBe(0);
    expect(out).toContain('The message goes to 3 signers, each once');
    expect(out).toContain('  English     2');
    expect(out).toContain('  Spanish     1 (not translated: they get it in English)');
    expect(out).toContain('Subject: 112 have signed');
    expect(out).toContain('Come to the hearing.');
    expect(out).toContain('(a personal link)');
    expect(out).not.toMatch(/@example\.org/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    await deliver();
    expect(mailbox.sent).toEqual([]);
    const json = JSON.parse((await message(['--dry-run', '--json'])).out);
    expect(json).toMatchObject({
      slug,
      outcome: 'dry-run',
      to: 'signers',
      recipients: 3,
      languages: { en: 2, es: 1 },
      sample: { subject: '112 have signed' },
    });
  });

  test('asks, sends, and tells what became of it when it is run again', async () => {
    expect(await message([])).toMatchObject({ exit: 1, error: expect.stringContaining('add --yes') });
    const { out } = await message([], { answer: false });
    expect(out).toContain('The message goes to 3 signers, each once');
    expect(out).toContain('  Subject: 112 have signed');
    expect(out).toContain('Nothing was sent.');
    await deliver();
    expect(mailbox.sent).toEqual([]);
    expect((await message([], { answer: true })).out).toContain('The message is being sent to 3 signers.');
    await deliver();
    expect(mailbox.sent).toHaveLength(3);
    expect(await message(['--yes'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Everybody has this message already: 3 sent.'),
    });
    expect(JSON.parse((await message(['--yes', '--json'])).out)).toMatchObject({
      outcome: 'nobody-new',
      recipients: 0,
      sent: 3,
      failed: 0,
    });
    await deliver();
    expect(mailbox.sent).toHaveLength(3);
  });

  test('takes translations from beside the file, as those of the letter', async () => {
    await writeFile(join(folder, 'message.es.md'), '---\nsubject: Ya firmaron\n---\nVenga a la audiencia.\n');
    expect((await message(['--dry-run'])).out).toContain('  Spanish     1\n');
    await message(['--yes']);
    await deliver();
    expect(mailbox.sent.map(({ message: { subject } }) => subject).sort()).toEqual([
      '112 have signed',
      '112 have signed',
      'Ya firmaron',
    ]);
  });

  test('sends a test to an organizer alone, in each language, and to nobody else', async () => {
    await writeFile(join(folder, 'message.es.md'), '---\nsubject: Ya firmaron\n---\nVenga a la audiencia.\n');
    expect(await message(['--test', 'stranger@example.org'])).toMatchObject({
      exit: 1,
      error: expect.stringContaining('only to an organizer'),
    });
    expect((await message(['--test', 'ida@example.org'])).out).toContain('Nobody else gets it.');
    await deliver();
    expect(mailbox.sent.map(({ to, message: { subject } }) => [to, subject])).toEqual([
      ['ida@example.org', '112 have signed'],
      ['ida@example.org', 'Ya firmaron'],
    ]);
    expect(mailbox.sent[0]?.message.text).not.toMatch(/\/api\/(sign-ons|unsubscribe|invitations)\//);
    expect((await message(['--dry-run'])).out).toContain('3 signers');
  });

  test('tells all mistakes of all languages, with file, line and cure', async () => {
    await writeFile(file, '---\nsubjct: x\n---\n![a](b.png) {{ nobody.count }}\n');
    await writeFile(join(folder, 'message.es.md'), '---\nsubject: x\n---\n');
    const { exit, error } = await message(['--yes']);
    expect(exit).toBe(1);
    expect(error).toContain('message.md:2  Unknown key subjct.\n    Did you mean subject?');
    expect(error).toContain('message.md:4  A text cannot contain pictures.');
    expect(error).toContain('message.es.md:4  There is no text below the keys.');
    await writeFile(file, '---\nsubject: "{% if organizations.count > 1 %}Many{% endif %}"\n---\nx\n');
    expect((await message(['--yes'])).error).toContain('is empty for some numbers of signatures');
    await writeFile(file, `---\nsubject: x\n---\n${'x'.repeat(50_000)}\n`);
    expect((await message(['--yes'])).error).toContain('The limit is 50000 bytes');
  });

  test('refuses what is no message, and what nobody may get', async () => {
    const run = (args: string[]) => campaign(args, { store: table.store });
    expect((await run(['message', slug, join(folder, 'none.md')])).error).toContain('There is no file');
    expect(await run(['message', slug, join(folder, 'message.es.md')])).toMatchObject({ exit: 2 });
    expect(await run(['message', slug, join(folder, 'message.txt')])).toMatchObject({ exit: 2 });
    expect(await message(['--to', 'everybody'])).toMatchObject({ exit: 2 });
    await writeFile(join(folder, 'message.en.md'), source);
    expect((await message(['--yes'])).error).toContain('The campaign’s own language is en');
    await rm(join(folder, 'message.en.md'));
    expect(await message(['--to', 'invited', '--yes'])).toMatchObject({
      exit: 1,
      error: expect.stringContaining('No invited organization of harbor-trees can get this message'),
    });
    await gateIs({ status: 'taken-down' });
    expect((await message(['--yes'])).error).toContain('was taken down');
    await gateIs({ deletion: { id: 'x', was: 'taken-down', held: 'no', step: 'sign-ons' } });
    expect((await message(['--yes'])).error).toContain('is being deleted');
    await gateIs({ deletion: undefined, status: 'published', erasedAt: '2026-11-01T00:00:00.000Z' });
    expect((await message(['--yes'])).error).toContain('was erased');
    expect((await run(['message', 'no-letter', file])).exit).toBe(1);
  });

  test('--to invited says who is left out and why, and where a signature of the name waits', async () => {
    const invite = async (organization: string, email?: string) => {
      const id = invitedId(testAddressKey, organizationKey(organization));
      const item = { slug, id, organization, nonce: 'a-nonce', ...(email && { email }) };
      await table.put({ ...invitedKey(slug, id), ...item });
    };
    await invite('Reef Watch', 'reef@example.org');
    await invite('Tide Pool Club');
    const fake = aConfirmedSignOn({
      kind: 'organization',
      email: 'eve@throw-away.example.net',
      submission: undefined,
      ...{ review: 'waiting', eligible: 'no', counted: 'no' },
      signed: organizationDetails('Reef Watch'),
    });
    await table.put({ ...signOnKey(slug, fake.id), ...fake });
    const { out } = await message(['--to', 'invited', '--dry-run']);
    expect(out).toContain('The message goes to one invited organization');
    expect(out).toContain('Left out: 1 without an address in invited.csv.');
    expect(out).toContain('a signature of their name waits for your review');
  });
});
