import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { signOnKey } from '../../shared/table/keys.ts';
import { aConfirmedSignOn, aSignOn, someDetails } from '../support/records.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../support/store.ts';
import { campaign } from './a-terminal.ts';

let table: TestStore;
const ana = aConfirmedSignOn({ submission: undefined, signed: someDetails() });
const ben = aConfirmedSignOn({ email: 'ben@example.org', submission: undefined, signed: someDetails() });

beforeEach(async () => {
  table = await freshStore();
  await seed(table, { gate: { individuals: 2 }, signOns: [ana, ben] });
});
afterEach(() => table.client.destroy());

const erase = (...args: string[]) =>
  campaign(['erase', 'harbor-trees', ...args, '--yes'], { store: table.store });
const addresses = async () => (await signOnsOf(table)).map(({ email }) => email).filter(Boolean);

describe('campaign erase', () => {
  test('erases one sign-on by its first digits, after asking', async () => {
    const declined = await campaign(['erase', 'harbor-trees', ana.id], { store: table.store, answer: false });
    expect(declined.out).toContain('Nothing was erased.');
    expect(await addresses()).toHaveLength(2);
    expect((await erase(ana.id.slice(0, 8))).out).toContain('was erased');
    expect(await addresses()).toEqual(['ben@example.org']);
    expect((await erase(ana.id, '--yes', '--json')).out).toContain('already-erased');
    expect(await gateOf(table)).toMatchObject({ individuals: 2, dirty: expect.any(String) });
  });

  test('erases everything of a campaign', async () => {
    expect((await erase('--yes')).exit).toBe(0);
    expect(await addresses()).toEqual([]);
    expect(await gateOf(table)).toMatchObject({ individuals: 2, held: 'yes', erasedAt: expect.any(String) });
  });

  test('also erases a sign-on that was accepted before everyone knew of the pause', async () => {
    const late = aSignOn({ email: 'late@example.org' });
    const meanwhile = async () => await table.put({ ...signOnKey('harbor-trees', late.id), ...late });
    await campaign(['erase', 'harbor-trees', '--yes'], { store: table.store, meanwhile });
    expect(await signOnsOf(table)).toHaveLength(3);
    expect(await addresses()).toEqual([]);
  });

  test('says what it cannot find, and what it needs', async () => {
    expect(await erase('x', '--yes')).toMatchObject({ exit: 2 });
    expect(await erase('0'.repeat(32), '--yes')).toMatchObject({ exit: 1 });
    expect(await campaign(['erase', 'no-such', '--yes'], { store: table.store })).toMatchObject({ exit: 1 });
    expect(await campaign(['erase'], { store: table.store })).toMatchObject({ exit: 2 });
  });
});
