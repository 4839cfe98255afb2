import { beforeEach, expect, test } from '@jest/globals';
import { resendMail } from '../../shared/operations/deciding/resend.ts';
import { suppressAddress } from '../../shared/operations/mailing/unsubscribing.ts';
import { readCampaignStatus } from '../../shared/operations/reporting/campaign-status.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { mailboxHash } from '../../shared/sign-on/ids.ts';
import { isMailHeld, isResending } from '../../shared/sign-on/pending-mail.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, aSignOn, organizationDetails, slug, testAddressKey } from '../support/records.ts';
import { newSigning, type Signing } from '../support/signing.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';

let database: TestStore;
let signing: Signing;
let mailbox: Mailbox;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings: { review: 'flagged' } });
  signing = newSigning(database, { review: 'flagged' });
  mailbox = newMailbox(database);
});

async function sign(email: string, name: string): Promise<string> {
  const id = await signing.submit(email, name);
  await signing.confirm(id);
  await deliver(id);
  return id;
}

/** What is mailed of what a sign-on owes by now: address and subject. */
async function deliver(...ids: string[]): Promise<string[]> {
  signing.later(60);
  mailbox.now = signing.now();
  mailbox.sent.length = 0;
  await mailbox.deliver(ids.map((id) => ({ task: 'pending', ...signOnKey(slug, id) })));
  return mailbox.sent.map(({ to, message }) => `${to}: ${message.subject}`);
}

async function resend(id: string) {
  signing.later(1);
  const signOn = await signing.read(id);
  return await resendMail(database.store, { signOn, now: signing.now(), newUlid: signing.newUlid });
}

test('an approval is told, once', async () => {
  const id = await sign('families@gmail.com', 'Harbor Families');
  await signing.approve(id);
  await signing.approve(id);
  expect(await deliver(id, id)).toEqual(['families@gmail.com: Your signature for Harbor Families counts']);
  expect(mailbox.sent[0]?.message.text).toContain('The organizers have decided about your signature');
});

test('an approved change is told with its details, and not as if the signature had not counted before', async () => {
  const typed = { website: 'https://shore.example.org/' };
  const id = await signing.submit('ben@shore.example.org', 'Shore Parents', typed);
  await signing.confirm(id);
  await deliver(id);
  await signing.correct(id, { organizationName: 'Parents of the Northern Shore' });
  expect(await signing.read(id)).toMatchObject({ eligible: 'yes', proposed: {} });
  signing.later(60);
  await signing.approve(id);
  await deliver(id);
  const text = mailbox.sent[0]?.message.text;
  expect(text).toMatch(/It counts with these details:\s+Organization name: Parents of the Northern Shore/);
  expect(text).toMatch(/Website: shore.\u200Bexample.\u200Borg\n/);
  expect(text).toContain('City or town: Harbor City');
});

test('whoever was told the wrong thing by a merge is told the right one by its split, within the day', async () => {
  const keep = await sign('ana@families.example.org', 'Harbor Families');
  const other = await sign('ben@shore.example.org', 'Shore Parents');
  await signing.merge(keep, other);
  expect(await deliver(keep, other)).toEqual([
    'ben@shore.example.org: Your signature for Shore Parents does not count',
  ]);
  await signing.split(other);
  expect(await deliver(keep, other)).toEqual([
    'ben@shore.example.org: Your signature for Shore Parents counts',
  ]);
  await signing.merge(keep, other);
  expect(await deliver(keep, other)).toEqual([
    'ben@shore.example.org: Your signature for Shore Parents does not count',
  ]);
});

test('whoever was told the wrong thing by a promotion within a merge is told the right one by a split of either', async () => {
  const keep = await sign('ana@mill-creek.example', 'Mill Creek Grange');
  const other = await sign('ben@orchard.example', 'Orchard Row Tenants');
  for (const split of [keep, other]) {
    await signing.merge(keep, other);
    await deliver(keep, other);
    await signing.promote(other);
    await deliver(keep, other);
    await signing.split(split);
    expect(await deliver(keep, other)).toEqual([
      'ana@mill-creek.example: Your signature for Mill Creek Grange counts',
    ]);
  }
});

test('a promotion is told to both', async () => {
  const holder = await sign('ana@families.example.org', 'Harbor Families');
  const second = await sign('ben@families.example.org', 'Harbor Families');
  await signing.promote(second);
  expect((await deliver(holder, second)).toSorted()).toEqual([
    'ana@families.example.org: Your signature for Harbor Families does not count',
    'ben@families.example.org: Your signature for Harbor Families counts',
  ]);
});

test('whoever signs second is not told that the signature counted before', async () => {
  await sign('ana@families.example.org', 'Harbor Families');
  const second = await signing.submit('ben@families.example.org', 'Harbor Families');
  await signing.confirm(second);
  expect(await deliver(second)).toEqual(['ben@families.example.org: Harbor Families has already signed']);
});

test('whoever counted, withdrew and came back is told, after the review, that the organization has signed', async () => {
  const back = await sign('ben@shore.example.org', 'Shore Parents');
  await signing.withdraw(back);
  await signing.submit('ben@shore.example.org', 'Shore Parents', { website: 'https://elsewhere.example/' });
  expect(await signing.confirm(back)).toBe('waiting-for-review');
  await deliver(back);
  await sign('ana@shore.example.org', 'Shore Parents');
  await signing.approve(back);
  expect((await signing.read(back)).eligible).toBe('no');
  expect(await deliver(back)).toEqual(['ben@shore.example.org: Shore Parents has already signed']);
});

test('whoever corrects something that nobody sees before the mail could go is still told the decision', async () => {
  const holder = await sign('ana@families.example.org', 'Harbor Families');
  const second = await sign('ben@families.example.org', 'Harbor Families');
  await signing.promote(second);
  await signing.correct(holder, { title: 'Treasurer' });
  expect(await deliver(holder)).toEqual([
    'ana@families.example.org: Your signature for Harbor Families does not count',
  ]);
});

test('an imported signature that loses its place is told that it counted, though nobody was told so before', async () => {
  const imported = aConfirmedSignOn({
    kind: 'organization',
    email: 'ben@shore.example.org',
    signed: organizationDetails('Shore Parents'),
    organizationKey: organizationKey('Shore Parents'),
  });
  await seed(database, { settings: { review: 'flagged' }, signOns: [imported] });
  const second = await sign('ana@shore.example.org', 'Shore Parents');
  await signing.promote(second);
  expect(await deliver(imported.id)).toEqual([
    'ben@shore.example.org: Your signature for Shore Parents does not count',
  ]);
  await signing.promote(imported.id);
  await signing.reject(second);
  expect((await signing.read(imported.id)).demotedAt).toBeUndefined();
});

test('an approved change to a name that another one holds is told as a decision', async () => {
  await sign('ana@families.example.org', 'Harbor Families');
  const id = await sign('ben@shore.example.org', 'Shore Parents');
  await signing.correct(id, { organizationName: 'Harbor Families' });
  signing.later(60);
  await signing.approve(id);
  expect(await deliver(id)).toEqual([
    'ben@shore.example.org: Your signature for Harbor Families does not count',
  ]);
});

test('a rejection that is taken back is told', async () => {
  const id = await sign('ana@families.example.org', 'Harbor Families');
  await signing.reject(id);
  expect(await deliver(id)).toEqual([]);
  await signing.reinstate(id);
  expect(await deliver(id)).toEqual(['ana@families.example.org: Your signature for Harbor Families counts']);
});

test('two decisions before a mail could go are one mail, with what holds', async () => {
  const id = await sign('families@gmail.com', 'Harbor Families');
  await signing.approve(id);
  await signing.reject(id);
  expect(await deliver(id)).toEqual([]);
  await signing.reinstate(id);
  await signing.reject(id);
  await signing.reinstate(id);
  expect(await deliver(id)).toHaveLength(1);
});

test('a decision is told in the signed words, while a change that a stranger typed waits', async () => {
  const id = await sign('families@gmail.com', 'Harbor Families');
  await signing.submit('families@gmail.com', 'Harbor Families', { name: 'A. Stranger' });
  await deliver(id);
  await signing.approve(id);
  expect(await deliver(id)).toEqual(['families@gmail.com: Your signature for Harbor Families counts']);
  expect(mailbox.sent[0]?.message.text).not.toContain('Stranger');
});

test.each([
  ['ana@families.example.org', 'Your signature counts.'],
  ['families@gmail.com', 'The organizers review it first.'],
  ['ben@shore.example.org', 'Another person has signed for the same organization.'],
])('a form that is sent again is answered with the state of the signature: %s', async (email, state) => {
  await sign('cleo@shore.example.org', 'Shore Parents');
  const name = email.includes('shore') ? 'Shore Parents' : 'Harbor Families';
  const id = await signing.submit(email, name);
  await signing.confirm(id);
  // The mail about the confirmation has not gone yet.
  await signing.submit(email, name);
  expect(await deliver(id)).toEqual([`${email}: You have already signed for ${name}`]);
  expect(mailbox.sent[0]?.message.text).toContain(state);
});

test('nobody is told who wants no mail', async () => {
  const id = await sign('families@gmail.com', 'Harbor Families');
  await suppressAddress(database.store, mailboxHash(testAddressKey, 'families@gmail.com'));
  await signing.approve(id);
  expect(await deliver(id)).toEqual([]);
  expect((await signing.read(id)).pendingMail).toBeUndefined();
});

test('a mail is sent again when an organizer asks, five times a day at most', async () => {
  const pending = await signing.submit('ana@families.example.org', 'Harbor Families');
  expect(await deliver(pending)).toHaveLength(1);
  const sent: string[] = [];
  for (let time = 0; time < 6; time++) {
    expect(await resend(pending)).toBe('resent');
    sent.push(...(await deliver(pending, pending)));
  }
  expect(sent).toHaveLength(4);
  const counted = await sign('ben@dock.example.org', 'Dock Workers');
  await resend(counted);
  expect(await deliver(counted)).toEqual([
    'ben@dock.example.org: Your signature for Dock Workers is confirmed',
  ]);
  await signing.reject(counted);
  expect(await resend(counted)).toBe('nothing-pending');
});

test('a mail that an organizer sends again is not held back by what came from the network of the form', async () => {
  const names = ['Pier Choir', 'Dock Choir', 'Quay Choir'];
  const rows = names.map((name, index) =>
    aSignOn({
      kind: 'organization',
      email: 'ana@example.org',
      submission: organizationDetails(name),
      mailNetwork: 'hall',
      pendingMail: `mark-${index}`,
    }),
  );
  await seed(database, { signOns: rows });
  const [, , last] = rows.map(({ id }) => id);
  if (last === undefined) throw new Error('three were signed');
  expect(await deliver(...rows.map(({ id }) => id))).toHaveLength(2);
  expect((await signing.read(last)).mailHeldUntil).toBeDefined();
  expect(await resend(last)).toBe('resent');
  expect((await signing.read(last)).mailHeldUntil).toBeUndefined();
  expect(await deliver(last)).toEqual(['ana@example.org: Confirm your signature for Quay Choir']);
});

test('the status says how many mails wait for the next day, and what an organizer sends again is one of the five', async () => {
  const rows = Array.from({ length: 7 }, (_, index) =>
    aSignOn({
      kind: 'organization',
      email: 'ana@example.org',
      submission: organizationDetails(`Pier Choir ${index}`),
      pendingMail: `mark-${index}`,
    }),
  );
  await seed(database, { signOns: rows });
  const ids = rows.map(({ id }) => id);
  expect(await deliver(...ids)).toHaveLength(5);
  const held: string[] = [];
  for (const id of ids) if (isMailHeld(await signing.read(id), signing.now())) held.push(id);
  expect((await statusOf())?.waiting.heldMails).toBe(2);
  for (const id of held) await resend(id);
  expect((await statusOf())?.waiting).not.toHaveProperty('heldMails');
  expect(await deliver(...held)).toEqual([]);
  expect((await statusOf())?.waiting.heldMails).toBe(2);
});

const statusOf = () => readCampaignStatus(database.store, { slug, now: signing.now() });

test('a form that comes after `resend` is held back by its network again', async () => {
  const id = await sign('ana@families.example.org', 'Harbor Families');
  expect(await resend(id)).toBe('resent');
  await deliver(id);
  signing.later(60);
  await signing.submit('ana@families.example.org', 'Harbor Families', { name: 'A. Stranger' });
  expect(isResending(await signing.read(id), 'confirm-change')).toBe(false);
});
