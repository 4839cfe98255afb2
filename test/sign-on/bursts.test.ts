import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { burstsAmong, originOf, type SubmissionOrigin } from '../../shared/sign-on/bursts.ts';
import { aConfirmedSignOn, aSignOn } from '../support/records.ts';
import { runs } from '../support/suite.ts';

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-24T12:00:00.000Z') + seconds * 1000).toISOString();
const sent = (network: string, ...seconds: number[]): SubmissionOrigin[] =>
  seconds.map((second) => ({ network, at: at(second) }));
const everyMinute = (count: number): number[] => Array.from({ length: count }, (_, index) => index * 60);

describe('a burst', () => {
  test('is ten sign-ons from one network within ten minutes, and not nine', () => {
    expect(burstsAmong(sent('office', ...everyMinute(10)))).toEqual(Array(10).fill(10));
    expect(burstsAmong(sent('office', ...everyMinute(9)))).toEqual(Array(9).fill(undefined));
  });

  test('is from one network, so sign-ons from ten others are none', () => {
    const origins = everyMinute(10).flatMap((second, index) => sent(`network ${index}`, second));
    expect(burstsAmong(origins)).toEqual(Array(10).fill(undefined));
  });

  test('does not include sign-ons long before or after, or from an unknown network', () => {
    const origins = [
      ...sent('hall', -601),
      ...sent('hall', ...everyMinute(10)),
      undefined,
      ...sent('hall', 1141),
    ];
    const bursts = burstsAmong(origins);
    expect([bursts[0], bursts[11], bursts[12]]).toEqual([undefined, undefined, undefined]);
    expect(bursts.slice(1, 11)).toEqual(Array(10).fill(10));
  });

  test('includes all sign-ons of a long rush, from the first to the last of forty, one a minute', () => {
    const origins = sent('one machine', ...Array.from({ length: 40 }, (_, index) => index * 60));
    expect(burstsAmong(origins)).toEqual(Array(40).fill(11));
    const slower = sent('one machine', ...Array.from({ length: 40 }, (_, index) => index * 67));
    expect(burstsAmong(slower)).toEqual(Array(40).fill(undefined));
  });

  test('includes the first of a rush as well as the last, in any order of reading', () => {
    const rush = Array.from({ length: 50 }, (_, index) => sent('flood', (index * 37) % 50)).flat();
    expect(burstsAmong(rush)).toEqual(Array(50).fill(50));
  });

  test('has the same size as a simple count', () => {
    const origin = fc.record({
      network: fc.constantFrom<string[]>('a', 'b'),
      at: fc.integer({ min: 0, max: 3600 }).map(at),
    });
    const timesOf = ({ network }: SubmissionOrigin, origins: (SubmissionOrigin | undefined)[]): number[] =>
      origins.flatMap((other) => (other?.network === network ? [Date.parse(other.at)] : []));
    const fullest = (one: SubmissionOrigin, times: number[]): number => {
      const at = Date.parse(one.at);
      const starts = times.filter((start) => start <= at && at <= start + 600_000);
      return Math.max(
        ...starts.map((start) => times.filter((time) => start <= time && time <= start + 600_000).length),
      );
    };
    fc.assert(
      fc.property(fc.array(fc.option(origin, { nil: undefined }), { maxLength: 90 }), (origins) => {
        const naive = origins.map((one) => {
          const count = one ? fullest(one, timesOf(one, origins)) : 0;
          return count >= 10 ? count : undefined;
        });
        expect(burstsAmong(origins)).toEqual(naive);
      }),
      { numRuns: runs(200), examples: [[sent('a', ...Array(60).fill(0))]] },
    );
  });

  test('is found quickly among a hundred thousand sign-ons of one network', () => {
    const origins = Array.from({ length: 100_000 }, (_, index) => sent('carrier', index / 100)).flat();
    const bursts = burstsAmong(origins);
    expect([bursts[0], bursts[50_000], bursts.at(-1)]).toEqual([60_001, 60_001, 60_001]);
  });
});

describe('the origin of a sign-on', () => {
  const signedOrigin = { network: 'home', at: at(0) };

  test('is that of its signed words, even if someone typed a change later', () => {
    const changed = { network: 'elsewhere', requestedAt: at(60) };
    expect(originOf({ ...aConfirmedSignOn(), ...changed, signedOrigin })).toEqual(signedOrigin);
    expect(originOf({ ...aConfirmedSignOn(), ...changed })).toBeUndefined();
  });

  test('is that of its typed words while nothing is signed', () => {
    const pending = { ...aSignOn(), network: 'home', requestedAt: at(0) };
    expect(originOf(pending)).toEqual(signedOrigin);
    expect(originOf(aSignOn())).toBeUndefined();
  });
});
