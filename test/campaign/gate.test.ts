import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  gateObstacles,
  gateOpensAt,
  gateSchema,
  thresholdOf,
  withGateSettings,
} from '../../shared/campaign/gate.ts';
import { weekdays } from '../../shared/campaign/publication-window.ts';
import { campaignStatus, openness } from '../../shared/campaign/status.ts';
import { aGate, aSettings } from '../support/records.ts';

const now = new Date('2026-12-02T15:00:00.000Z');

describe('a gate', () => {
  test('waits for nothing once every threshold is reached, whether by just as many or by more', () => {
    const reached = { thresholdOrganizations: 3, thresholdIndividuals: 2 };
    expect(gateObstacles(aGate({ ...reached, organizations: 3, individuals: 2 }), now)).toEqual([]);
    expect(gateObstacles(aGate({ ...reached, organizations: 90, individuals: 20 }), now)).toEqual([]);
  });

  test('waits while one of two thresholds is missed', () => {
    const gate = aGate({
      thresholdOrganizations: 3,
      thresholdIndividuals: 2,
      organizations: 3,
      individuals: 1,
    });
    expect(gateObstacles(gate, now)).toEqual(['threshold']);
  });

  test('opens at its minute, not a moment before', () => {
    const gate = aGate({ organizations: 3, notBefore: '2026-12-02T15:00:00.000Z' });
    expect(gateObstacles(gate, new Date(now.getTime() - 1))).toEqual(['time']);
    expect(gateObstacles(gate, now)).toEqual([]);
  });

  test('names everything it waits for, in the order in which people read it', () => {
    const gate = aGate({ notBefore: '2027-01-01T00:00:00.000Z', held: 'yes', quotesApproved: 'no' });
    expect(gateObstacles(gate, now)).toEqual(['threshold', 'time', 'hold', 'quotes']);
  });

  test('that is forced skips counts and time, never a hold or a quote that nobody approved', () => {
    const gate = aGate({ forced: 'yes', notBefore: '2027-01-01T00:00:00.000Z' });
    expect(gateObstacles(gate, now)).toEqual([]);
    expect(gateObstacles({ ...gate, held: 'yes', quotesApproved: 'no' }, now)).toEqual(['hold', 'quotes']);
  });

  test('publishes with the lower number once its time has come, and not before', () => {
    const gate = aGate({
      thresholdOrganizations: 3,
      atNotBeforeOrganizations: 2,
      organizations: 2,
      notBefore: '2026-12-02T15:00:00.000Z',
    });
    expect(gateObstacles(gate, new Date(now.getTime() - 1))).toEqual(['threshold', 'time']);
    expect(gateObstacles(gate, now)).toEqual([]);
    expect(gateObstacles({ ...gate, organizations: 1 }, now)).toEqual(['threshold']);
    expect(gateOpensAt(gate, new Date(now.getTime() - 1))).toEqual(now);
  });

  test('keeps the threshold of a kind for which no lower number is given', () => {
    const gate = aGate({ thresholdIndividuals: 5, atNotBeforeOrganizations: 2, organizations: 2 });
    expect(gateObstacles({ ...gate, individuals: 4 }, now)).toEqual(['threshold']);
    expect(gateObstacles({ ...gate, individuals: 5 }, now)).toEqual([]);
  });

  test('opens only within its hours, and says when those come: the first ones once its time has', () => {
    const window = { timeZone: 'America/New_York', days: ['thu' as const], from: '09:00', to: '17:00' };
    const gate = aGate({ organizations: 3, window });
    expect(gateObstacles(gate, now)).toEqual(['time']);
    expect(gateOpensAt(gate, now)?.toISOString()).toBe('2026-12-03T14:00:00.000Z');
    const announced = { ...gate, notBefore: '2026-12-03T23:00:00.000Z' };
    expect(gateOpensAt(announced, now)?.toISOString()).toBe('2026-12-10T14:00:00.000Z');
    expect(gateObstacles(gate, new Date('2026-12-03T14:00:00.000Z'))).toEqual([]);
    expect(gateObstacles({ ...gate, forced: 'yes' }, now)).toEqual([]);
    expect(gateOpensAt({ ...gate, forced: 'yes' }, now)).toBeUndefined();
  });

  test('whose letter is handed over waits until it is, even if it is forced', () => {
    const gate = aGate({ organizations: 3, delivery: 'hand', forced: 'yes' });
    expect(gateObstacles(gate, now)).toEqual(['delivery']);
    expect(gateObstacles({ ...gate, deliveredAt: '2026-12-02T14:00:00.000Z' }, now)).toEqual([]);
    expect(gateObstacles({ ...gate, delivery: 'email' }, now)).toEqual([]);
  });

  test('waits for an import and for the question to each signer, even if it is forced', () => {
    const gate = aGate({
      organizations: 3,
      forced: 'yes',
      importId: 'a',
      askingStartedAt: now.toISOString(),
    });
    expect(gateObstacles(gate, now)).toEqual(['import', 'asking']);
  });

  test('needs the lower number of individuals, too, once its time has come, and never a higher one', () => {
    const gate = aGate({ thresholdIndividuals: 5, organizations: 3, individuals: 4 });
    expect(gateObstacles({ ...gate, atNotBeforeIndividuals: 4 }, now)).toEqual([]);
    expect(gateObstacles({ ...gate, atNotBeforeIndividuals: 9 }, now)).toEqual(['threshold']);
    expect(gateObstacles({ ...gate, individuals: 5, atNotBeforeIndividuals: 9 }, now)).toEqual([]);
  });

  test('opens at once where its hours have begun, and at its time where that is later', () => {
    const window = { timeZone: 'UTC', days: ['wed' as const], from: '00:00', to: '24:00' };
    const gate = aGate({ organizations: 3, window, notBefore: '2026-12-02T18:00:00.000Z' });
    expect(gateOpensAt(gate, now)?.toISOString()).toBe('2026-12-02T18:00:00.000Z');
    expect(gateOpensAt({ ...gate, notBefore: '2026-12-01T18:00:00.000Z' }, now)).toBeUndefined();
  });

  test('that gets other settings loses those that are no longer given', () => {
    const window = { timeZone: 'UTC', days: ['wed' as const], from: '00:00', to: '24:00' };
    const gate = aGate({
      window,
      delivery: 'hand',
      atNotBeforeOrganizations: 2,
      atNotBeforeIndividuals: 1,
      held: 'yes',
    });
    const { thresholdOrganizations, thresholdIndividuals, notBefore, quotesApproved } = aGate();
    const settings = { thresholdOrganizations, thresholdIndividuals, notBefore, quotesApproved };
    expect(withGateSettings(gate, settings)).toEqual(aGate({ held: 'yes' }));
  });

  test('shows a threshold that is not given as null', () => {
    expect(thresholdOf({ thresholdOrganizations: 0, thresholdIndividuals: 7 })).toEqual({
      organizations: null,
      individuals: 7,
    });
    expect(thresholdOf({ thresholdOrganizations: 3, thresholdIndividuals: 0 })).toEqual({
      organizations: 3,
      individuals: null,
    });
  });

  test('never shuts again because more sign', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (threshold, organizations, more) => {
        const gate = aGate({ thresholdOrganizations: threshold, organizations });
        const before = gateObstacles(gate, now);
        const after = gateObstacles({ ...gate, organizations: organizations + more }, now);
        expect(before.length >= after.length).toBe(true);
      }),
    );
  });
});

describe('a stored gate', () => {
  const accepts = (changed: object) => gateSchema.safeParse({ ...aGate(), ...changed }).success;
  const numbers = Object.keys(gateSchema.shape).filter((key) => accepts({ [key]: 1 }));
  const at = now.toISOString();

  test('has whole numbers, and no threshold below 0', () => {
    expect(numbers).toHaveLength(13);
    expect(numbers.filter((key) => accepts({ [key]: 1.5 }))).toEqual([]);
    expect(numbers.filter((key) => /^(threshold|atNotBefore)/.test(key) && accepts({ [key]: -1 }))).toEqual(
      [],
    );
    expect(accepts({ thresholdOrganizations: 0, thresholdIndividuals: 0 })).toBe(true);
    expect(accepts({ atNotBeforeOrganizations: 0 })).toBe(false);
    expect(accepts({ atNotBeforeIndividuals: 0 })).toBe(false);
  });

  test('has no attribute that takes anything', () => {
    const keys = Object.keys(gateSchema.shape);
    expect(keys.filter((key) => accepts({ [key]: [{}] }))).toEqual([]);
    expect(keys.filter((key) => accepts({ [key]: 'Anything' }) && accepts({ [key]: at }))).toEqual([
      'snapshot',
      'revokedLease',
      'lease',
      'dirty',
      'pendingLetterMail',
      'pendingSupplementMail',
      'pendingPublicationMail',
      'importId',
      'erasureId',
      'listing',
      'renderedState',
    ]);
  });

  test.each([
    ['status', ['collecting', 'publishing', 'published', 'taken-down']],
    ['held', ['yes', 'no']],
    ['forced', ['yes', 'no']],
    ['quotesApproved', ['yes', 'no']],
    ['delivery', ['email', 'hand']],
  ])('knows these words for %s and no others', (key, words) => {
    expect(words.filter((word) => accepts({ [key]: word }))).toEqual(words);
    expect(accepts({ [key]: '' })).toBe(false);
  });

  test('knows each state of the letter’s mail, and each step of a deletion', () => {
    const letter = (state: string) => accepts({ letterMail: { state, at, claim: 'c' } });
    const states = 'claimed unknown sent delivered bounced refused handed-over not-wanted'.split(' ');
    expect(states.filter(letter)).toEqual(states);
    expect(letter('')).toBe(false);
    const deletion = (step: string) =>
      accepts({ deletion: { id: 'd', was: 'collecting', held: 'no', step } });
    expect(['sign-ons', 'files', 'rest'].filter(deletion)).toEqual(['sign-ons', 'files', 'rest']);
    expect(deletion('')).toBe(false);
  });

  test('has hours with a zone, days of the week and times', () => {
    const window = { timeZone: 'UTC', days: [...weekdays], from: '09:00', to: '17:00' };
    expect(accepts({ window })).toBe(true);
    for (const key of Object.keys(window)) expect(accepts({ window: { ...window, [key]: 9 } })).toBe(false);
    expect(accepts({ window: { ...window, days: ['someday'] } })).toBe(false);
  });
});

describe('a campaign as outsiders see it', () => {
  test('is scheduled before it opens, closed once it ended unpublished', () => {
    const settings = aSettings({ opensAt: '2026-12-01T00:00:00.000Z', closesAt: '2026-12-31T00:00:00.000Z' });
    const statusAt = (at: string) => campaignStatus(settings, aGate(), new Date(at));
    expect(statusAt('2026-11-30T23:59:59.999Z')).toBe('scheduled');
    expect(statusAt('2026-12-01T00:00:00.000Z')).toBe('collecting');
    expect(statusAt('2026-12-31T00:00:00.000Z')).toBe('closed');
  });

  test('is not closed while it waits for a time at which as many as signed suffice', () => {
    const settings = aSettings({ closesAt: '2026-11-30T00:00:00.000Z' });
    const gate = aGate({
      organizations: 2,
      atNotBeforeOrganizations: 2,
      notBefore: '2026-12-09T15:00:00.000Z',
    });
    expect(campaignStatus(settings, gate, now)).toBe('collecting');
    expect(campaignStatus(settings, { ...gate, organizations: 1 }, now)).toBe('closed');
  });

  test('stays published after its close', () => {
    const settings = aSettings({ closesAt: '2026-11-01T00:00:00.000Z' });
    expect(campaignStatus(settings, aGate({ status: 'published' }), now)).toBe('published');
  });

  test('takes sign-ons within its times and while it is not paused, and says why not otherwise', () => {
    const settings = aSettings({ opensAt: '2026-12-01T00:00:00.000Z', closesAt: '2026-12-31T00:00:00.000Z' });
    expect(openness(settings, false, now)).toBe('open');
    expect(openness(settings, true, now)).toBe('paused');
    expect(openness(settings, false, new Date('2026-11-30T00:00:00.000Z'))).toBe('not-open-yet');
    expect(openness(settings, true, new Date('2026-12-31T00:00:00.000Z'))).toBe('closed');
  });
});
