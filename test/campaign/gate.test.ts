import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gateObstacles, gateOpensAt } from '../../shared/campaign/gate.ts';
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
