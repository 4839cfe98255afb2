import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { noFigures, storeFigures } from '../../shared/operations/reporting/figures.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { saveSweepPosition } from '../../shared/sweep/sweep-position.ts';
import {
  addressSignOnsKey,
  campaignListKey,
  eventKey,
  gateKey,
  settingsKey,
  signOnKey,
} from '../../shared/table/keys.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import { crashAtEveryStep, crashingStore } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, aSignOn, organizationDetails, slug, someDetails } from '../support/records.ts';
import { newSigning } from '../support/signing.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, type KeyedTestStore, type Seed, seed, signOnsOf } from '../support/store.ts';
import { campaign, folderOnDisk, type Terminal } from './a-terminal.ts';

let table: KeyedTestStore;
let site: Site;

const other = 'other-letter';
const pending = aSignOn({ email: 'pending@example.org' });
const withdrawn = aConfirmedSignOn({
  email: 'gone@example.org',
  status: 'withdrawn',
  eligible: 'no',
  counted: 'no',
});
const confirmed = aConfirmedSignOn({ submission: undefined, signed: someDetails() });

beforeEach(async () => {
  table = await freshStore();
  site = newSite(table);
});
afterEach(() => table.client.destroy());

/** A campaign with its pages, and another one that nothing may happen to. */
async function aCampaign(seeded: Seed): Promise<void> {
  await seed(table, seeded);
  await seed(table, {
    settings: { slug: other },
    gate: { slug: other },
    signOns: [{ ...pending, slug: other }],
  });
  await table.put({ ...addressSignOnsKey(slug, 'abc'), signOns: new Set(['x']) });
  await table.put({ ...addressSignOnsKey(other, 'abc'), signOns: new Set(['x']) });
  const files = [`${slug}/index.html`, `${slug}/es/index.html`, `${other}/index.html`];
  for (const key of files) await site.site.put(aFile(key));
  for (const key of [`snapshots/${slug}/1.json`, `supplements/${slug}/1.json`, `snapshots/${other}/1.json`])
    await site.snapshots.put(aFile(key));
}

const aFile = (key: string) => ({ key, body: key, contentType: 'text/plain', cacheControl: 'no-store' });

/** Runs the command; while it waits, the site job does what the stream would call it for. */
const remove = (more: Terminal = {}) =>
  campaign(['delete', slug, '--yes'], {
    store: table.store,
    tableKeys: table.tableKeys,
    meanwhile: async () => await runSiteJob(site.dependencies(), slug),
    ...more,
  });

/** What is left anywhere that names the campaign. */
async function leftOf(of: string): Promise<string[]> {
  const keys = (await table.tableKeys()).map(({ PK, SK }) => `${PK} ${SK}`);
  const files = [...site.site.files.keys(), ...site.snapshots.files.keys()];
  return [...keys, ...files].filter((key) => key.includes(of));
}

describe('campaign delete', () => {
  test('removes everything of a campaign that nobody has confirmed, and nothing of another', async () => {
    await aCampaign({ signOns: [pending, withdrawn], letter: 'a letter', release: 'a release' });
    const before = (await leftOf(other)).toSorted();
    const { exit, out, error } = await remove();
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toContain('harbor-trees was deleted, with 2 sign-ons.');
    expect(await leftOf(slug)).toEqual([]);
    expect((await leftOf(other)).toSorted()).toEqual(before);
    expect(site.invalidated).toContainEqual([`/${slug}`, `/${slug}/*`, '/']);
    expect(site.site.files.get('index.html')).not.toContain(`/${slug}/`);
  });

  test('says what goes and asks, and changes nothing without a yes', async () => {
    await aCampaign({ signOns: [pending, withdrawn] });
    const declined = await campaign(['delete', slug], { store: table.store, answer: false });
    expect(declined.out).toContain(
      'Delete harbor-trees: its letter, pages, settings and log, 2 sign-ons (none of them confirmed) and 0 press contacts? This cannot be undone.',
    );
    expect(declined.out).toContain('Nothing was deleted.');
    expect((await campaign(['delete', slug], { store: table.store })).error).toContain('add --yes');
    expect((await gateOf(table)).deletion).toBeUndefined();
  });

  test('removes claims and names that no sign-on names any more', async () => {
    const signing = newSigning(table, { review: 'flagged' });
    await aCampaign({ settings: { review: 'flagged' } });
    const ids: string[] = [];
    for (const [domain, name] of [
      ['harborfamilies.org', 'Harbor Families'],
      ['pierreaders.org', 'Pier Readers'],
    ] as const) {
      const id = await signing.submit(`ana@${domain}`, name, { website: `https://${domain}` });
      expect(await signing.confirm(id)).toBe('confirmed');
      ids.push(id);
    }
    const [kept = '', merged = ''] = ids;
    expect(await signing.merge(kept, merged)).toBe('merged');
    for (const id of ids) {
      await signing.reject(id);
      await signing.notMe(id);
    }
    for (const kind of ['ORGANIZATION', 'LOOKALIKE', 'WEBSITE'])
      expect((await leftOf(slug)).filter((key) => key.startsWith(`${kind}#`))).not.toEqual([]);
    expect((await remove()).exit).toBe(0);
    expect(await leftOf(slug)).toEqual([]);
  });

  test('waits for the count of one that was just withdrawn, so that no count is wrong if it ends', async () => {
    const uncounted = { ...withdrawn, counted: 'yes' as const };
    await aCampaign({ signOns: [uncounted], gate: { individuals: 1 } });
    expect((await remove()).error).toContain('Run it again: it goes on where it ended.');
    expect(await signOnsOf(table)).toHaveLength(1);
    await table.put({ ...signOnKey(slug, withdrawn.id), ...withdrawn });
    expect(await remove()).toMatchObject({ exit: 0, error: '' });
    expect(await leftOf(slug)).toEqual([]);
  });

  test('refuses a campaign with confirmed sign-ons, and says the cure for its state', async () => {
    await aCampaign({ signOns: [pending, confirmed] });
    const { exit, error } = await remove();
    expect(exit).toBe(1);
    expect(error).toContain('harbor-trees has 1 confirmed sign-on, so it is not deleted.');
    expect(error).toContain('`campaign reject harbor-trees <id…>`');
    await seed(table, { gate: { status: 'published' }, signOns: [confirmed] });
    expect((await remove()).error).toContain('`campaign take-down harbor-trees`, then `campaign erase');
    await seed(table, { gate: { status: 'taken-down' }, signOns: [confirmed] });
    expect((await remove()).error).toContain('Erase its personal data first');
    expect(await leftOf(slug)).not.toEqual([]);
  });

  test.each([
    ['publishing', { status: 'publishing' }, 'is being published'],
    ['being erased', { erasureId: 'x' }, 'is being erased'],
    ['imported into', { importId: 'x' }, 'An import into harbor-trees is not finished'],
    ['asking again', { askingStartedAt: '2026-11-05T11:00:00.000Z' }, 'are being asked'],
  ] as const)('refuses while the campaign is %s', async (_, gate, reason) => {
    await aCampaign({ gate });
    expect(await remove()).toMatchObject({ exit: 1, error: expect.stringContaining(reason) });
    expect((await gateOf(table)).deletion).toBeUndefined();
  });

  test('removes confirmed sign-ons of a campaign that was taken down and erased', async () => {
    const erasedAt = '2026-11-05T11:00:00.000Z';
    const gate = { status: 'taken-down' as const, takenDownAt: erasedAt, erasedAt, organizations: 1 };
    const counted = aConfirmedSignOn({
      kind: 'organization',
      email: '',
      submission: undefined,
      signed: organizationDetails('Harbor Families'),
    });
    await aCampaign({ gate, signOns: [counted] });
    expect(await remove()).toMatchObject({ exit: 0, error: '' });
    expect(await leftOf(slug)).toEqual([]);
  });

  test('a site job that has lost its lease leaves the next step to the holder', async () => {
    const deletion = { id: 'one', was: 'collecting' as const, held: 'no' as const, step: 'files' as const };
    await aCampaign({ gate: { deletion } });
    const invalidate = async () => {
      await table.store.update({
        key: gateKey(slug),
        update: 'SET lease = :lease',
        values: { ':lease': 'another' },
      });
    };
    await runSiteJob({ ...site.dependencies(), invalidate }, slug);
    expect(await gateOf(table)).toMatchObject({ deletion });
    await table.store.update({ key: gateKey(slug), update: 'REMOVE lease, leaseUntil' });
    await runSiteJob(site.dependencies(), slug);
    expect(await gateOf(table)).toMatchObject({ deletion: { ...deletion, step: 'rest' } });
  });

  test('a form that arrives before everybody knows is removed, too', async () => {
    await aCampaign({ signOns: [pending] });
    const late = aSignOn({ email: 'late@example.org' });
    let waits = 0;
    await remove({
      meanwhile: async () => {
        if (++waits === 1) await table.put({ ...signOnKey(slug, late.id), ...late });
        await runSiteJob(site.dependencies(), slug);
      },
    });
    expect(await leftOf(slug)).toEqual([]);
  });

  test('somebody who confirms meanwhile is not lost: the campaign goes on as before', async () => {
    await aCampaign({ signOns: [pending], gate: { held: 'no' } });
    const { exit, error } = await remove({
      meanwhile: async () => await table.put({ ...signOnKey(slug, confirmed.id), ...confirmed }),
    });
    expect(exit).toBe(1);
    expect(error).toContain('a sign-on was confirmed');
    expect(await gateOf(table)).toMatchObject({ held: 'no', status: 'collecting' });
    expect((await gateOf(table)).deletion).toBeUndefined();
    expect(await readSettings(table.store, slug)).toMatchObject({ paused: false });
    expect((await readSettings(table.store, slug))?.takenDown).toBeUndefined();
    expect(site.site.files.has(`${slug}/index.html`)).toBe(true);
    expect((await leftOf(slug)).filter((key) => key.startsWith('SIGNONS'))).toHaveLength(2);
  });

  test.each([
    ['resume', {}, ['resume', slug, '--yes']],
    ['take down', { status: 'published' }, ['take-down', slug, '--yes']],
    ['erase', { status: 'published' }, ['erase', slug, '--yes']],
  ] as const)(
    'nobody can %s a campaign that is being deleted, and it is deleted to the end',
    async (_, gate, command) => {
      // Only the hold keeps the gate of this campaign shut.
      await aCampaign({ gate: { ...gate, thresholdOrganizations: 0, thresholdIndividuals: 0 } });
      let refusal = '';
      const { exit, error } = await remove({
        meanwhile: async () => {
          refusal ||= (await campaign([...command], { store: table.store })).error;
          await runSiteJob(site.dependencies(), slug);
        },
      });
      expect(refusal).toContain('There is no campaign harbor-trees.');
      expect({ exit, error }).toEqual({ exit: 0, error: '' });
      expect(await leftOf(slug)).toEqual([]);
    },
  );

  test('a sweep that began before leaves nothing, nor does the console while the table is read', async () => {
    await aCampaign({ signOns: [pending] });
    await remove({
      tableKeys: async () => {
        const keys = await table.tableKeys();
        await table.put({ ...eventKey(slug, newIds().newUlid()) });
        return keys;
      },
    });
    await saveSweepPosition(table.store, slug, { after: {} }, { after: { 3: 'SIGNON#3' } });
    await storeFigures(table.store, slug, new Map([[3, noFigures]]), site.now);
    expect(await leftOf(slug)).toEqual([]);
  });

  test('a sweep that stops right before the gate is removed leaves nothing', async () => {
    await aCampaign({ signOns: [pending] });
    const store: Store = {
      ...table.store,
      transact: async (writes) => {
        const isLast = writes.some((write) => 'remove' in write && write.remove.SK === 'GATE');
        if (isLast) {
          await saveSweepPosition(table.store, slug, { after: {} }, { after: { 3: 'SIGNON#3' } });
          await storeFigures(table.store, slug, new Map([[3, noFigures]]), site.now);
        }
        return await table.store.transact(writes);
      },
    };
    expect(await remove({ store })).toMatchObject({ exit: 0, error: '' });
    expect(await leftOf(slug)).toEqual([]);
  });

  test.each([
    ['the first of its campaign', false],
    ['one of many', true],
  ])(
    'a sweep that stops before a write for as long as a deletion takes leaves nothing: %s',
    async (_, isLater) => {
      const write = async (store: Store) => {
        await saveSweepPosition(store, slug, { after: {} }, { after: { 3: 'SIGNON#3' } });
        await storeFigures(store, slug, new Map([[3, noFigures]]), site.now);
      };
      for (let stop = 1; ; stop++) {
        table = await freshStore();
        site = newSite(table);
        await aCampaign({ signOns: [pending] });
        if (isLater) await write(table.store);
        let writes = 0;
        const stopping = async <T>(go: () => Promise<T>): Promise<T> => {
          if (++writes === stop) expect(await remove()).toMatchObject({ exit: 0 });
          return await go();
        };
        await write({
          ...table.store,
          update: (update) => stopping(() => table.store.update(update)),
          transact: (all) => stopping(() => table.store.transact(all)),
        });
        if (writes < stop) return;
        expect({ stop, left: await leftOf(slug) }).toEqual({ stop, left: [] });
        table.client.destroy();
      }
    },
  );

  test('a sign-on that is confirmed right before it would be removed stays', async () => {
    await aCampaign({ signOns: [pending] });
    const store: Store = {
      ...table.store,
      transact: async (writes) => {
        const isRemoval = writes.some((write) => 'remove' in write && write.remove.PK.startsWith('SIGNONS#'));
        if (isRemoval) await table.put({ ...signOnKey(slug, pending.id), ...pending, status: 'confirmed' });
        return await table.store.transact(writes);
      },
    };
    expect(await remove({ store })).toMatchObject({ exit: 1, error: expect.stringContaining('confirmed') });
    expect(await signOnsOf(table)).toMatchObject([{ id: pending.id, status: 'confirmed' }]);
    expect((await gateOf(table)).deletion).toBeUndefined();
  });

  test('nobody can confirm or sign while a campaign is deleted, and its folder is not applied', async () => {
    await aCampaign({ signOns: [pending] });
    const applied: string[] = [];
    await remove({
      meanwhile: async () => {
        const settings = await readSettings(table.store, slug);
        if (settings) expect(settings.takenDown).toBe(true);
        const again = await campaign(['apply', await folderOnDisk(), '--yes'], { store: table.store });
        applied.push(again.error);
        await runSiteJob(site.dependencies(), slug);
      },
    });
    for (const error of applied) expect(error).toContain('harbor-trees is being deleted.');
    expect(applied.length).toBeGreaterThan(0);
    expect(await leftOf(slug)).toEqual([]);
  });

  test('the name can be used again at once', async () => {
    await aCampaign({ signOns: [pending] });
    await remove();
    const again = await campaign(['apply', await folderOnDisk(), '--yes'], { store: table.store });
    expect(again).toMatchObject({ exit: 0, out: expect.stringContaining('harbor-trees was created.') });
    await runSiteJob(site.dependencies(), slug);
    expect(site.site.files.has(`${slug}/index.html`)).toBe(true);
  });

  test('ended at any step, the same command goes on to the end', async () => {
    await crashAtEveryStep(async (run, name) => {
      table = await freshStore();
      site = newSite(table);
      await aCampaign({ signOns: [pending, withdrawn], letter: 'a letter' });
      const dying = {
        store: crashingStore(table.store, run),
        meanwhile: async () => await runSiteJob(site.dependencies(run), slug).catch(() => {}),
        tableKeys: () => run.step(table.tableKeys),
      };
      await remove(dying).catch(() => {});
      // The lease of a job that died has run out by then.
      site.now = new Date(site.now.getTime() + 3_600_000);
      const isLeft = (await leftOf(slug)).length > 0;
      if (isLeft) expect({ name, ...(await remove()) }).toMatchObject({ name, exit: 0 });
      expect({ name, left: await leftOf(slug) }).toEqual({ name, left: [] });
      table.client.destroy();
    });
  }, 60_000);

  test('a second call that comes late removes nothing of a new campaign with the same name', async () => {
    await aCampaign({ signOns: [pending] });
    let isNew = false;
    const second = await remove({
      tableKeys: async () => {
        const keys = await table.tableKeys();
        if (!isNew) {
          isNew = true;
          await remove();
          await campaign(['apply', await folderOnDisk(), '--yes'], { store: table.store });
        }
        return keys;
      },
    });
    expect(second).toMatchObject({
      exit: 1,
      error: expect.stringContaining('changed while the command ran'),
    });
    expect(await table.tableKeys()).toContainEqual(settingsKey(slug));
    expect(await table.tableKeys()).toContainEqual(campaignListKey(slug));
  });

  test('says what it cannot find', async () => {
    expect(await campaign(['delete', 'no-such', '--yes'], { store: table.store })).toMatchObject({ exit: 1 });
    expect(await campaign(['delete'], { store: table.store })).toMatchObject({ exit: 2 });
  });
});
