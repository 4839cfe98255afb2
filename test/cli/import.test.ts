import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Question } from '../../shared/campaign/questions.ts';
import { openGate } from '../../shared/operations/counting/open-gate.ts';
import { importRow } from '../../shared/operations/signing/import.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { crashingStore, newCrashRun } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import {
  aConfirmedSignOn,
  aSettings,
  aSignOn,
  organizationDetails,
  testAddressKey,
} from '../support/records.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
  gateOf,
  seed,
  signOnsOf,
  type TestStore,
} from '../support/store.ts';
import { campaign } from './a-terminal.ts';

let table: TestStore;
let folder: string;

beforeEach(async () => {
  table = await freshStore();
  folder = await mkdtemp(join(tmpdir(), 'undersigned-import-'));
  await seed(table, {});
});
afterEach(async () => {
  table.client.destroy();
  await rm(folder, { recursive: true });
});

async function imported(
  content: string | Uint8Array,
  options: { dry?: boolean; instead?: boolean; store?: Store } = {},
) {
  const file = join(folder, 'list.csv');
  await writeFile(file, content);
  const args = [
    'import',
    'harbor-trees',
    file,
    ...(options.dry ? ['--dry-run'] : []),
    ...(options.instead ? ['--instead'] : []),
    '--json',
    '--yes',
  ];
  return await campaign(args, { store: options.store ?? table.store });
}
const fates = ({ out }: { out: string }) => JSON.parse(out).rows.map(({ fate }: { fate: string }) => fate);
const mistakes = ({ error }: { error: string }) =>
  JSON.parse(error).errors.map(({ line, key }: { line: number; key?: string }) => [line, key]);

const heading = 'kind,organizationName,name,email,city,signedOn,evidence';
const good = `${heading}
organization,Harbor Families,Ana Ruiz,ana@example.org,Harbor City,2026-11-01,paper list
organization,"The Harbor Families, Inc.",Ben Okafor,ben@example.org,,,
individual,,Noor van den Berg,noor@example.org,,2026-11-02,e-mail
`;

describe('campaign import', () => {
  test('confirms every row, stores the evidence, takes claims, and sends no email', async () => {
    expect(fates(await imported(good))).toEqual(['new', 'duplicate-of-organization', 'new']);
    const signOns = await signOnsOf(table);
    expect(signOns).toHaveLength(3);
    expect(
      signOns.every(({ status, pendingMail }) => status === 'confirmed' && pendingMail === undefined),
    ).toBe(true);
    const ana = signOns.find(({ email }) => email === 'ana@example.org');
    expect(ana).toMatchObject({
      eligible: 'yes',
      imported: { signedOn: '2026-11-01', evidence: 'paper list' },
    });
    expect((await claimOf(table, organizationKey('Harbor Families'))).holder).toBe(ana?.id);
    expect(await claimViolations(table, signOns)).toEqual([]);
  });

  test('reads answers, the box for news and the source from their columns, and demands no answer that paper did not ask for', async () => {
    const questions: Question[] = [
      { id: 'how-many', label: 'How many?', type: 'number', for: 'both', required: true },
    ];
    await seed(table, { settings: aSettings({ questions, newsletter: 'News?' }) });
    const rows = `kind,name,email,Answers.How Many,newsletter,source
individual,Ana Ruiz,ana@example.org,12,yes,street stall
individual,Ben Okafor,ben@example.org,,,march
`;
    expect(fates(await imported(rows))).toEqual(['new', 'new']);
    const detailsOf = async (email: string) =>
      (await signOnsOf(table)).find((signOn) => signOn.email === email)?.signed;
    expect(await detailsOf('ana@example.org')).toMatchObject({
      answers: { 'how-many': 12 },
      newsletter: true,
      newsletterAt: expect.any(String),
    });
    expect(await detailsOf('ana@example.org')).not.toHaveProperty('source');
    expect(await detailsOf('ben@example.org')).toMatchObject({ source: 'march' });
    expect(mistakes(await imported(rows.replace('12', 'dozens')))).toEqual([[2, 'answers.how-many']]);
    expect(mistakes(await imported('name,email,answers.other\nAna,ana@example.org,1\n'))).toEqual([
      [1, 'answers.other'],
    ]);
  });

  test('writes nothing on a dry run, and nothing twice', async () => {
    await imported(good, { dry: true });
    expect(await signOnsOf(table)).toEqual([]);
    await imported(good);
    expect(fates(await imported(good))).toEqual(['already-signed', 'already-signed', 'already-signed']);
    expect(await signOnsOf(table)).toHaveLength(3);
  });

  test('does not change withdrawn or rejected sign-ons', async () => {
    const ana = aConfirmedSignOn({
      kind: 'organization',
      email: 'ana@example.org',
      submission: organizationDetails('Harbor Families'),
      status: 'withdrawn',
      eligible: 'no',
      counted: 'no',
    });
    await seed(table, { signOns: [{ ...ana, organizationKey: undefined }] });
    expect(fates(await imported(good))[0]).toBe('withdrawn');
  });

  test('accepts a signer who never confirmed and whose sign-on has expired', async () => {
    // In a century: the emulator deletes on time, which DynamoDB does not.
    const now = new Date('2126-11-24T12:00:00.000Z');
    const ana = aSignOn({
      kind: 'organization',
      network: 'mark',
      expiresAt: now.getTime() / 1000 - 60,
    });
    await table.put({ ...signOnKey('harbor-trees', ana.id), ...ana });
    const details = organizationDetails('Harbor Families');
    const row = { row: 2, kind: ana.kind, email: ana.email, details };
    const importing = { settings: aSettings(), addressKey: testAddressKey, now: () => now, ...newIds() };
    expect(await importRow(table.store, importing, row)).toMatchObject({ fate: 'new' });
    const signOns = await signOnsOf(table);
    expect(signOns).toMatchObject([{ id: ana.id, status: 'confirmed', expiresAt: 'kept' }]);
    expect(signOns[0]).not.toHaveProperty('network');
    expect(await claimViolations(table, signOns)).toEqual([]);
  });

  test('counts rows as a spreadsheet does, and skips empty ones', async () => {
    const gaps = good.replace('\n', '\n\n,,,,,,\n').replace('paper list', '"paper\nlist"');
    expect(mistakes(await imported(`${gaps}organization,,Kim Lee,kim@example.org,,,\n`))).toEqual([
      [7, 'organizationName'],
    ]);
  });

  test('refuses a file that is far too large before it reads it', async () => {
    const file = join(folder, 'huge.csv');
    await writeFile(file, 'name,email\n');
    await truncate(file, 33_000_000);
    const { exit, error } = await campaign(['import', 'harbor-trees', file]);
    expect(exit).toBe(1);
    expect(error).toContain(`${file} has more than 32 MB. Split it into files`);
  });

  test('reads a row with an organization as a signature for it, and asks about any other row', async () => {
    const plain = 'organizationName,name,email\nDock Workers United,Ben Okafor,ben@example.org\n';
    expect(fates(await imported(plain))).toEqual(['new']);
    const { error } = await imported(`${plain},Kim Lee,kim@example.org\n`, { dry: true });
    expect(error).toContain('In a column kind, write organization or individual.');
  });

  test('does not guess between two columns with one name', async () => {
    const twice = 'name,email,E-Mail\nAna Ruiz,ana@example.org,ben@example.org\n';
    expect(mistakes(await imported(`kind,${twice.replace('Ana', 'individual,Ana')}`))).toEqual([
      [1, 'email'],
    ]);
  });

  test('that stops halfway keeps the gate shut until it is run again', async () => {
    await seed(table, { gate: { thresholdOrganizations: 0 } });
    const dying = crashingStore(table.store, newCrashRun(7));
    await expect(imported(good, { store: dying })).rejects.toThrow('crashed');
    expect(await openGate(table.store, 'harbor-trees', new Date())).toBe(false);
    expect(await imported(`${heading}\n`)).toMatchObject({ exit: 1 });
    expect((await imported(good)).exit).toBe(0);
    expect((await gateOf(table)).importId).toBeUndefined();
    expect(await signOnsOf(table)).toHaveLength(3);
  });

  test('whose file is lost after it stopped halfway can be replaced by another with an option', async () => {
    const dying = crashingStore(table.store, newCrashRun(7));
    await expect(imported(good, { store: dying })).rejects.toThrow('crashed');
    const other = good.replace('paper list', 'the same list saved anew');
    expect(await imported(other)).toMatchObject({ exit: 1, error: expect.stringContaining('--instead') });
    expect((await imported(other, { instead: true })).exit).toBe(0);
    expect((await gateOf(table)).importId).toBeUndefined();
    expect(await signOnsOf(table)).toHaveLength(3);
  });

  test('imports no row if one is wrong, and names row and column of each mistake', async () => {
    const wrong = `${good}organization,,Kim Lee,kim,,2027-01-01,=HYPERLINK(x)
individual,,Noor,noor@example.org,,,
`;
    const answer = await imported(wrong);
    expect(answer.exit).toBe(1);
    expect(mistakes(answer)).toEqual([
      [5, 'evidence'],
      [5, 'signedOn'],
      [5, 'organizationName'],
      [5, 'email'],
      // The same signature as row 4.
      [6, 'email'],
    ]);
    expect(await signOnsOf(table)).toEqual([]);
    expect(mistakes(await imported(`${good}individual,,Noor,noor@example.org,,,\n`))).toEqual([[5, 'email']]);
  });

  test('takes columns in any order, semicolons and UTF-16, and says what it cannot read', async () => {
    const other = 'E-mail;Name;Kind\nana@example.org;Ana Ruíz;individual\n';
    expect(mistakes(await imported(other.replace('E-mail', 'Emial')))[0]).toEqual([1, 'Emial']);
    const utf16 = Buffer.from(`\uFEFF${other}`, 'utf16le');
    expect(fates(await imported(utf16))).toEqual(['new']);
    expect((await signOnsOf(table))[0]?.signed?.name).toBe('Ana Ruíz');
    const latin = await imported(Buffer.from(other, 'latin1'));
    expect(latin).toMatchObject({ exit: 1, error: expect.stringContaining('CSV UTF-8') });
    expect((await imported('')).exit).toBe(1);
    expect(await campaign(['import', 'harbor-trees', join(folder, 'no')], table)).toMatchObject({ exit: 1 });
  });
});
