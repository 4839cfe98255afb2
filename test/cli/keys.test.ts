import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../shared/failure.ts';
import {
  fingerprintsOf,
  type KeyBackup,
  readKeyBackup,
  type StageKeys,
} from '../../shared/table/key-backup.ts';
import type { Store } from '../../shared/table/table.ts';
import { aSignOn, testAddressKey } from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { campaign } from './a-terminal.ts';

const other = 'another address key for tests';
const [key1, key2, key3] = ['1', '2', '3'].map((digit) => digit.repeat(64));
const own: StageKeys = { addressKey: testAddressKey, linkKeys: { current: 'k1', keys: { k1: key1 ?? '' } } };

let table: TestStore;
let folder: string;
let file: string;
let stored: Partial<StageKeys>;

beforeEach(async () => {
  table = await freshStore();
  folder = mkdtempSync(join(tmpdir(), 'undersigned-keys-'));
  file = join(folder, 'keys.json');
  stored = own;
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runOn(table.store, ...args);
const runOn = (store: Store, ...args: string[]) =>
  campaign(args, {
    store,
    keys: {
      read: async () => stored,
      write: async (keys) => {
        stored = keys;
      },
    },
  });

/** Exports the keys that stand there now, and then leaves others there. */
async function lose(instead: Partial<StageKeys>): Promise<void> {
  expect((await run('export-keys', '--out', file)).exit).toBe(0);
  stored = { ...own, ...instead };
}

describe('campaign export-keys', () => {
  test('writes a file that only the user can read, prints no key, and records the backup by fingerprints', async () => {
    const { exit, out, error } = await run('export-keys', '--out', file);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = readFileSync(file, 'utf8');
    expect(JSON.parse(content)).toEqual({
      format: 1,
      stage: 'local',
      addressKey: testAddressKey,
      linkKeys: { current: 'k1', k1: key1 },
    });
    const backup: KeyBackup | undefined = await readKeyBackup(table.store);
    for (const text of [out, JSON.stringify(backup)]) {
      expect(text).not.toContain(testAddressKey);
      expect(text).not.toContain(key1);
    }
    expect(backup).toMatchObject({ addressKey: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  test.each(['/dev/stdout', '/dev/stderr'])('refuses %s, so that no key is printed', async (path) => {
    const { exit, out, error } = await run('export-keys', '--out', path);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toContain(path);
  });

  test('overwrites no file, needs a file name, and names a folder that does not exist', async () => {
    writeFileSync(file, 'kept');
    expect((await run('export-keys', '--out', file)).exit).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect((await run('export-keys')).exit).toBe(2);
    expect((await run('export-keys', '--out', join(folder, 'no', 'keys'))).error).toContain('folder exists');
  });

  test('leaves no file behind if the backup cannot be recorded, so that a second try succeeds', async () => {
    const denied = new Failure('refused', 'UpdateItem', 'AccessDeniedException');
    const readOnly = { ...table.store, update: () => Promise.reject(denied) };
    expect((await runOn(readOnly, 'export-keys', '--out', file)).exit).toBe(1);
    expect(await run('export-keys', '--out', file)).toMatchObject({ exit: 0, error: '' });
  });

  test.each([
    ['address key', { linkKeys: own.linkKeys }],
    ['link keys', { addressKey: own.addressKey }],
  ])('writes nothing if the secret of the %s cannot be read', async (name, readable) => {
    stored = readable;
    const { exit, error } = await run('export-keys', '--out', file);
    expect({ exit, error }).toEqual({ exit: 1, error: expect.stringContaining(`The secret of the ${name}`) });
    expect(existsSync(file)).toBe(false);
  });

  test('is not allowed for the role of organizers', async () => {
    const { exit } = await campaign(['export-keys', '--out', file], { store: table.store });
    expect(exit).toBe(1);
  });
});

describe('campaign restore-keys', () => {
  test('changes nothing if the keys are the same', async () => {
    await lose({});
    expect((await run('restore-keys', file)).out).toContain('has these keys already');
  });

  test('restores both after a new deployment that has no sign-ons', async () => {
    await lose({ addressKey: other, linkKeys: { current: 'k1', keys: { k1: key2 ?? '' } } });
    const { exit, out } = await run('restore-keys', file, '--yes');
    expect(exit).toBe(0);
    expect(out).toContain('docs/runbook.md');
    expect(stored).toEqual(own);
  });

  test('restores them for a table whose sign-ons were made with them', async () => {
    await seed(table, { signOns: [aSignOn()] });
    await lose({ addressKey: other });
    await run('restore-keys', file, '--yes');
    expect(stored).toEqual(own);
  });

  test('refuses an address key other than that of the table’s sign-ons, and says what to do', async () => {
    stored = { ...own, addressKey: other };
    await lose({});
    await seed(table, { signOns: [aSignOn()] });
    const { exit, error } = await run('restore-keys', file, '--yes');
    expect(exit).toBe(1);
    expect(error).toContain('Use the file of this stage');
    expect(stored).toEqual(own);
  });

  test('asks before links of the current key stop working, and keeps a link key that is newer', async () => {
    await lose({ linkKeys: { current: 'k2', keys: { k1: key2 ?? '', k2: key3 ?? '' } } });
    const asked = await run('restore-keys', file);
    expect(asked).toMatchObject({ exit: 1, error: expect.stringContaining('current key k1 stop working') });
    await run('restore-keys', file, '--yes');
    expect(stored.linkKeys).toEqual({ current: 'k2', keys: { k1: key1, k2: key3 } });
    // The file has no k2, so the doctor asks for a new one.
    expect(await readKeyBackup(table.store)).toMatchObject(fingerprintsOf(own));
  });

  test.each([
    ['address key', { linkKeys: own.linkKeys }],
    ['link keys', { addressKey: own.addressKey }],
    ['address key', {}],
  ])('asks, and restores both if the secret of the %s cannot be read', async (name, readable) => {
    await seed(table, { signOns: [aSignOn()] });
    await lose({});
    stored = readable;
    const asked = await run('restore-keys', file);
    expect(asked).toMatchObject({ exit: 1, error: expect.stringContaining(`The secret of the ${name}`) });
    expect(stored).toEqual(readable);
    expect((await run('restore-keys', file, '--yes')).exit).toBe(0);
    expect(stored).toEqual(own);
  });

  test('says that the file may be of another stage if the address key is lost', async () => {
    await lose({});
    const right = join(folder, 'right.json');
    stored = { ...own, addressKey: other };
    expect((await run('export-keys', '--out', right)).exit).toBe(0);
    stored = {};
    expect((await run('restore-keys', file)).error).toContain('may be of another stage');
    expect((await run('restore-keys', right)).error).not.toContain('may be of another stage');
  });

  test.each(['', '{}', '{"format":1,"stage":"x","addressKey":"a secret key of some length","linkKeys":{}}'])(
    'refuses a file that is no backup without quoting it: %j',
    async (content) => {
      writeFileSync(file, content);
      const { exit, error } = await run('restore-keys', file, '--yes');
      expect(exit).toBe(1);
      expect(error).toContain('password store');
      expect(error).not.toContain('a secret key');
      expect((await run('restore-keys', join(folder, 'nothing'))).exit).toBe(1);
    },
  );
});
