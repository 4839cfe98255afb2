import type { SendQuota } from '../aws/mailer.ts';
import { errorFields, log } from '../log.ts';

const freshFor = 60_000;

/** After a failure SES is not asked for this long, since an answer that does not come takes half a minute. */
const restAfterFailure = 30_000;

/**
 * SES's quota and rate, asked once a minute. Mails that need it at the same time share one request: SES answers one a
 * second (https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html). Undefined if it does not answer.
 */
export function newQuotaReader(
  read: () => Promise<SendQuota>,
  now: () => Date,
): () => Promise<SendQuota | undefined> {
  let asked: Promise<SendQuota | undefined> | undefined;
  let freshUntil = 0;
  return () => {
    if (!asked || now().getTime() > freshUntil) {
      freshUntil = Number.POSITIVE_INFINITY;
      asked = read().then(
        (quota) => {
          freshUntil = now().getTime() + freshFor;
          return quota;
        },
        (error: unknown) => {
          log('warn', 'quota not read', errorFields(error));
          freshUntil = now().getTime() + restAfterFailure;
          return undefined;
        },
      );
    }
    return asked;
  };
}
