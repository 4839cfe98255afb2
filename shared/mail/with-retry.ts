import type { Mailer } from '../aws/mailer.ts';

const attempts = 4;

/** Sends. If SES answers "too fast", waits a moment and tries again before it returns that outcome. */
export const withRetry =
  (send: Mailer['send'], pause: (milliseconds: number) => Promise<void>): Mailer['send'] =>
  async (mail) => {
    for (let tries = 1; ; tries++) {
      const outcome = await send(mail);
      if (outcome !== 'too-fast' || tries === attempts) return outcome;
      await pause(tries * 1000);
    }
  };
