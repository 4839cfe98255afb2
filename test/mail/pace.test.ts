import { describe, expect, test } from '@jest/globals';
import type { OutgoingMail } from '../../shared/aws/mailer.ts';
import type { SendOutcome } from '../../shared/aws/ses-answers.ts';
import { concurrentSenders, isOutOfTurn, newRateLimiter } from '../../shared/mail/rate-limiter.ts';
import { withRetry } from '../../shared/mail/with-retry.ts';

const mail: OutgoingMail = {
  message: { subject: '', text: '', html: '' },
  sender: { name: '', address: '', replyTo: '' },
  to: 'ana@example.org',
  reference: { slug: 'harbor-trees', item: 'notice', id: 'e', mail: 'published' },
};

describe('the rate of sending', () => {
  test('stays within the account’s rate for all senders together', async () => {
    const waits: number[] = [];
    const start = new Date(0);
    const { waitForTurn } = newRateLimiter(
      () => Promise.resolve(14),
      () => start,
      async (milliseconds) => void waits.push(milliseconds),
    );
    for (let turn = 0; turn < 15; turn++) await waitForTurn();
    expect(waits.at(-1)).toBeCloseTo((14 * 1000 * concurrentSenders) / 14);
  });

  test.each([
    [14, 10],
    [1, 7],
    [0.5, 4],
    [0.1, 2],
    [0, 2],
  ])(
    'of %s a second lets a batch of ten send %s within 25 seconds, and refuses the others at once',
    async (rate, sent) => {
      let at = 0;
      const waits: number[] = [];
      const { startBatch, waitForTurn } = newRateLimiter(
        () => Promise.resolve(rate),
        () => new Date(at),
        async (milliseconds) => void waits.push(milliseconds),
      );
      for (let batch = 0; batch < 3; batch++) {
        startBatch();
        const turns = await Promise.allSettled(Array.from({ length: 10 }, waitForTurn));
        const refused = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []));
        if (batch === 0) expect(turns.length - refused.length).toBe(sent);
        expect(turns.length - refused.length).toBeGreaterThan(0);
        expect(refused.every(isOutOfTurn)).toBe(true);
        at += 25_000;
      }
      expect(Math.max(...waits)).toBeLessThanOrEqual(25_000);
    },
  );

  test('is that of a new account until SES says it, and then the last that it said', async () => {
    const waits: number[] = [];
    const rates = [undefined, 14, undefined];
    const { waitForTurn } = newRateLimiter(
      () => Promise.resolve(rates.shift()),
      () => new Date(0),
      async (milliseconds) => void waits.push(milliseconds),
    );
    for (let turn = 0; turn < 4; turn++) await waitForTurn();
    expect(waits.map(Math.round)).toEqual([0, 4000, 4286, 4571]);
  });

  test('is retried after "too fast", and this answer is returned if it stays', async () => {
    const answers: SendOutcome[] = ['too-fast', 'too-fast', 'accepted'];
    const waits: number[] = [];
    const pause = async (milliseconds: number) => void waits.push(milliseconds);
    const send = withRetry(() => Promise.resolve(answers.shift() ?? 'too-fast'), pause);
    expect(await send(mail)).toBe('accepted');
    expect(waits).toEqual([1000, 2000]);
    expect(await send(mail)).toBe('too-fast');
  });
});
