import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Question } from '../../shared/campaign/questions.ts';
import { suppressAddress, unsubscribeFromLetter } from '../../shared/operations/mailing/unsubscribing.ts';
import { mailboxHash } from '../../shared/sign-on/ids.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { crashingStore, newCrashRun } from '../support/crash.ts';
import {
  aConfirmedSignOn,
  aSettings,
  aSignOn,
  organizationDetails,
  someDetails,
  testAddressKey,
} from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { campaign } from './a-terminal.ts';

let table: TestStore;
let folder: string;

beforeEach(async () => {
  table = await freshStore();
  folder = await mkdtemp(join(tmpdir(), 'undersigned-export-'));
});
afterEach(async () => {
  table.client.destroy();
  await rm(folder, { recursive: true });
});

const exported = (name: string, store: Store = table.store) =>
  campaign(['export', 'harbor-trees', '--out', join(folder, name), '--json'], { store });

const secretNonce = 'a-nonce-that-nobody-may-have';
const signedOrigin = { network: 'mark-of-a-network', at: '2026-11-01T12:00:00.000Z' };
const people = () => [
  aConfirmedSignOn({
    kind: 'organization',
    email: 'ana@example.org',
    nonce: secretNonce,
    submission: undefined,
    signed: organizationDetails('=1+2 “Árboles”, Inc.', { title: '@SUM(A1)' }),
    mailedAt: { signed: '2026-11-01T12:06:00.000Z' },
  }),
  aConfirmedSignOn({
    email: 'ben@example.org',
    nonce: secretNonce,
    network: signedOrigin.network,
    signedOrigin,
    signed: someDetails({ name: 'Ben Okafor' }),
    submission: someDetails({ name: 'Benjamin Okafor' }),
  }),
  aSignOn({ email: 'noor@example.org', nonce: secretNonce, expiresAt: 1 }),
];

describe('campaign export', () => {
  test('says which records are not in the file since they cannot be read', async () => {
    await seed(table, { signOns: people() });
    const key = signOnKey('harbor-trees', '0'.repeat(64));
    await table.put({ ...key, status: 'odd' });
    for (const name of ['all.csv', 'all.json']) {
      const { exit, error } = await exported(name);
      expect([exit, error]).toEqual([
        0,
        expect.stringContaining(`1 record cannot be read and is left out: ${key.PK} ${key.SK}.`),
      ]);
    }
  });

  test('writes every sign-on into a table that is safe in a spreadsheet', async () => {
    await seed(table, { signOns: people() });
    const { exit, out } = await exported('list.csv');
    expect({ exit, ...JSON.parse(out) }).toMatchObject({ exit: 0, slug: 'harbor-trees', signOns: 2 });
    const text = await readFile(join(folder, 'list.csv'), 'utf8');
    expect(text.startsWith('\uFEFF"id",')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toContainEqual(
      expect.objectContaining({
        email: 'ana@example.org',
        organizationName: "'=1+2 “Árboles”, Inc.",
        title: "'@SUM(A1)",
        status: 'confirmed',
        confirmedAt: '2026-11-01T12:05:00.000Z',
        'mailed.signed': '2026-11-01T12:06:00.000Z',
        'waiting.name': '',
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ name: 'Ben Okafor', 'waiting.name': 'Benjamin Okafor' }),
    );
  });

  test('has a column for each question, the answer about news with its time, and the source', async () => {
    const questions: Question[] = [
      { id: 'members', label: 'How many?', type: 'number', for: 'both', required: false },
      { id: 'why', label: 'Why?', type: 'text', for: 'both', required: false },
    ];
    const signed = someDetails({
      answers: { members: 12, why: '=HYPERLINK("x")' },
      newsletter: true,
      newsletterAt: '2026-11-01T12:00:00.000Z',
      source: 'flyer',
    });
    await seed(table, { settings: aSettings({ questions }), signOns: [aConfirmedSignOn({ signed })] });
    await exported('list.csv');
    const rows: Record<string, string>[] = parse(await readFile(join(folder, 'list.csv'), 'utf8'), {
      bom: true,
      columns: true,
    });
    expect(rows).toEqual([
      expect.objectContaining({
        'answers.members': '12',
        'answers.why': '\'=HYPERLINK("x")',
        newsletter: 'yes',
        newsletterAt: '2026-11-01T12:00:00.000Z',
        source: 'flyer',
        'waiting.answers.members': '',
      }),
    ]);
    await exported('list.json');
    expect(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))[0].signed).toEqual(signed);
  });

  test('writes the same for programs as JSON, and in neither what links are made of or the network', async () => {
    await seed(table, { signOns: people() });
    await exported('list.json');
    await exported('list.csv');
    const signOns = JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'));
    expect(signOns).toHaveLength(2);
    expect(signOns).toContainEqual(
      expect.objectContaining({
        email: 'ben@example.org',
        signed: someDetails({ name: 'Ben Okafor' }),
        waiting: someDetails({ name: 'Benjamin Okafor' }),
      }),
    );
    for (const name of ['list.json', 'list.csv'])
      expect(await readFile(join(folder, name), 'utf8')).not.toMatch(
        /nonce|pendingMail|Hash|expiresAt|network|signedOrigin/,
      );
  });

  test('writes a file that only the user can read, even for an empty list', async () => {
    await seed(table, {});
    expect((await exported('list.json')).exit).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))).toEqual([]);
    expect((await stat(join(folder, 'list.json'))).mode & 0o077).toBe(0);
  });

  test('leaves no partial file when it dies', async () => {
    await seed(table, { signOns: people() });
    await expect(exported('list.csv', crashingStore(table.store, newCrashRun(10)))).rejects.toThrow(
      'crashed',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('says what it needs', async () => {
    await seed(table, {});
    expect(await campaign(['export', 'harbor-trees'], table)).toMatchObject({ exit: 2 });
    expect(await exported('list.xlsx')).toMatchObject({ exit: 2 });
    expect(await exported('nowhere/list.csv')).toMatchObject({ exit: 1 });
    const unknown = await campaign(['export', 'no-such', '--out', join(folder, 'list.csv')], table);
    expect(unknown).toMatchObject({ exit: 1 });
  });
});

const consent = { newsletter: true, newsletterAt: '2026-11-20T12:00:00.000Z' };
const signers = () => [
  aConfirmedSignOn({
    kind: 'organization',
    email: 'maria@example.org',
    counted: 'yes',
    confirmedAt: '2026-11-20T12:05:00.000Z',
    signed: organizationDetails('=Harbor Families', {
      name: 'Dr. María de la Cruz, PhD (ella)',
      title: 'Director',
      city: 'Buffalo',
      region: 'N.Y.',
      country: 'US',
      source: 'flyer',
      answers: { 'how-many': 12 },
      ...consent,
    }),
  }),
  aConfirmedSignOn({ email: 'silent@example.org', signed: someDetails({ name: 'Ben Okafor' }) }),
];
const nobodysContacts = () => [
  aConfirmedSignOn({ email: 'withdrawn@example.org', status: 'withdrawn', signed: someDetails(consent) }),
  aConfirmedSignOn({ email: 'rejected@example.org', status: 'rejected', signed: someDetails(consent) }),
  aConfirmedSignOn({ email: 'no@example.org', signed: someDetails({ ...consent, newsletter: false }) }),
  aConfirmedSignOn({ email: 'letter@example.org', unsubscribed: 'letter', signed: someDetails(consent) }),
  aConfirmedSignOn({ email: 'site@example.org', unsubscribed: 'site', signed: someDetails(consent) }),
  aConfirmedSignOn({ email: '', signed: someDetails({ ...consent, name: '' }) }),
  aConfirmedSignOn({ email: 'waiting@example.org', review: 'waiting', signed: someDetails(consent) }),
  aConfirmedSignOn({
    email: 'spam@example.org',
    mailFeedback: { what: 'complained', at: '2026-11-21T12:00:00.000Z' },
    signed: someDetails(consent),
  }),
  aConfirmedSignOn({
    email: 'dead@example.org',
    mailFeedback: { what: 'bounced', at: '2026-11-21T12:00:00.000Z' },
    signed: someDetails(consent),
  }),
  aConfirmedSignOn({
    email: 'changed@example.org',
    signed: someDetails(consent),
    proposed: someDetails({ name: 'Anna Ruiz', newsletter: false, newsletterAt: '2026-11-21T12:00:00.000Z' }),
  }),
  aSignOn({ email: 'pending@example.org', submission: someDetails(consent) }),
];

const exportedWith = (name: string, options: string[]) =>
  campaign(['export', 'harbor-trees', '--out', join(folder, name), '--json', ...options], {
    store: table.store,
  });
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(folder, name), 'utf8'), { bom: true, columns: true });

describe('campaign export for a CRM', () => {
  const questions: Question[] = [
    { id: 'how-many', label: 'How many?', type: 'number', for: 'both', required: false },
  ];
  beforeEach(() =>
    seed(table, { settings: aSettings({ questions }), signOns: [...signers(), ...nobodysContacts()] }),
  );

  test('has for Action Network who asked for news, by the names of its fields', async () => {
    const { exit, out } = await exportedWith('list.csv', ['--format', 'action-network']);
    expect({ exit, ...JSON.parse(out) }).toMatchObject({ exit: 0, signOns: 1 });
    expect((await readFile(join(folder, 'list.csv'), 'utf8')).startsWith('\uFEFF"email","first_name"')).toBe(
      true,
    );
    expect(await rowsOf('list.csv')).toEqual([
      {
        email: 'maria@example.org',
        first_name: 'María',
        last_name: 'de la Cruz',
        city: 'Buffalo',
        state: 'NY',
        country: 'US',
        language: 'en',
        source: 'flyer',
        full_name: 'Dr. María de la Cruz, PhD (ella)',
        organization: "'=Harbor Families",
        title: 'Director',
        website: '',
        signed_at: '2026-11-20T12:05:00.000Z',
        newsletter_consent_at: '2026-11-20T12:00:00.000Z',
        'how-many': '12',
      },
    ]);
  });

  test('has for ActionKit the headers that it accepts, and nothing else', async () => {
    await exportedWith('list.csv', ['--format', 'actionkit']);
    const [row = {}, ...more] = await rowsOf('list.csv');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ country: 'United States', action_how_many: '12' });
    const accepted = ['email', 'first_name', 'last_name', 'city', 'state', 'country', 'source', 'created_at'];
    const others = Object.keys(row).filter((heading) => !accepted.includes(heading));
    expect(others.filter((heading) => !/^action_[a-z0-9_]+$/.test(heading))).toEqual([]);
  });

  test('has for CiviCRM also who gave no answer, without bulk mail', async () => {
    await exportedWith('list.csv', ['--format', 'civicrm']);
    const rows = await rowsOf('list.csv');
    expect(
      rows
        .map((row) => [row.Email, row['No Bulk Emails (User Opt Out)'], row['Newsletter Consent']])
        .toSorted(),
    ).toEqual([
      ['maria@example.org', '0', '2026-11-20T12:00:00.000Z'],
      ['silent@example.org', '1', ''],
    ]);
    await exportedWith('list.json', ['--format', 'civicrm', '--only', 'organizations']);
    expect(JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))).toEqual([
      expect.objectContaining({ 'Current Employer': '=Harbor Families', 'Last Name': 'de la Cruz' }),
    ]);
  });

  test.each(['action-network', 'actionkit', 'civicrm'])(
    'has in %s nobody whose mailbox unsubscribed, by whatever link, or complained',
    async (format) => {
      const stopped = ['by-letter', 'by-site', 'by-other-letter'].map((name) => `${name}@example.org`);
      const people = [...stopped, ...Array.from({ length: 250 }, (_, n) => `p${n}@example.org`)];
      const signed = someDetails(consent);
      const other = await freshStore();
      await seed(other, { signOns: people.map((email) => aConfirmedSignOn({ email, signed })) });
      const [letter = '', site = '', otherLetter = ''] = stopped.map((email) =>
        mailboxHash(testAddressKey, email),
      );
      await unsubscribeFromLetter(other.store, letter, 'harbor-trees');
      await suppressAddress(other.store, site);
      await unsubscribeFromLetter(other.store, otherLetter, 'another-letter');
      const options = ['--out', join(folder, 'list.csv'), '--format', format];
      expect((await campaign(['export', 'harbor-trees', ...options], other)).exit).toBe(0);
      const emails = (await rowsOf('list.csv')).map(({ email, Email }) => email ?? Email);
      expect(emails.toSorted()).toEqual(people.filter((_, at) => at > 1).toSorted());
      other.client.destroy();
    },
  );

  test('has only who was chosen, and who did something since a time of the campaign’s zone', async () => {
    const chosen = async (...options: string[]) => {
      await exportedWith('list.csv', options);
      return (await rowsOf('list.csv')).map(({ email }) => email).toSorted();
    };
    expect(await chosen('--only', 'organizations')).toEqual(['maria@example.org']);
    expect(await chosen('--only', 'counted,newsletter,organizations')).toEqual(['maria@example.org']);
    expect(await chosen('--only', 'individuals,newsletter')).not.toContain('silent@example.org');
    // 12:05 UTC is 7:05 in New York.
    expect(await chosen('--since', '2026-11-20T07:05')).toEqual(['maria@example.org']);
    expect(await chosen('--since', '2026-11-20')).toContain('maria@example.org');
    expect(await chosen('--since', '2026-11-20T12:05:01Z')).toEqual([]);
    expect(await chosen('--format', 'civicrm', '--since', '2026-11-20T07:06')).toEqual([]);
  });

  test.each(['action-network', 'actionkit', 'civicrm'])(
    'has every answer in %s although its question is named like a column',
    async (format) => {
      const ids = ['state', 'First-Name', 'organization', 'full_name', 'created-at', 'Last_name'];
      const named = ids.map(
        (id): Question => ({ id, label: id, type: 'text', for: 'both', required: false }),
      );
      const answers = Object.fromEntries(ids.map((id) => [id, `answer to ${id}`]));
      const signed = someDetails({ name: 'Noor Vance', region: 'NY', country: 'US', answers, ...consent });
      const signOns = [aConfirmedSignOn({ email: 'noor@example.org', signed })];
      const other = await freshStore();
      await seed(other, { settings: aSettings({ questions: named }), signOns });
      for (const name of ['list.csv', 'list.json'])
        await campaign(['export', 'harbor-trees', '--out', join(folder, name), '--format', format], other);
      const rows = [
        (await rowsOf('list.csv'))[0],
        JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))[0],
      ];
      for (const row of rows) {
        const headings = Object.keys(row).map((heading) => heading.toLowerCase().replace(/[\s_-]/g, ''));
        expect(new Set(headings).size).toBe(headings.length);
        for (const value of [...Object.values(answers), 'NY', 'Noor', 'Vance', 'Noor Vance'])
          expect(Object.values(row)).toContain(value);
      }
      other.client.destroy();
    },
  );

  test('takes a day from its first instant, also where clocks skip midnight', async () => {
    const at = (requestedAt: string) => ({ requestedAt, confirmedAt: requestedAt, signed: someDetails() });
    const signOns = [
      aConfirmedSignOn({ email: 'before@example.org', ...at('2026-09-06T03:59:59.999Z') }),
      aConfirmedSignOn({ email: 'first@example.org', ...at('2026-09-06T04:00:00.000Z') }),
    ];
    const other = await freshStore();
    await seed(other, { settings: aSettings({ timeZone: 'America/Santiago' }), signOns });
    const options = ['--out', join(folder, 'list.csv'), '--since', '2026-09-06'];
    expect((await campaign(['export', 'harbor-trees', ...options], other)).exit).toBe(0);
    expect((await rowsOf('list.csv')).map(({ email }) => email)).toEqual(['first@example.org']);
    other.client.destroy();
  });

  test.each([
    [['--format', 'excel'], /--format needs one of standard, action-network, actionkit, civicrm\./],
    [['--only', 'everybody'], /--only needs one or more of organizations/],
    [['--only', 'organizations,individuals'], /exclude each other/],
    [['--since', 'yesterday'], /--since needs a time like .*America\/New_York/],
    [['--since', '2026-02-30T10:00'], /--since needs a time/],
    [['--since', '2026-02-30T10:00:00Z'], /--since needs a time/],
    [['--since', '+275760-09-13T23:59'], /--since needs a time/],
    [['--since', '2026-03-08T02:30'], /--since needs a time/],
  ])('refuses %j with its cure, and writes nothing', async (options, cure) => {
    const refused = await campaign(
      ['export', 'harbor-trees', '--out', join(folder, 'list.csv'), ...options],
      { store: table.store },
    );
    expect(refused.exit).toBe(2);
    expect(refused.error).toMatch(cure);
    expect(await readdir(folder)).toEqual([]);
  });
});
