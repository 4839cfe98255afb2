import { expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import type { Gate } from '../../shared/campaign/gate.ts';
import { notifyBelowThreshold } from '../../shared/operations/counting/notify-below-threshold.ts';
import { beginErasure, continueErasure } from '../../shared/operations/erasing/erase-campaign.ts';
import { endFailedRun, notifySiteFailing } from '../../shared/operations/health/site-failures.ts';
import {
  claimLetterMail,
  recordLetterMailEvent,
  releaseLetterMailClaim,
  settleLetterMail,
} from '../../shared/operations/mailing/letter-mail-claim.ts';
import { reportMailDelay } from '../../shared/operations/mailing/report-mail-delay.ts';
import {
  resumeConfirmations,
  stopConfirmations,
} from '../../shared/operations/mailing/stop-confirmations.ts';
import {
  claimSupplement,
  freezeSupplement,
  noteFreeze,
  settleSupplement,
} from '../../shared/operations/mailing/supplement-states.ts';
import {
  forcePublication,
  holdGate,
  setPaused,
} from '../../shared/operations/publishing/campaign-commands.ts';
import { acquireLease, type Lease, releaseLeaseIfClean } from '../../shared/operations/publishing/lease.ts';
import { notifyArtifactFailed } from '../../shared/operations/publishing/notify-artifact-failed.ts';
import { markDelivered } from '../../shared/operations/publishing/opening-commands.ts';
import {
  claimSnapshot,
  markPublished,
  returnToCollecting,
} from '../../shared/operations/publishing/publication-transitions.ts';
import { requestEmbargo } from '../../shared/operations/publishing/request-embargo.ts';
import { requestSupplement } from '../../shared/operations/publishing/request-supplement.ts';
import { setListing, unsetListing } from '../../shared/operations/publishing/stored-listing.ts';
import { takeDown } from '../../shared/operations/publishing/take-down.ts';
import { beginImport } from '../../shared/operations/signing/import.ts';
import { gateKey, settingsKey } from '../../shared/table/keys.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import { newIds } from '../support/ids.ts';
import { aGate, slug } from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';

const { newUlid } = newIds();
const now = new Date('2026-11-24T12:00:00.000Z');
const at = now.toISOString();
const before = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
const day = 24 * 60 * 60_000;
const command = { slug, now, newUlid };
const context = { now: () => now, newUlid };
const lease: Lease = { slug, leaseId: 'mine', renewIfDue: async () => {} };
const deletion = {
  id: newUlid(),
  was: 'collecting' as const,
  held: 'no' as const,
  step: 'sign-ons' as const,
};
const snapshot = { key: 'snapshots/one.json', publishedAt: at, organizations: 3, individuals: 0 };
const supplement = { id: newUlid(), state: 'asked' as const, at };
const frozen = { ...supplement, state: 'frozen' as const };
const changes = {
  asOf: at,
  organizations: 3,
  individuals: 0,
  addedOrganizations: 1,
  addedIndividuals: 0,
  withdrawn: 0,
};
const mail = (state: NonNullable<Gate['letterMail']>['state'], claim = 'mine') => ({ state, at, claim });

interface GateWrite {
  write: (store: Store) => Promise<unknown>;
  /** Where it changes the gate, and what else could be stored by then that must stop it. */
  changes: Partial<Gate>;
  nothing: Partial<Gate>[];
}

const published = { status: 'published' } as const;
const publishing = { status: 'publishing', lease: 'mine' } as const;
const due = { ...published, pendingLetterMail: at };
const claimed = { ...due, letterMail: mail('claimed') };

const supplementPlan = {
  ...{ slug, by: 'email' as const, to: ['to@example.org'], cc: [], isCorrected: false },
  ...{ organizations: 3, individuals: 0, addedOrganizations: 1, addedIndividuals: 0, withdrawn: 0 },
};
const returns = new Map([['a network', { sent: 100, bounced: 100 }]]);
const stop = { until: before(-day) };

const writes: Record<string, GateWrite> = {
  'claiming the mail of the letter': {
    write: (store) => claimLetterMail(store, slug, { claim: 'mine', at }),
    changes: due,
    nothing: [
      { ...due, status: 'taken-down' },
      { ...due, pendingLetterMail: undefined },
      { ...due, letterMail: mail('unknown') },
    ],
  },
  'giving up the claim of the letter’s mail': {
    write: (store) => releaseLetterMailClaim(store, slug, 'mine'),
    changes: claimed,
    nothing: [{ ...due, letterMail: mail('claimed', 'another') }, { ...due, letterMail: mail('sent') }, due],
  },
  'settling the letter’s mail': {
    write: (store) => settleLetterMail(store, slug, { claim: 'mine', state: 'sent', now, newUlid }),
    changes: claimed,
    nothing: [
      { ...due, letterMail: mail('claimed', 'another') },
      { ...due, letterMail: mail('bounced') },
      { ...claimed, pendingLetterMail: undefined },
    ],
  },
  'recording that the letter was delivered': {
    write: (store) => recordLetterMailEvent(store, slug, { claim: 'mine', state: 'delivered', now, newUlid }),
    changes: { ...published, letterMail: mail('sent') },
    nothing: [
      { ...published, letterMail: mail('sent', 'another') },
      { ...published, letterMail: mail('bounced') },
    ],
  },
  'recording that the letter bounced after a delivery': {
    write: (store) => recordLetterMailEvent(store, slug, { claim: 'mine', state: 'bounced', now, newUlid }),
    changes: { ...published, letterMail: mail('delivered') },
    nothing: [
      { ...published, letterMail: mail('delivered', 'another') },
      { ...published, letterMail: mail('handed-over') },
    ],
  },
  'handing the letter over by hand after its mail failed': {
    write: (store) => markDelivered(store, { ...command, mayPublish: true }),
    changes: { ...due, letterMail: mail('refused') },
    nothing: [
      { ...due, status: 'taken-down' },
      { ...due, letterMail: mail('claimed') },
      { ...published, letterMail: mail('sent') },
      { ...published, letterMail: mail('refused') },
    ],
  },
  'handing the letter over after it bounced': {
    write: (store) => markDelivered(store, { ...command, mayPublish: true }),
    changes: { ...published, letterMail: mail('bounced') },
    nothing: [{ status: 'taken-down', letterMail: mail('bounced') }, published],
  },
  'handing the letter over before publication': {
    write: (store) => markDelivered(store, { ...command, mayPublish: false }),
    changes: { delivery: 'hand', held: 'yes' },
    nothing: [
      { delivery: 'email', held: 'yes' },
      { delivery: 'hand', held: 'yes', deliveredAt: at },
    ],
  },
  'claiming a snapshot': {
    write: (store) => claimSnapshot(store, lease, snapshot),
    changes: publishing,
    nothing: [
      { ...publishing, status: 'collecting' },
      { ...publishing, snapshot: 'snapshots/another.json' },
      { ...publishing, lease: 'another' },
    ],
  },
  'going back to collecting': {
    write: async (store) =>
      returnToCollecting(store, lease, {
        gate: aGate(publishing),
        found: { organizations: 0, individuals: 0 },
        now,
        newUlid,
      }),
    changes: publishing,
    nothing: [
      { ...publishing, status: 'published' },
      { ...publishing, snapshot: 'snapshots/one.json' },
      { ...publishing, lease: 'another' },
    ],
  },
  'marking as published': {
    write: (store) =>
      markPublished(store, lease, { organizations: 3, individuals: 0, isLetterMailed: true, now, newUlid }),
    changes: { ...publishing, snapshot: 'snapshots/one.json' },
    nothing: [
      publishing,
      { ...publishing, snapshot: 'snapshots/one.json', status: 'taken-down' },
      { ...publishing, snapshot: 'snapshots/one.json', lease: 'another' },
    ],
  },
  'taking the lease': {
    write: (store) => acquireLease(store, slug, () => now, 'mine'),
    changes: {},
    nothing: [
      { lease: 'another', leaseExpiresAt: at },
      { siteRetryAt: new Date(now.getTime() + 1).toISOString() },
    ],
  },
  'taking the lease after it ran out, and at the instant of another try': {
    write: (store) => acquireLease(store, slug, () => now, 'mine'),
    changes: { lease: 'another', leaseExpiresAt: before(1), siteRetryAt: at },
    nothing: [{ lease: 'another', leaseExpiresAt: at, siteRetryAt: at }],
  },
  'taking the own lease again': {
    write: (store) => acquireLease(store, slug, () => now, 'mine'),
    changes: { lease: 'mine', leaseExpiresAt: at },
    nothing: [],
  },
  'giving the lease back': {
    write: (store) => releaseLeaseIfClean(store, lease, {}),
    changes: publishing,
    nothing: [
      { ...publishing, lease: 'another' },
      { ...publishing, dirty: 'a change' },
    ],
  },
  'noting changes of a list': {
    write: (store) => setListing(store, lease, 'an id'),
    changes: publishing,
    nothing: [{ ...publishing, lease: 'another' }],
  },
  'forgetting the changes of a list': {
    write: (store) => unsetListing(store, lease),
    changes: { ...publishing, listing: 'an id' },
    nothing: [{ ...publishing, listing: 'an id', lease: 'another' }],
  },
  'ending a failed run that nobody else has taken over': {
    write: (store) => endFailedRun(store, lease, 1, context),
    changes: publishing,
    nothing: [],
  },
  'telling that pages fail': {
    write: (store) => notifySiteFailing(store, slug, 3, context),
    changes: {},
    nothing: [{ siteFailureNotifiedAt: before(day) }],
  },
  'telling that a PDF fails': {
    write: (store) => notifyArtifactFailed(store, { slug, documents: ['letter'], now, newUlid }),
    changes: { pdfFailureNotifiedAt: before(day + 1) },
    nothing: [{ pdfFailureNotifiedAt: before(day) }],
  },
  'telling for the first time that a PDF fails': {
    write: (store) => notifyArtifactFailed(store, { slug, documents: ['letter'], now, newUlid }),
    changes: {},
    nothing: [],
  },
  'telling that mail waits': {
    write: (store) => reportMailDelay(store, slug, { reason: 'not-verified', isFirst: true }, context),
    changes: { mailDelayNotifiedAt: before(day + 1) },
    nothing: [{ mailDelayNotifiedAt: before(day) }],
  },
  'telling for the first time that mail waits': {
    write: (store) => reportMailDelay(store, slug, { reason: 'not-verified', isFirst: true }, context),
    changes: {},
    nothing: [],
  },
  'telling that a campaign fell below its threshold': {
    write: (store) => notifyBelowThreshold(store, aGate(published), command),
    changes: published,
    nothing: [{ ...published, belowThresholdNotifiedAt: at }],
  },
  'forcing the publication': {
    write: (store) => forcePublication(store, command),
    changes: { organizations: 1 },
    nothing: [
      { organizations: 1, status: 'published' },
      { organizations: 1, held: 'yes' },
      { organizations: 1, quotesApproved: 'no' },
      { organizations: 1, delivery: 'hand' },
      { organizations: 1, importId: newUlid() },
      { organizations: 1, askingStartedAt: at },
      {},
    ],
  },
  'forcing the publication of a letter for people': {
    write: (store) => forcePublication(store, command),
    changes: { individuals: 1, delivery: 'hand', deliveredAt: at },
    nothing: [{ individuals: 0, delivery: 'hand', deliveredAt: at }],
  },
  'holding the gate': {
    write: (store) => holdGate(store, command),
    changes: {},
    nothing: [{ held: 'yes' }, { status: 'publishing' }, { deletion }],
  },
  'asking for advance copies': {
    write: (store) =>
      requestEmbargo(
        store,
        { slug, until: at, contacts: 1, timeZone: 'UTC', organizations: 0, individuals: 0 },
        command,
      ),
    changes: { notBefore: at },
    nothing: [
      { notBefore: at, status: 'published' },
      { notBefore: at, held: 'yes' },
      { notBefore: at, quotesApproved: 'no' },
      { notBefore: before(1) },
    ],
  },
  'taking down': {
    write: (store) => takeDown(store, command),
    changes: published,
    nothing: [
      { ...published, deletion },
      { status: 'collecting' },
      { status: 'publishing' },
      { status: 'collecting', snapshot: 'snapshots/one.json' },
    ],
  },
  'taking down while it is published': {
    write: (store) => takeDown(store, command),
    changes: { status: 'publishing', snapshot: 'snapshots/one.json' },
    nothing: [],
  },
  'beginning to erase': {
    write: (store) =>
      beginErasure(
        { ...store, get: getting(store, published) },
        { ...command, ...context, newNonce: newUlid },
        'organizer',
      ),
    changes: published,
    nothing: [{ ...published, erasureId: newUlid() }, { ...published, deletion }, { status: 'taken-down' }],
  },
  'beginning an import': {
    write: (store) => beginImport(store, slug, 'a file', { now }),
    changes: published,
    nothing: [
      { status: 'publishing' },
      { status: 'taken-down' },
      { ...published, erasureId: newUlid() },
      { ...published, deletion },
      { ...published, askingStartedAt: at },
      { ...published, importId: 'another file' },
    ],
  },
  'asking for a first supplement': {
    write: (store) => requestSupplement(store, { ...supplementPlan, previous: undefined }, command),
    changes: published,
    nothing: [
      { status: 'taken-down' },
      { ...published, pendingLetterMail: at },
      { ...published, supplement: { ...supplement, state: 'sent' } },
    ],
  },
  'asking for another supplement': {
    write: (store) =>
      requestSupplement(store, { ...supplementPlan, previous: { ...supplement, state: 'sent' } }, command),
    changes: { ...published, supplement: { ...supplement, state: 'sent' } },
    nothing: [published, { ...published, supplement }],
  },
  'stopping confirmations for the first time': {
    write: (store) => stopConfirmations(store, { slug }, returns, context),
    changes: {},
    nothing: [{ confirmationStop: stop }],
  },
  'stopping confirmations again': {
    write: (store) =>
      stopConfirmations(store, { slug, confirmationStop: { until: before(1) } }, returns, context),
    changes: { confirmationStop: { until: before(1) } },
    nothing: [{ confirmationStop: stop }, {}],
  },
  'letting confirmations go': {
    write: (store) =>
      resumeConfirmations({ ...store, get: getting(store, { confirmationStop: stop }) }, command),
    changes: { confirmationStop: stop },
    nothing: [{ confirmationStop: { until: before(-1) } }, {}],
  },
  'finishing an erasure': {
    write: (store) =>
      continueErasure(
        { ...store, get: getting(store, { ...published, erasureId: supplement.id }) },
        { slug, ...context, newNonce: newUlid },
      ),
    changes: { ...published, erasureId: supplement.id },
    nothing: [{ ...published, erasureId: newUlid() }, published],
  },
  'noting that a supplement is frozen': {
    write: (store) => noteFreeze(store, lease, supplement, 'a freeze'),
    changes: { ...published, lease: 'mine', supplement },
    nothing: [
      { status: 'taken-down', lease: 'mine', supplement },
      { ...published, lease: 'another', supplement },
      { ...published, lease: 'mine', supplement: { ...supplement, id: newUlid() } },
    ],
  },
  'freezing a supplement': {
    write: (store) => freezeSupplement(store, lease, supplement, { freezeId: 'a freeze', changes, now }),
    changes: { ...published, lease: 'mine', supplement },
    nothing: [
      { status: 'taken-down', lease: 'mine', supplement },
      { ...published, lease: 'another', supplement },
      { ...published, lease: 'mine' },
    ],
  },
  'settling a supplement by the site job': {
    write: (store) =>
      settleSupplement(store, slug, supplement, { state: 'to-hand-over', changes, now, newUlid, lease }),
    changes: { ...published, lease: 'mine', supplement },
    nothing: [
      { ...published, lease: 'another', supplement },
      { status: 'taken-down', lease: 'mine', supplement },
    ],
  },
  'handing the letter over before publication, as it was read a moment ago': {
    write: (store) =>
      markDelivered(
        { ...store, get: getting(store, { delivery: 'hand', held: 'yes' }) },
        { ...command, mayPublish: true },
      ).catch(() => undefined),
    changes: { delivery: 'hand', held: 'yes' },
    nothing: [
      { delivery: 'email', held: 'yes' },
      { delivery: 'hand', held: 'yes', deliveredAt: at },
      { delivery: 'hand', status: 'taken-down' },
    ],
  },
  'claiming the mail of a supplement': {
    write: (store) => claimSupplement(store, slug, frozen, { now, newUlid }),
    changes: { ...published, supplement: frozen, pendingSupplementMail: at },
    nothing: [
      { status: 'taken-down', supplement: frozen, pendingSupplementMail: at },
      { ...published, supplement: frozen },
      { ...published, supplement, pendingSupplementMail: at },
    ],
  },
};

/** The gate as it was read before it changed; everything else as it is. */
const getting =
  (store: Store, read: Partial<Gate>): Store['get'] =>
  async (schema, key) =>
    key.SK === gateKey(slug).SK ? schema.parse(aGate(read)) : await store.get(schema, key);

async function begun(gate: Partial<Gate>): Promise<TestStore> {
  const table = await freshStore();
  await seed(table, { gate });
  return table;
}

async function eventsOf({ store }: TestStore): Promise<number> {
  return (await store.query(eventSchema, { PK: gateKey(slug).PK, prefix: 'EVENT#' })).items.length;
}

test.each(Object.entries(writes))(
  '%s changes a gate that allows it, and no other',
  async (_, { write, ...gates }) => {
    const allowing = await begun(gates.changes);
    const read = await gateOf(allowing);
    await write(allowing.store);
    expect(await gateOf(allowing)).not.toEqual(read);
    for (const gate of gates.nothing) {
      const table = await begun(gate);
      const stored = await gateOf(table);
      await write(table.store);
      expect([gate, await gateOf(table), await eventsOf(table)]).toEqual([gate, stored, 0]);
    }
  },
);

test.each(Object.entries(writes))('%s makes no gate where a campaign was deleted', async (_, { write }) => {
  const table = await freshStore();
  // Some throw, since what they read before is missing.
  await write(table.store).catch(() => undefined);
  const keys = await table.tableKeys();
  expect(keys).not.toContainEqual(gateKey(slug));
  expect(keys.filter(({ SK }) => SK.startsWith('EVENT#'))).toEqual([]);
});

test('ending a failed run leaves the lease of another run alone, and makes that run again', async () => {
  const table = await begun({ ...publishing, lease: 'another' });
  await endFailedRun(table.store, lease, 1, context);
  expect(await gateOf(table)).toMatchObject({ lease: 'another', dirty: expect.any(String) });
});

test('forcing a publication again after a crash goes on, and is one event', async () => {
  const table = await begun({ organizations: 1, forced: 'yes' });
  expect(await forcePublication(table.store, command)).toBe('publishing');
  expect(await eventsOf(table)).toBe(0);
});

test('taking down changes nothing without settings', async () => {
  const table = await begun(published);
  await table.store.remove({ remove: settingsKey(slug) });
  await takeDown(table.store, command);
  expect([(await gateOf(table)).status, await eventsOf(table)]).toEqual(['published', 0]);
});

test.each<[string, Partial<Gate> | undefined]>([
  ['was deleted', undefined],
  ['is being deleted', { deletion }],
])('pausing changes nothing if the campaign %s', async (_, gate) => {
  const table = await begun(gate ?? {});
  if (!gate) await table.store.remove({ remove: gateKey(slug) });
  await setPaused(table.store, command, true);
  expect(await readSettings(table.store, slug)).toMatchObject({ paused: false });
});
