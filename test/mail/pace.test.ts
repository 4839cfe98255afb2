import { describe, expect, test } from '@jest/globals';
import type { OutgoingMail, SendOutcome } from '../../shared/aws/mailer.ts';
import { sendOutcome } from '../../shared/aws/mailer.ts';
import { concurrentSenders, newRateLimiter } from '../../shared/mail/rate-limiter.ts';
import { withRetry } from '../../shared/mail/with-retry.ts';

const mail: OutgoingMail = {
  message: { subject: '', text: '', html: '' },
  sender: { name: '', address: '', replyTo: '' },
  to: 'ana@example.org',
};

describe('the pace of sending', () => {
  test('keeps all senders together within the account’s rate', async () => {
    const waits: number[] = [];
    const start = new Date(0);
    const myTurn = newRateLimiter(
      () => Promise.resolve(14),
      () => start,
      async (milliseconds) => void waits.push(milliseconds),
    );
    for (let turn = 0; turn < 15; turn++) await myTurn();
    expect(waits.at(-1)).toBeCloseTo((14 * 1000 * concurrentSenders) / 14);
  });

  test('waits and tries again at "too fast", and gives the word back if it stays', async () => {
    const answers: SendOutcome[] = ['too-fast', 'too-fast', 'accepted'];
    const waits: number[] = [];
    const pause = async (milliseconds: number) => void waits.push(milliseconds);
    const send = withRetry(() => Promise.resolve(answers.shift() ?? 'too-fast'), pause);
    expect(await send(mail)).toBe('accepted');
    expect(waits).toEqual([1000, 2000]);
    expect(await send(mail)).toBe('too-fast');
  });
});

describe('an answer of SES', () => {
  const error = (name: string, message: string, httpStatusCode?: number) =>
    Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

  test.each([
    ['Throttling', 'Maximum sending rate exceeded.', 400, 'too-fast'],
    ['ThrottlingException', 'Daily message quota exceeded.', 400, 'not-now'],
    ['TooManyRequestsException', 'Too many requests', 429, 'too-fast'],
    ['MessageRejected', 'Email address is not verified.', 400, 'refused'],
    ['AccountSendingPausedException', '', 400, 'not-now'],
    ['MailFromDomainNotVerifiedException', '', 400, 'not-now'],
    ['ServiceUnavailable', '', 503, 'unknown'],
    ['TimeoutError', 'socket hang up', undefined, 'unknown'],
  ] as const)('%s "%s" (%s) means %s', (name, message, status, outcome) => {
    expect(sendOutcome(error(name, message, status))).toBe(outcome);
  });
});
