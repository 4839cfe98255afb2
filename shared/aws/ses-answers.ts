import * as z from 'zod';
import { type MailDelayReason, mailDelayReasons } from '../campaign/mail-delay.ts';

/**
 * How an attempt to send ended.
 * - `accepted`: SES took the mail.
 * - `refused`: SES will not take this one mail (a bad address, too large). Nothing was sent.
 * - `unknown`: the request was sent and got no answer. The mail may have been sent.
 * - `too-fast`: over the rate. Nothing was sent, and a moment later it can be.
 * - the reasons of `MailDelayReason`: about the account or its settings, or SES was not reached. Nothing was sent.
 */
export type SendOutcome = 'accepted' | 'refused' | 'unknown' | 'too-fast' | MailDelayReason;

/** Whether an outcome is about the account, its settings or the service, so that every mail waits. */
export const isMailDelay = (outcome: SendOutcome): outcome is MailDelayReason =>
  mailDelayReasons.some((reason) => reason === outcome);

/** What an answer means: always the same, or by the first pattern that matches its message, else `otherwise`. */
type Meaning = SendOutcome | { byMessage: readonly [RegExp, SendOutcome][]; otherwise: SendOutcome };

const rate: Meaning = { byMessage: [[/daily/i, 'over-quota']], otherwise: 'too-fast' };

/**
 * SES's errors by name, without the suffix that its newer interface adds
 * (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html, …/CommonErrors.html).
 */
const meanings = new Map<string, Meaning>([
  ['Throttling', rate],
  ['TooManyRequests', rate],
  ['RequestThrottled', rate],
  ['LimitExceeded', 'over-quota'],
  [
    'MessageRejected',
    {
      byMessage: [
        [/not verified/i, 'not-verified'],
        [/paused|suspended|disabled/i, 'sending-paused'],
      ],
      otherwise: 'refused',
    },
  ],
  ['MailFromDomainNotVerified', 'not-verified'],
  ['AccountSendingPaused', 'sending-paused'],
  ['ConfigurationSetSendingPaused', 'sending-paused'],
  ['InvalidParameterValue', 'refused'],
  ['InvalidParameterCombination', 'refused'],
  ['ValidationError', 'refused'],
  ['Validation', 'refused'],
  ['RequestEntityTooLarge', 'refused'],
]);

/**
 * What SES's answer says about the mail. An answer that is not in the table counts as one about the settings, so no
 * mail is given up for it.
 */
function meaningOf(code: string, message: string, status: number): SendOutcome {
  const meaning = meanings.get(code.replace(/Exception$/, ''));
  if (typeof meaning === 'string') return meaning;
  if (meaning) return meaning.byMessage.find(([words]) => words.test(message))?.[1] ?? meaning.otherwise;
  // SES took the request, and its answer broke off.
  if (status < 300) return 'unknown';
  if (status === 429) return 'too-fast';
  if (status === 413) return 'refused';
  // A gateway that timed out does not know whether the request was handled.
  if (status === 504) return 'unknown';
  return status >= 500 ? 'unreachable' : 'not-allowed';
}

/** Errors before a request is sent: the name is not found, nobody listens, the certificate is not trusted. */
const unsentCodes =
  /^(ENOTFOUND|EAI_.*|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

/** Messages of Node and the SDK for a connection that was never made. These errors have no code. */
const unsentMessages = /did not establish a connection|before secure TLS connection was established/;

/** The parts of an error that are read. */
const errorSchema = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  code: z.string().catch(''),
  syscall: z.string().catch(''),
  /** One for each address that was tried. */
  errors: z.array(z.unknown()).catch([]),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).catch({}),
});

/**
 * What an error of the SES client says about the mail. Its message is not passed on, since it can contain addresses.
 */
export function sendOutcome(error: unknown): SendOutcome {
  const { name, message, $metadata } = errorSchema.catch(errorSchema.parse({})).parse(error);
  const status = $metadata.httpStatusCode;
  if (status !== undefined) return meaningOf(name, message, status);
  if (name === 'CredentialsProviderError') return 'not-allowed';
  return isUnsent(error) ? 'unreachable' : 'unknown';
}

function isUnsent(error: unknown): boolean {
  const { code, syscall, message, errors } = errorSchema.catch(errorSchema.parse({})).parse(error);
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (errors.length > 0) return errors.every(isUnsent);
  return unsentCodes.test(code) || unsentMessages.test(message);
}
