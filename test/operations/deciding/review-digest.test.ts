import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { shardCount, signOnsPartition } from '../../../shared/table/keys.ts';
import { slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { freshStore, seed, type TestStore } from '../../support/store.ts';
import { sweepOnce } from '../../support/sweep.ts';

let database: TestStore;
let signing: Signing;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings: { review: 'flagged' } });
  signing = newSigning(database, { review: 'flagged' });
});
afterAll(() => database.client.destroy());

async function digests(): Promise<unknown[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.flatMap(({ event, pendingMail }) =>
    event.type === 'review-waiting' && pendingMail ? [event] : [],
  );
}
const flagged = async (name: string) => {
  const id = await signing.submit(`${name.toLowerCase().replaceAll(' ', '.')}@gmail.com`, name);
  await signing.confirm(id);
  return id;
};
const sweep = () => sweepOnce(database, signing.now());

describe('the digest of what waits for review', () => {
  test('says how many wait and lists the most suspicious organizations, and is not sent if nothing waits', async () => {
    await sweep();
    expect(await digests()).toEqual([]);
    await flagged('Harbor Families');
    const worse = await signing.submit('x@mailinator.com', 'Pier Club');
    await signing.confirm(worse);
    const person = await signing.submit('somebody@mailinator.com');
    await signing.confirm(person);
    await sweep();
    expect(await digests()).toEqual([
      {
        type: 'review-waiting',
        organizations: 2,
        individuals: 1,
        isWhole: true,
        names: ['Pier Club', 'Harbor Families'],
        reasons: [
          ['disposable-mail', 'no-website'],
          ['free-mail', 'no-website'],
        ],
      },
    ]);
  });

  test('comes at most once an hour, and again after a day while something waits', async () => {
    const id = await flagged('Harbor Families');
    await sweep();
    await flagged('Dock Workers');
    for (let minute = 0; minute < 5; minute++) {
      signing.later(60);
      await sweep();
    }
    expect(await digests()).toHaveLength(1);
    signing.later(60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(2);
    signing.later(2 * 60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(2);
    signing.later(22 * 60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(3);
    await signing.reject(id);
    await signing.reject(signing.idOf('dock.workers@gmail.com', 'Dock Workers'));
    signing.later(25 * 60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(3);
  });

  test('comes once when sweeps overlap', async () => {
    await flagged('Harbor Families');
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await digests()).toHaveLength(1);
  });

  test('names vacated claims and duplicates of another domain once, all in one email', async () => {
    const typed = (domain: string) => ({ website: `https://${domain}/` });
    const names = Array.from({ length: 12 }, (_, at) => `Harbor Group ${at}`);
    const seconds: string[] = [];
    for (const [at, name] of names.entries()) {
      const first = await signing.submit(`ana@group-${at}.example`, name, typed(`group-${at}.example`));
      await signing.confirm(first);
      const second = await signing.submit(`ben@group-${at}.example`, name, typed(`group-${at}.example`));
      await signing.confirm(second);
      seconds.push(second);
      await signing.withdraw(first);
    }
    await signing.promote(seconds[0] ?? '');
    const other = await signing.submit('dan@other.example', names[0] ?? '', typed('third.example'));
    expect(await signing.confirm(other)).toBe('already-signed-by-organization');
    signing.later(60);
    await sweep();
    const [digest, ...more] = await digests();
    expect(more).toEqual([]);
    expect(digest).toMatchObject({
      organizations: 0,
      duplicates: [{ organizationName: 'Harbor Group 0', id: other, reasons: ['other-domain'] }],
      vacated: names
        .slice(1)
        .toReversed()
        .map((organizationName, at) => ({
          organizationName,
          waiting: [seconds[11 - at]],
        })),
    });
    signing.later(25 * 60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(1);
  });

  test('names a duplicate that is confirmed while the rows are read, in the next one', async () => {
    const typed = { website: undefined };
    await signing.confirm(await signing.submit('eve@evil.example', 'Harbor Families', typed));
    await flagged('Xylo Makers');
    const id = await signing.submit('ana@families.example', 'Harbor Families', typed);
    const { store } = database;
    const late: TestStore['store'] = {
      ...store,
      query: async (...query) => {
        const page = await store.query(...query);
        if (query[1].PK === signOnsPartition(slug, shardCount - 1)) {
          signing.later(1);
          expect(await signing.confirm(id)).toBe('already-signed-by-organization');
          signing.later(1);
        }
        return page;
      },
    };
    await sweepOnce({ ...database, store: late }, signing.now);
    expect(await digests()).toHaveLength(1);
    signing.later(2 * 60 * 60);
    await sweep();
    expect((await digests()).at(-1)).toMatchObject({
      duplicates: [{ organizationName: 'Harbor Families', id }],
    });
  });

  test('names a duplicate once that was written after the rows were read, with the time of before', async () => {
    const typed = { website: undefined };
    await signing.confirm(await signing.submit('eve@evil.example', 'Harbor Families', typed));
    await flagged('Xylo Makers');
    const id = await signing.submit('ana@families.example', 'Harbor Families', typed);
    signing.later(2);
    await sweep();
    expect(await digests()).toHaveLength(1);
    signing.later(-2);
    expect(await signing.confirm(id)).toBe('already-signed-by-organization');
    for (let sweeps = 0; sweeps < 3; sweeps++) {
      signing.later(90 * 60);
      await sweep();
    }
    expect((await digests()).slice(1)).toMatchObject([{ duplicates: [{ id }] }]);
  });

  test('names a duplicate once that is confirmed a moment before a digest', async () => {
    await signing.confirm(await signing.submit('eve@evil.example', 'Harbor Families'));
    await flagged('Xylo Makers');
    const id = await signing.submit('ana@families.example', 'Harbor Families');
    await signing.confirm(id);
    for (let sweeps = 0; sweeps < 3; sweeps++) {
      signing.later(2);
      await sweep();
      signing.later(90 * 60);
    }
    expect(await digests()).toHaveLength(2);
    expect((await digests()).filter((digest) => JSON.stringify(digest).includes(id))).toHaveLength(1);
  });

  test('names a duplicate that takes the name of another organization after a digest, once', async () => {
    const typed = { website: undefined };
    for (const [email, name] of [
      ['ana@seaside.example', 'Seaside Network'],
      ['eve@evil.example', 'Harbor Families'],
    ] as const)
      await signing.confirm(await signing.submit(email, name, typed));
    const id = await signing.submit('ben@seaside.example', 'Seaside Network', typed);
    expect(await signing.confirm(id)).toBe('already-signed-by-organization');
    await flagged('Xylo Makers');
    await sweep();
    signing.later(2 * 60 * 60);
    expect(await signing.correct(id, { organizationName: 'Harbor Families' })).toBe('corrected');
    signing.later(60);
    await sweep();
    const duplicates = [{ organizationName: 'Harbor Families', id }];
    expect((await digests()).at(-1)).toMatchObject({ duplicates });
    await signing.correct(id, { title: 'Chair' });
    signing.later(2 * 60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(2);
  });

  test('names one that was approved behind a stranger who has signed meanwhile', async () => {
    const id = await flagged('Harbor Families');
    await sweep();
    signing.later(2 * 60 * 60);
    await signing.confirm(await signing.submit('eve@evil.example', 'Harbor Families'));
    await sweep();
    signing.later(2 * 60 * 60);
    expect(await signing.approve(id)).toBe('approved-organization-has-signed');
    signing.later(60);
    await sweep();
    expect((await digests()).at(-1)).toMatchObject({
      duplicates: [{ organizationName: 'Harbor Families', id }],
    });
    await signing.promote(id);
    expect((await signing.read(id)).reviewRequestedAt).toBeUndefined();
  });

  const vacated = async () => ((await digests()).at(-1) as { vacated?: { waiting: string[] }[] })?.vacated;
  const signs = async (person: string, name: string) => {
    const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
    const id = await signing.submit(`${person}@${domain}`, name, { website: `https://${domain}/` });
    await signing.confirm(id);
    return id;
  };

  test('tells of a vacated claim however much was logged since, and says how many more there are', async () => {
    for (let at = 0; at < 22; at++) {
      const first = await signs('ana', `Harbor Group ${at}`);
      await signs('ben', `Harbor Group ${at}`);
      await signing.withdraw(first);
    }
    const other = await signs('eva', 'Pier Club');
    for (let at = 0; at < 60; at++) {
      await signing.reject(other);
      await signing.reinstate(other);
    }
    await sweep();
    expect(await digests()).toMatchObject([{ moreVacated: 2 }]);
    expect(await vacated()).toHaveLength(20);
  });

  test('tells of a claim that is vacated again within the hour, after the digest that told of it', async () => {
    const first = await signs('ana', 'Harbor Group');
    const second = await signs('ben', 'Harbor Group');
    await signing.withdraw(first);
    await sweep();
    expect(await vacated()).toMatchObject([{ waiting: [second] }]);
    await signing.promote(second);
    const third = await signs('cem', 'Harbor Group');
    await signing.withdraw(second);
    signing.later(60 * 60);
    await sweep();
    expect(await digests()).toHaveLength(2);
    expect(await vacated()).toMatchObject([{ waiting: [third] }]);
  });

  test('tells of who waits for a claim that was vacated twice before it came, in one event', async () => {
    const first = await signs('ana', 'Harbor Group');
    const second = await signs('ben', 'Harbor Group');
    await signing.withdraw(first);
    await signing.promote(second);
    const third = await signs('cem', 'Harbor Group');
    await signing.withdraw(second);
    await sweep();
    expect(await vacated()).toMatchObject([{ organizationName: 'Harbor Group', waiting: [third] }]);
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.filter(({ event }) => event.type === 'claim-vacated')).toHaveLength(1);
  });

  test('tells of a claim that was vacated more than a day before a sweep looks', async () => {
    const first = await signs('ana', 'Harbor Group');
    const second = await signs('ben', 'Harbor Group');
    await signing.withdraw(first);
    signing.later(25 * 60 * 60);
    await sweep();
    expect(await vacated()).toMatchObject([{ organizationName: 'Harbor Group', waiting: [second] }]);
  });

  test('tells who waits for a claim that was vacated again after all who had waited said not me', async () => {
    const first = await signs('ana', 'Harbor Group');
    const second = await signs('ben', 'Harbor Group');
    await signing.withdraw(first);
    await signing.notMe(second);
    const third = await signs('cem', 'Harbor Group');
    const fourth = await signs('dan', 'Harbor Group');
    await signing.withdraw(third);
    await sweep();
    expect(await vacated()).toMatchObject([{ waiting: [fourth] }]);
  });

  test('tells who waits for a vacated claim after another has moved to the queue of another organization', async () => {
    const first = await signs('ana', 'Harbor Group');
    const waiting = [await signs('ben', 'Harbor Group'), await signs('cem', 'Harbor Group')].sort();
    await signs('yan', 'Pier Club');
    await signing.withdraw(first);
    await signing.correct(waiting[0] ?? '', { organizationName: 'Pier Club' });
    await sweep();
    expect(await vacated()).toMatchObject([{ organizationName: 'Harbor Group', waiting: [waiting[1]] }]);
  });

  test('reads neither the log nor a claim again of which there is nothing to tell', async () => {
    for (let at = 0; at < 12; at++) {
      const first = await signs('ana', `Harbor Group ${at}`);
      const second = await signs('ben', `Harbor Group ${at}`);
      await signing.withdraw(first);
      await signing.promote(second);
    }
    const sweepReads = async () => {
      const reads = { queries: 0, claims: 0 };
      const { store } = database;
      const counting: TestStore['store'] = {
        ...store,
        query: async (...query) => {
          reads.queries += 1;
          return await store.query(...query);
        },
        get: async (schema, key) => {
          if (key.SK === 'CLAIM') reads.claims += 1;
          return await store.get(schema, key);
        },
      };
      await sweepOnce({ ...database, store: counting }, signing.now());
      return reads;
    };
    signing.later(10 * 60);
    expect(await sweepReads()).toMatchObject({ claims: 12 });
    const idle = await sweepReads();
    expect(idle.claims).toBe(0);
    expect(idle.queries).toBeLessThanOrEqual(20);
    expect(await digests()).toEqual([]);
  });

  test('says how many duplicates there are besides the ten that it names', async () => {
    const name = 'Harbor Group';
    for (let at = 0; at < 13; at++) {
      const typed = { website: `https://group-${at}.example/` };
      await signing.confirm(await signing.submit(`ana@group-${at}.example`, name, typed));
    }
    signing.later(60);
    await sweep();
    const [digest] = await digests();
    expect(digest).toMatchObject({ moreDuplicates: 2 });
    expect(digest).toHaveProperty('duplicates.length', 10);
  });
});
