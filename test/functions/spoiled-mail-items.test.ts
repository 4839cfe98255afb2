import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/send-mail.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import {
  campaignPartition,
  eventKey,
  gateKey,
  type Key,
  mailingKey,
  messageKey,
  messageRecipientKey,
  pressContactKey,
  sessionKey,
  settingsKey,
  signInKey,
  signOnKey,
  textKey,
} from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { type MemoryStore, newMemoryStore } from '../support/memory-store/memory-store.ts';
import { queueEvent } from '../support/queue.ts';
import { aConfirmedSignOn, aSignOn, slug as healthy, testAddressKey } from '../support/records.ts';
import { seed, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

/** Spoils one item that a mail is made from, or the message that asks for it, and lets ten minutes pass. */

const slug = 'spoiled-letter';
const signer = { ...aConfirmedSignOn({ email: 'ana@example.org' }), slug };
const newcomer = { ...aSignOn({ email: 'ben@example.org', pendingMail: 'mark' }), slug };
const neighbor = aSignOn({ email: 'eva@example.org', pendingMail: 'mark' });
const journalist = addressHash(testAddressKey, 'desk@example.com');
const [id, recipient] = ['01JD0000000000000000000000', 'a-recipient'];

let store: MemoryStore;
let mailbox: Mailbox;

beforeEach(async () => {
  store = newMemoryStore();
  const table: TestStore = { store, client: { destroy: () => {} }, put: async (item) => store.put(item) };
  mailbox = newMailbox(table);
  await seed(table, { signOns: [neighbor] });
  await seed(table, {
    settings: { slug, delivery: { by: 'email', to: ['commission@example.org'], cc: [] } },
    gate: { slug, status: 'published', delivery: 'email', publishedAt: '2026-11-24T11:00:00.000Z' },
    signOns: [signer, newcomer],
    letter: letterSource,
    release: releaseSource,
  });
  const texts = [{ language: 'en', source: '---\nsubject: News\n---\nCome.\n' }];
  const at = '2026-11-24T11:00:00.000Z';
  store.put({
    ...messageKey(slug, id),
    slug,
    id,
    audience: 'signers',
    texts,
    at,
    organizations: 1,
    individuals: 0,
  });
  store.put({ ...messageRecipientKey(slug, id, recipient), recipient, state: 'queued', at });
  store.put({
    ...pressContactKey(slug, journalist),
    slug,
    addressHash: journalist,
    email: 'desk@example.com',
    nonce: 'n',
  });
});

const visibilitySeconds = 360;

/** How often the function takes a task within ten minutes. Its neighbors come in the same batch. */
async function takenInTenMinutes(body: string): Promise<number> {
  const start = mailbox.now.getTime();
  let due = [{ body, at: 0 }];
  let taken = 0;
  const handle = newHandler({
    ...mailbox.dependencies(),
    queueLater: async (task, delay) =>
      void due.push({ body: JSON.stringify(task), at: (mailbox.now.getTime() - start) / 1000 + delay }),
  });
  const others = JSON.stringify({ task: 'pending', ...signOnKey(healthy, neighbor.id) });
  for (;;) {
    due.sort((one, other) => one.at - other.at);
    const [next] = due;
    if (!next || next.at > 600) return taken;
    due = due.slice(1);
    mailbox.now = new Date(start + next.at * 1000);
    taken++;
    const { batchItemFailures } = await handle(queueEvent([next.body, ...(taken === 1 ? [others] : [])]));
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).not.toContain('message-1');
    if (batchItemFailures.length > 0) due.push({ ...next, at: next.at + visibilitySeconds });
  }
}

/** The keys of the items that the organizers are told of. */
const told = () =>
  store
    .items()
    .filter(({ PK, SK }) => PK === campaignPartition(slug) && String(SK).startsWith('EVENT#'))
    .flatMap(({ event }) => {
      const { type, item } = (event ?? {}) as { type?: string; item?: string };
      return type === 'item-unreadable' ? [item] : [];
    });

const ways: [string, (item: Key & Record<string, unknown>) => Record<string, unknown>][] = [
  ['has nothing but its key', () => ({})],
  ['has numbers for everything', (item) => mapped(item, () => 7)],
  ['has the shape of another version', (item) => mapped(item, (value) => [{ value }])],
  [
    'is as large as an item can be',
    (item) => mapped(item, (value) => (typeof value === 'string' ? 'x'.repeat(40_000) : value)),
  ],
];

const mapped = ({ PK, SK, ...fields }: Key & Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));

const pending = (key: Key): MailTask => ({ task: 'pending', ...key });
const message = {
  task: 'message-mail',
  ...signOnKey(slug, signer.id),
  id,
  recipient,
} as const;

/** Each item that some mail is made from, with the mail's task. */
const items: [string, Key, MailTask][] = [
  ['a sign-on', signOnKey(slug, newcomer.id), pending(signOnKey(slug, newcomer.id))],
  [
    'a sign-on that is reminded',
    signOnKey(slug, newcomer.id),
    { task: 'reminder', ...signOnKey(slug, newcomer.id) },
  ],
  ['a signatory', signOnKey(slug, signer.id), { task: 'publication', ...signOnKey(slug, signer.id) }],
  [
    'a shard of signatories',
    signOnKey(slug, signer.id),
    { task: 'signers', slug, shard: Number.parseInt(signer.id.slice(0, 1), 16) },
  ],
  [
    'a press contact',
    pressContactKey(slug, journalist),
    { task: 'publication', ...pressContactKey(slug, journalist) },
  ],
  [
    'a press contact with an embargo',
    pressContactKey(slug, journalist),
    { task: 'press-mail', ...pressContactKey(slug, journalist), kind: 'embargo', id },
  ],
  ['the press list', pressContactKey(slug, journalist), { task: 'press', slug }],
  [
    'the press list of a mailing',
    pressContactKey(slug, journalist),
    { task: 'mailing', slug, kind: 'embargo', id },
  ],
  ['a notice', eventKey(slug, id), pending(eventKey(slug, id))],
  ['a mailing', mailingKey(slug, id), pending(mailingKey(slug, id))],
  ['a message', messageKey(slug, id), message],
  ['a message’s page', messageKey(slug, id), { task: 'message-page', slug, id, mailing: id, shard: 0 }],
  [
    'a message’s count',
    messageKey(slug, id),
    { task: 'message-count', slug, id, mailing: id, sent: 0, failed: 0 },
  ],
  ['a message’s recipient', messageRecipientKey(slug, id, recipient), message],
  ['the signer of a message', signOnKey(slug, signer.id), message],
  ['the gate', gateKey(slug), pending(signOnKey(slug, newcomer.id))],
  ['the gate of a letter', gateKey(slug), { task: 'letter', slug }],
  ['the gate of a supplement', gateKey(slug), { task: 'supplement', slug }],
  ['the settings', settingsKey(slug), pending(signOnKey(slug, newcomer.id))],
  [
    'the release',
    textKey(slug, 'en', 'release'),
    { task: 'publication', ...pressContactKey(slug, journalist) },
  ],
];

describe.each(items)('%s', (_, key, task) => {
  test.each(ways)(
    'that %s delays no other mail, is seldom tried, and is told of once',
    async (way, spoil) => {
      const item = store.items().find(({ PK, SK }) => PK === key.PK && SK === key.SK) ?? {};
      store.put({ ...spoil({ slug, status: 'a', at: 'b', ...item, ...key }), ...key });
      expect(await takenInTenMinutes(JSON.stringify(task))).toBeLessThanOrEqual(10);
      expect(mailbox.sent.map(({ to }) => to)).toContain('eva@example.org');
      const isReadable = way === 'is as large as an item can be';
      if (!isReadable) expect(told()).toEqual([`${key.PK} ${key.SK}`]);
      expect(told().length).toBeLessThanOrEqual(1);
    },
  );
});

test('a signatory that cannot be read keeps the publication’s mail from no other of its shard', async () => {
  const shard = 3;
  const ids = [0, 1, 2].map((last) => `${shard}${'0'.repeat(30)}${last}`);
  for (const each of ids) store.put({ ...signOnKey(slug, each), ...signer, id: each });
  store.put({ ...signOnKey(slug, ids[1] ?? ''), slug, status: 7 });
  await takenInTenMinutes(JSON.stringify({ task: 'signers', slug, shard }));
  expect(mailbox.queued).toEqual(
    [ids[0], ids[2]].map((each) => ({ task: 'publication', ...signOnKey(slug, each ?? '') })),
  );
});

/** What belongs to no campaign has nobody to tell but the operator. */
describe.each<[string, Key]>([
  ['a request for a link', signInKey(id)],
  ['a session', sessionKey('a-hash', 'a-secret')],
])('%s', (_, key) => {
  test.each(ways)('that %s delays no other mail and is seldom tried', async (_way, spoil) => {
    store.put({ ...key, ...spoil({ ...key, id, pendingMail: 'mark', addressHash: 'a-hash' }) });
    expect(await takenInTenMinutes(JSON.stringify(pending(key)))).toBeLessThanOrEqual(2);
    expect(mailbox.sent.map(({ to }) => to)).toEqual(['eva@example.org']);
    expect(told()).toEqual([]);
  });
});

describe('a message in the mail queue', () => {
  test.each([
    ['is not JSON', '{'],
    ['is a number', '7'],
    ['is empty', '{}'],
    ['asks for what a newer version knows', JSON.stringify({ task: 'postcard', slug })],
    ['lacks its key', JSON.stringify({ task: 'pending' })],
    ['has a number for its key', JSON.stringify({ task: 'pending', PK: 7, SK: 7 })],
    ['leads to nothing that a mail is made from', JSON.stringify(pending(gateKey(slug)))],
    ['leads nowhere', JSON.stringify(pending({ PK: 'NOWHERE', SK: 'NOTHING' }))],
    ['is as large as SQS takes', JSON.stringify(pending({ PK: 'x'.repeat(250_000), SK: 'y' }))],
  ])('that %s delays no other mail and is seldom tried', async (_, body) => {
    expect(await takenInTenMinutes(body)).toBeLessThanOrEqual(2);
    expect(mailbox.sent.map(({ to }) => to)).toEqual(['eva@example.org']);
  });
});
