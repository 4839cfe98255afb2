import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { escapeXml } from '../xml.ts';
import { type AcceptedMail, composeSimple, type Email, listParameter, parseRaw } from './email.ts';
import type { Limits, Quota, SesError } from './limits.ts';
import type { MailStore } from './mail-store.ts';
import { mailboxEvents } from './mailbox-events.ts';

interface Ses {
  store: MailStore;
  limits: Limits;
  quota: Quota;
  /** Receives what mailboxes report. */
  publish: (event: object) => void;
}

// SES's own limits for this version of its API: https://docs.aws.amazon.com/ses/latest/dg/quotas.html
const maxRecipients = 50;
/** Of the message after base64. */
const maxMessageBytes = 10 * 1024 * 1024;

/** Answers one action of the SES API, version 2010-12-01: a form in, XML out. */
export async function answerSes(body: string, response: ServerResponse, ses: Ses): Promise<void> {
  const parameters = new URLSearchParams(body);
  const action = parameters.get('Action') ?? '';
  if (action === 'GetSendQuota') {
    const { max24HourSend, maxSendRate } = ses.quota;
    return succeed(response, action, {
      Max24HourSend: max24HourSend,
      MaxSendRate: maxSendRate,
      SentLast24Hours: ses.limits.sentLastDay(Date.now()),
    });
  }
  if (action !== 'SendEmail' && action !== 'SendRawEmail') {
    return fail(response, {
      code: 'InvalidAction',
      message: `The local SES does not know ${action || 'no action'}.`,
    });
  }
  const now = Date.now();
  const accepted = { id: newMessageId(now), at: new Date(now).toISOString() };
  const raw = Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64');
  const email =
    action === 'SendEmail'
      ? composeSimple(parameters, accepted)
      : await parseRaw(raw, listParameter(parameters, 'Destinations'), accepted);
  const refused = validationError(email, raw) ?? ses.limits.errorFor(now);
  if (refused?.code === 'ConnectionLost') {
    response.destroy();
    return;
  }
  if (refused && refused.code !== 'ConnectionReset') return fail(response, refused);
  ses.store.append(email, raw);
  if (refused) response.destroy();
  else succeed(response, action, { MessageId: accepted.id });
  for (const event of mailboxEvents(email, tagsOf(parameters), parameters.get('ConfigurationSetName')))
    ses.publish(event);
}

const tagsOf = (parameters: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...parameters].flatMap(([name, value]) => {
      const index = /^Tags\.member\.(\d+)\.Name$/.exec(name)?.[1];
      return index ? [[value, parameters.get(`Tags.member.${index}.Value`) ?? '']] : [];
    }),
  );

function validationError({ from, to, cc, bcc }: Email, raw: Buffer): SesError | undefined {
  const recipients = [...to, ...cc, ...bcc];
  const invalid = (message: string): SesError => ({ code: 'InvalidParameterValue', message });
  if (recipients.length === 0) return invalid('Missing required header To, Cc or Bcc.');
  if (recipients.length > maxRecipients) return invalid(`Recipient count exceeds ${maxRecipients}.`);
  if (![from, ...recipients].every((address) => /^[^\s@]+@[^\s@]+$/.test(address))) {
    return invalid("Missing final '@domain'");
  }
  return raw.length > maxMessageBytes ? invalid('Message length is more than 10 MB.') : undefined;
}

const newMessageId = (now: number): AcceptedMail['id'] =>
  `${now.toString(16).padStart(16, '0')}-${randomBytes(8).toString('hex')}-000000`;

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

function succeed(response: ServerResponse, action: string, result: Record<string, string | number>): void {
  const fields = Object.entries(result).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<${action}Response xmlns="${namespace}"><${action}Result>${fields.join('')}</${action}Result>` +
      `<ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
  );
}

function fail(response: ServerResponse, { code, message }: SesError): void {
  const isOurs = ['ServiceUnavailable', 'InternalFailure', 'InternalServerError'].includes(code);
  response.writeHead(isOurs ? 503 : 400, { 'content-type': 'text/xml' });
  response.end(
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${isOurs ? 'Receiver' : 'Sender'}</Type>` +
      `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>` +
      '<RequestId>local</RequestId></ErrorResponse>',
  );
}
