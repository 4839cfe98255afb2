import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { clientFor } from '../../local/aws.ts';
import type { RunningServer } from '../../local/http.ts';
import { startSes } from '../../local/ses/server.ts';
import { openMailer } from '../../shared/aws/mailer.ts';
import { eventSchema } from '../../shared/campaign/events.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { mailEventSchema, recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { readPressContact } from '../../shared/operations/mailing/press-contacts.ts';
import { frozenSupplementKey } from '../../shared/operations/publishing/request-supplement.ts';
import { requestLink } from '../../shared/operations/signing-in/request-link.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { eventCreation } from '../../shared/table/events.ts';
import {
  correctionKey,
  eventKey,
  messageKey,
  pressContactKey,
  signInKey,
  signOnKey,
} from '../../shared/table/keys.ts';
import { noteRecipient } from '../../shared/table/messages.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { newIds } from '../support/ids.ts';
import { newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, addressKey, aSignOn, slug, testAddressKey } from '../support/records.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

/** Each answer of SES against each mail, through the real client and the embedded SES. */

const due = '2026-11-24T11:00:00.000Z';
const supplementId = '01KAV00000000000000000000S';
const noticeId = '01KAV00000000000000000000N';
const journalist = addressHash(testAddressKey, 'desk@example.com');
const signer = aConfirmedSignOn({ email: 'ana@example.org' });
const newcomer = aSignOn({ email: 'ben@example.org', pendingMail: 'mark' });
const thanked = aConfirmedSignOn({ email: 'cleo@example.org', pendingMail: 'mark' });
const { pendingMail: _, ...reminded } = aSignOn({
  email: 'dov@example.org',
  requestedAt: '2026-11-21T12:00:00.000Z',
  mailedAt: { confirm: '2026-11-21T12:00:00.000Z' },
});
const pressMailId = '01KAV00000000000000000000C';

const messageId = 'a-message';
const linkId = '0123456789abcdef0123456789abcdef';
const organizer = 'ida@example.org';

type AttemptedTask = Extract<
  MailTask,
  { task: 'pending' | 'reminder' | 'publication' | 'press-mail' | 'letter' | 'supplement' | 'message-mail' }
>;

/** `neverRepeated`: an attempt without an answer is the last one. */
type Mail = {
  task: AttemptedTask;
  gate?: object;
  contact?: object;
  atMostOnce: boolean;
  neverRepeated?: boolean;
};

const pressMail = (kind: 'embargo' | 'correction'): AttemptedTask => ({
  task: 'press-mail',
  ...pressContactKey(slug, journalist),
  kind,
  id: pressMailId,
});
const collecting = { status: 'collecting' };

const mails: Record<string, Mail> = {
  confirmation: {
    task: { task: 'pending', ...signOnKey(slug, newcomer.id) },
    gate: collecting,
    atMostOnce: false,
  },
  reminder: {
    task: { task: 'reminder', ...signOnKey(slug, reminded.id) },
    gate: collecting,
    atMostOnce: false,
  },
  thanks: { task: { task: 'pending', ...signOnKey(slug, thanked.id) }, gate: collecting, atMostOnce: false },
  news: { task: { task: 'publication', ...signOnKey(slug, signer.id) }, atMostOnce: false },
  release: { task: { task: 'publication', ...pressContactKey(slug, journalist) }, atMostOnce: true },
  'embargoed copy': {
    task: pressMail('embargo'),
    gate: { ...collecting, notBefore: '2026-12-24T12:00:00.000Z' },
    contact: { embargoed: true },
    atMostOnce: true,
  },
  correction: {
    task: pressMail('correction'),
    gate: { corrections: [pressMailId] },
    contact: { release: { state: 'sent', at: due, claim: 'c' } },
    atMostOnce: true,
  },
  letter: { task: { task: 'letter', slug }, gate: { pendingLetterMail: due }, atMostOnce: true },
  supplement: {
    task: { task: 'supplement', slug },
    gate: {
      pendingSupplementMail: due,
      supplement: {
        id: supplementId,
        state: 'frozen',
        at: due,
        freezeId: 'f',
        changes: {
          asOf: due,
          organizations: 4,
          individuals: 0,
          addedOrganizations: 1,
          addedIndividuals: 0,
          withdrawn: 0,
        },
      },
    },
    atMostOnce: true,
  },
  notice: { task: { task: 'pending', ...eventKey(slug, noticeId) }, atMostOnce: false },
  message: {
    task: { task: 'message-mail', ...signOnKey(slug, signer.id), id: messageId, recipient: 'ana' },
    atMostOnce: true,
    neverRepeated: true,
  },
  'link to the console': { task: { task: 'pending', ...signInKey(linkId) }, atMostOnce: false },
};

/** Answers about the account, its settings or the service, each with what is said of it. */
const delays = [
  ['Throttling', 'Daily message quota exceeded.', 'over-quota'],
  [
    'MessageRejected',
    'Email address is not verified. The following identities failed the check.',
    'not-verified',
  ],
  ['MailFromDomainNotVerifiedException', 'MAIL FROM', 'not-verified'],
  ['MessageRejected', 'Sending suspended for this account.', 'sending-paused'],
  ['MessageRejected', 'Sending paused for this account.', 'sending-paused'],
  ['AccountSendingPausedException', 'paused', 'sending-paused'],
  ['ConfigurationSetSendingPausedException', 'paused', 'sending-paused'],
  ['AccessDenied', 'not authorized to perform ses:SendRawEmail', 'not-allowed'],
  ['InvalidClientTokenId', 'The security token is invalid.', 'not-allowed'],
  ['ExpiredToken', 'The security token included in the request is expired', 'not-allowed'],
  ['SignatureDoesNotMatch', 'Signature expired', 'not-allowed'],
  ['ConfigurationSetDoesNotExist', 'no such set', 'not-allowed'],
  ['LimitExceededException', 'a limit of the account', 'over-quota'],
  ['SomethingNew', 'an answer that no table knows', 'not-allowed'],
  ['ServiceUnavailable', 'try later', 'unreachable'],
  ['InternalFailure', 'try later', 'unreachable'],
] as const;

const refusals = [
  ['InvalidParameterValue', "Missing final '@domain'"],
  ['InvalidParameterValue', 'Message length is more than 40 MB.'],
  ['MessageRejected', 'Address blacklisted.'],
  ['MessageRejected', 'Transaction failed: Duplicate header To.'],
] as const;

let directory: string;
let ses: RunningServer;
let client: SESClient;
let reports: object[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  ses = await startSes({
    port: 0,
    file: join(directory, 'mails'),
    publish: (event) => void reports.push(event),
  });
  client = new SESClient({ ...clientFor(ses.url), maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await ses.close();
  rmSync(directory, { recursive: true });
});

const reportSchema = z.object({
  'detail-type': z.string(),
  detail: z.object({ mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }) }),
});

/** What the rules of infra/mail-events.ts make of SES's `Send` events. */
const sentEvents = (at: string) =>
  reports
    .map((report) => reportSchema.parse(report))
    .flatMap((report) => {
      const { slug, item, id, mail, claim } = report.detail.mail.tags;
      if (
        report['detail-type'] !== 'Email Sent' ||
        !['letter', 'supplement', 'press'].includes(item?.[0] ?? '')
      )
        return [];
      return [
        mailEventSchema.parse({
          what: 'sent',
          slug: slug?.[0],
          item: item?.[0],
          id: id?.[0],
          mail: mail?.[0],
          claim: claim?.[0],
          at,
        }),
      ];
    });

async function start(name: string) {
  const database = await freshStore();
  await fetch(`${ses.url}/store`, { method: 'DELETE' });
  reports = [];
  await seed(database, {
    settings: {
      timeZone: 'UTC',
      delivery: { by: 'email', to: ['commission@example.org'], cc: [] },
      organizers: [{ name: 'Ida', email: organizer, role: 'owner' }],
    },
    gate: {
      status: 'published',
      delivery: 'email',
      releasedOrganizations: 2,
      releasedIndividuals: 0,
      publishedAt: due,
      ...mails[name]?.gate,
    },
    letter: letterSource,
    release: releaseSource,
    signOns: [signer, newcomer, thanked, reminded],
  });
  await database.put({
    ...pressContactKey(slug, journalist),
    slug,
    addressHash: journalist,
    email: 'desk@example.com',
    nonce: 'n',
    ...mails[name]?.contact,
  });
  await database.put({
    ...correctionKey(slug, pressMailId),
    slug,
    id: pressMailId,
    at: due,
    note: 'One name was misspelled.',
    documents: ['release'],
    texts: [{ language: 'en', letter: letterSource, release: releaseSource }],
  });
  await database.put({
    ...messageKey(slug, messageId),
    slug,
    id: messageId,
    audience: 'signers',
    texts: [{ language: 'en', source: '---\nsubject: News\n---\nCome.\n' }],
    at: due,
    organizations: 2,
    individuals: 0,
  });
  const of = { slug, id: messageId, recipient: 'ana' };
  await noteRecipient(database.store, of, new Date(due));
  await requestLink(database.store, {
    id: linkId,
    addressHash: addressHash(testAddressKey, organizer),
    network: 'a-network',
    now: new Date('2026-11-24T12:00:00.000Z'),
    newUlid: () => linkId,
    newNonce: () => 'nonce',
  });
  await database.store.transact([
    eventCreation({
      slug,
      now: new Date(due),
      newUlid: () => noticeId,
      actor: 'system',
      event: { type: 'published', organizations: 2, individuals: 0 },
    }),
  ]);
  const mailbox = newMailbox(database);
  const frozen = { freezeId: 'f', message: { subject: 's', text: 't', html: 'h' }, namedSignatories: [] };
  mailbox.frozen = new Map([[frozenSupplementKey(slug, supplementId), JSON.stringify(frozen)]]);
  return { database, mailbox };
}

/** Tries a mail until it is done, five minutes between the attempts, and lets SES's events come after each. */
async function deliver(
  name: string,
  { database, mailbox }: Awaited<ReturnType<typeof start>>,
  { mailer = openMailer('set', client), withEvents = true, attempts = 6 } = {},
) {
  const task = mails[name]?.task;
  if (!task) throw new Error(name);
  const outcomes: string[] = [];
  for (let attempt = 1; attempt <= attempts && outcomes.at(-1) !== 'done'; attempt++) {
    const dependencies = { ...mailbox.dependencies(), send: mailer.send };
    outcomes.push(await handleMailTask(dependencies, { ...task, attempt }));
    if (withEvents)
      for (const event of sentEvents(mailbox.now.toISOString()))
        await recordMailEvent(database.store, event, { ...newIds(), addressKey });
    mailbox.now = new Date(mailbox.now.getTime() + 5 * 60_000);
  }
  return outcomes;
}

const fault = (code: string, message: string, times: number) =>
  fetch(`${ses.url}/faults`, { method: 'POST', body: JSON.stringify({ code, message, times }) });
const storeSchema = z.object({ emails: z.array(z.unknown()) });
const sentCount = async () => storeSchema.parse(await (await fetch(`${ses.url}/store`)).json()).emails.length;
const notices = async ({ store }: TestStore) => {
  const { items } = await store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.filter(({ id }) => id !== noticeId).map(({ event }) => event.type);
};

/** A client whose requests fail as Node's do. Jest's own realm hides the code of a real one from the SDK. */
function failingClient(
  fields: { code?: string; syscall?: string; name?: string; $metadata?: object },
  message = '',
): SESClient {
  const failing = new SESClient({ ...clientFor(ses.url), maxAttempts: 1 });
  failing.middlewareStack.add(() => () => Promise.reject(Object.assign(new Error(message), fields)), {
    step: 'finalizeRequest',
  });
  return failing;
}

const anyMail = {
  message: { subject: 's', text: 't', html: 'h' },
  sender: { name: 'n', address: 'a@example.org', replyTo: 'a@example.org' },
  to: 'b@example.org',
  reference: { slug, item: 'notice' as const, id: 'x', mail: 'published' },
};

describe('a request that fails', () => {
  test.each([
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'unreachable'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'unreachable'],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'unreachable'],
    [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'unreachable'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'unreachable'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'unreachable'],
    [{ name: 'CredentialsProviderError' }, 'not-allowed'],
    [{ code: 'ECONNRESET', syscall: 'read' }, 'unknown'],
    [{ code: 'EPIPE', syscall: 'write' }, 'unknown'],
    [{ code: 'ETIMEDOUT', name: 'TimeoutError' }, 'unknown'],
    [{ name: 'AbortError' }, 'unknown'],
    // The answer broke off after its first line: SES has taken the mail, has not, or could not.
    [{ code: 'ECONNRESET', $metadata: { httpStatusCode: 200 } }, 'unknown'],
    [{ code: 'ECONNRESET', $metadata: { httpStatusCode: 400 } }, 'not-allowed'],
    [{ code: 'ECONNRESET', $metadata: { httpStatusCode: 500 } }, 'unreachable'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 413 } }, 'refused'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 429 } }, 'too-fast'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 502 } }, 'unreachable'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 504 } }, 'unknown'],
  ] as const)('%o is %s', async (fields, outcome) => {
    expect(await openMailer('set', failingClient(fields)).send(anyMail)).toBe(outcome);
  });

  test('is unknown, too, if the answer is empty', async () => {
    const empty = new SESClient({ ...clientFor(ses.url), maxAttempts: 1 });
    empty.middlewareStack.add(() => async () => ({ output: { $metadata: {} }, response: {} }), {
      step: 'deserialize',
      priority: 'high',
    });
    expect(await openMailer('set', empty).send(anyMail)).toBe('unknown');
  });
});

test('every mail says that no program should answer it', async () => {
  const campaign = await start('notice');
  await deliver('notice', campaign);
  const { emails } = z
    .object({ emails: z.array(z.object({ headers: z.record(z.string(), z.string()) })) })
    .parse(await (await fetch(`${ses.url}/store`)).json());
  expect(emails[0]?.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
  });
});

describe.each(Object.keys(mails))('the %s', (name) => {
  const { atMostOnce = false, neverRepeated = false } = mails[name] ?? {};

  test.each(delays)('waits and goes once when SES says %s: %s', async (code, message, reason) => {
    const campaign = await start(name);
    await fault(code, message, 3);
    expect(await deliver(name, campaign)).toEqual([reason, reason, reason, 'done']);
    expect([await sentCount(), await notices(campaign.database)]).toEqual([
      1,
      name === 'supplement' ? ['supplement-sent'] : [],
    ]);
  });

  test.each([
    ['Throttling', 'Maximum sending rate exceeded.'],
    ['TooManyRequestsException', 'Too many requests'],
  ])('waits a moment and goes once when it is too fast: %s', async (code, message) => {
    const campaign = await start(name);
    await fault(code, message, 1);
    expect(await deliver(name, campaign)).toEqual(['later', 'done']);
    expect(await sentCount()).toBe(1);
  });

  test('waits and goes once when nobody listens', async () => {
    const campaign = await start(name);
    const deaf = failingClient({ code: 'ECONNREFUSED', syscall: 'connect' });
    expect(await deliver(name, campaign, { mailer: openMailer('set', deaf), attempts: 3 })).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
    ]);
    expect(await deliver(name, campaign)).toEqual(['done']);
    expect(await sentCount()).toBe(1);
  });

  test.each(refusals)('is told of when SES refuses it: %s %s', async (code, message) => {
    const campaign = await start(name);
    await fault(code, message, 9);
    expect((await deliver(name, campaign)).at(-1)).toBe('done');
    expect(await sentCount()).toBe(0);
    const rows = await signOnsOf(campaign.database);
    const besideSigners = rows.flatMap(({ mailFeedback }) => mailFeedback?.what ?? []);
    const told = {
      confirmation: [[], ['refused']],
      reminder: [[], ['refused']],
      thanks: [[], ['refused']],
      news: [[], ['refused']],
      release: [['press-mail-refused'], []],
      'embargoed copy': [['press-mail-refused'], []],
      correction: [['press-mail-refused'], []],
      letter: [['letter-mail-refused'], []],
      supplement: [['supplement-refused'], []],
      // Who cannot be mailed cannot be told; the others are (send-notice.test.ts).
      notice: [[], []],
      // The log counts it as failed (message.test.ts).
      message: [[], []],
      'link to the console': [[], []],
    }[name];
    expect([await notices(campaign.database), besideSigners]).toEqual(told);
    await fault(code, message, 0);
  });

  test('that SES took without an answer is settled by its Send event, and goes once where twice is wrong', async () => {
    const campaign = await start(name);
    await fault('ConnectionReset', '', 1);
    expect((await deliver(name, campaign)).at(-1)).toBe('done');
    expect(await sentCount()).toBe(atMostOnce ? 1 : 2);
    const contact = await readPressContact(campaign.database.store, slug, journalist);
    const gate = await gateOf(campaign.database);
    if (name === 'release') expect(contact?.release?.state).toBe('sent');
    if (name === 'letter') expect(gate.letterMail?.state).toBe('sent');
    if (name === 'supplement') expect(gate.supplement?.state).toBe('sent');
    expect((await notices(campaign.database)).filter((type) => type.endsWith('unknown'))).toEqual([]);
  });

  test('that was lost on the way goes again, where twice is wrong after fifteen minutes without an event, or never', async () => {
    const campaign = await start(name);
    await fault('ConnectionLost', '', 1);
    const outcomes = await deliver(name, campaign);
    expect(outcomes.at(-1)).toBe('done');
    expect(outcomes).toHaveLength(neverRepeated ? 1 : atMostOnce ? 5 : 2);
    expect(await sentCount()).toBe(neverRepeated ? 0 : 1);
    expect((await notices(campaign.database)).filter((type) => type.endsWith('unknown'))).toHaveLength(
      atMostOnce && !neverRepeated ? 1 : 0,
    );
  });
});
