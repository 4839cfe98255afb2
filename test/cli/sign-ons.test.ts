import { beforeEach, describe, expect, test } from '@jest/globals';
import { signOnKey } from '../../shared/table/keys.ts';
import { slug } from '../support/records.ts';
import { newSigning, type Signing } from '../support/signing.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { campaign, type Terminal } from './a-terminal.ts';

let table: TestStore;
let signing: Signing;

beforeEach(async () => {
  table = await freshStore();
  await seed(table, { settings: { review: 'flagged' } });
  signing = newSigning(table, { review: 'flagged' });
});

const runOn = (terminal: Terminal, ...args: string[]) =>
  campaign(['sign-ons', slug, ...args], { store: table.store, now: signing.now(), ...terminal });
const run = (...args: string[]) => runOn({}, ...args);

async function confirmed(email: string, name: string, typed: Record<string, string> = {}): Promise<string> {
  const id = await signing.submit(email, name, typed);
  await signing.confirm(id);
  return id;
}

/** An organization with its own domain, so that nothing makes it wait. */
const own = (name: string, domain: string, typed: Record<string, string> = {}) =>
  confirmed(`ana@${domain}`, name, { website: `https://${domain}/`, ...typed });

const idsIn = (out: string): string[] =>
  out.split('\n').flatMap((line) => /^([0-9a-f]{8}) /.exec(line)?.[1] ?? []);
const short = (id: string): string => id.slice(0, 8);

describe('campaign sign-ons with options', () => {
  test('says how many records it leaves out since they cannot be read, also beside a list for programs', async () => {
    const ids = [];
    for (let at = 0; at < 7; at++) ids.push(await own(`Fund ${at}`, `fund-${at}.example.org`));
    expect((await run()).error).toBe('');
    const [one = '', ...others] = ids;
    await table.put({ ...signOnKey(slug, one), status: 'odd' });
    for (const args of [[], ['--status', 'counted'], ['--json']]) {
      const { exit, error } = await run(...args);
      const { PK, SK } = signOnKey(slug, one);
      expect([exit, error]).toEqual([
        0,
        `1 record cannot be read and is left out: ${PK} ${SK}. docs/runbook.md#item-unreadable says what to do.`,
      ]);
    }
    for (const id of others) await table.put({ ...signOnKey(slug, id), status: 'odd' });
    const { error } = await run('--status', 'counted');
    expect(error).toMatch(/^7 records cannot be read and are left out: (\S+ \S+, ){5}…\. docs/);
  });

  test('shows one kind of evidence, changes too, and says how many there are of each', async () => {
    const free = await confirmed('pier@gmail.com', 'Pier Club');
    const disposable = await confirmed('x@mailinator.com', 'Dock Friends');
    const counted = await own('Harbor Families', 'families.example.org');
    await signing.correct(counted, { organizationName: 'Another Name Entirely' });
    expect(idsIn((await run('--because', 'free-mail')).out)).toEqual([short(free)]);
    expect(idsIn((await run('--because', 'disposable-mail')).out)).toEqual([short(disposable)]);
    const changes = await run('--because', 'change');
    expect(idsIn(changes.out)).toEqual([short(counted)]);
    expect(changes.out).toContain('organization “Harbor Families” to “Another Name Entirely”');
    const { out } = await run('--status', 'waiting');
    expect(out).toContain('Evidence: disposable-mail 1, free-mail 1, no-website 2, change 1.');
    const wrong = await run('--because', 'odd');
    expect([wrong.exit, wrong.error]).toEqual([2, expect.stringContaining('--because must be one of')]);
  });

  test('finds words in names, addresses and websites, in any case and without accents', async () => {
    const union = await own('Unión del Muelle', 'muelle.example.org');
    const pier = await own('Pier Club', 'pier-club.example.org');
    const asTyped = [
      'https://www.muelle.example.org/',
      'www.muelle.example.org',
      'HTTP://muelle.example.org',
    ];
    for (const words of ['union', 'ANA@MUELLE', 'muelle  unión', 'ana ruiz union', short(union), ...asTyped])
      expect(idsIn((await run('--find', words)).out)).toEqual([short(union)]);
    expect(idsIn((await run('--find', 'pier-club.example')).out)).toEqual([short(pier)]);
    expect(idsIn((await run('--find', 'pier union')).out)).toEqual([]);
    expect((await run('--find', 'nobody')).out).toBe(`No sign-on of ${slug} contains “nobody”.`);
  });

  test('shows twenty on a screen and all to a program, unless told how many', async () => {
    for (let index = 0; index < 23; index++) await own(`Group ${index}`, `group-${index}.test`);
    const { out } = await runOn({ isScreen: true });
    expect(idsIn(out)).toHaveLength(20);
    expect(out).toContain('20 of 23 are shown. To see all: --first 23.');
    expect(idsIn((await run()).out)).toHaveLength(23);
    expect(JSON.parse((await runOn({ isScreen: true }, '--json')).out)).toHaveLength(23);
    expect(idsIn((await runOn({ isScreen: true }, '--first', '23')).out)).toHaveLength(23);
    expect(JSON.parse((await run('--first', '3', '--json')).out)).toHaveLength(3);
    for (const wrong of ['0', '-1', 'x', '1.5']) expect((await run(`--first=${wrong}`)).exit).toBe(2);
  });

  test('names the sign-on that counts instead of a duplicate', async () => {
    const holder = await own('Harbor Families', 'families.example.org');
    await confirmed('ben@families.example.org', 'Harbor Families');
    const { out } = await run('--status', 'duplicate');
    expect(out).toContain(`Harbor Families (${short(holder)}, ana@families.example.org) counts instead`);
  });
});

describe('campaign sign-ons with ids', () => {
  test('shows everything about one beside what it resembles, and the commands that are possible', async () => {
    const families = await own('Harbor Families', 'families.example.org', { city: 'Harbor City' });
    const alike = await own('Harbour Families', 'harbour.test', { city: 'Albany' });
    await own('Pier Club', 'pier.example.org');
    const { out } = await run(short(alike));
    expect(idsIn(out)).toEqual([short(alike), short(families)]);
    for (const words of ['website       https://harbour.test/', 'place         Albany', 'They look alike'])
      expect(out).toContain(words);
    for (const command of [
      `approve ${slug} ${short(alike)}`,
      `reject ${slug} ${short(alike)}`,
      `merge ${slug} ${short(families)} ${short(alike)}`,
    ])
      expect(out).toContain(`\`campaign ${command}\``);
    expect(out).not.toContain('campaign split');
    await campaign(['reject', slug, alike], { store: table.store, now: signing.now() });
    const rejected = await run(alike);
    expect(rejected.out).toContain(`\`campaign reinstate ${slug} ${short(alike)}\``);
    expect(rejected.out).toMatch(/log +2026-\d\d-\d\d \d\d:\d\d Rejected, by organizer/);
    expect(JSON.parse((await run(alike, families, '--json')).out)).toHaveLength(2);
    expect((await run('ffffffff')).exit).toBe(1);
    expect((await run('not-an-id')).exit).toBe(2);
  });

  test('offers to count both of two organizations of one name', async () => {
    await own('First Church', 'church-albany.example', { city: 'Albany' });
    const denver = await own('First Church', 'church-denver.example', { city: 'Denver' });
    const { out } = await run(denver);
    expect(out).toContain(`\`campaign split ${slug} ${short(denver)}\``);
    expect(out).not.toContain('campaign approve');
    const approved = await campaign(['approve', slug, denver], { store: table.store, now: signing.now() });
    for (const command of ['split', 'promote'])
      expect(approved.out).toContain(`\`campaign ${command} ${slug} ${short(denver)}\``);
  });
});
