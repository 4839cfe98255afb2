import { beforeEach, describe, expect, test } from '@jest/globals';
import { EPOCH } from '../../shared/campaign/gate.ts';
import { embargoTime } from '../../shared/i18n/formats.ts';
import { pressChanges, pressWrites } from '../../shared/operations/applying/press-changes.ts';
import { readPressContact, readPressListPage } from '../../shared/operations/mailing/press-contacts.ts';
import { suppressAddress } from '../../shared/operations/mailing/unsubscribing.ts';
import { checkEmbargo, requestEmbargo } from '../../shared/operations/publishing/request-embargo.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { crashAtEveryStep, crashingStore } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { slug, testAddressKey } from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { releaseSource } from '../support/texts.ts';

const { newUlid, newNonce } = newIds();
const notBefore = '2026-12-02T15:00:00.000Z';
const trusted = 'trusted@example.com';
const desk = 'desk@example.com';
let database: TestStore;
let mailbox: Mailbox;

beforeEach(start);

async function start(): Promise<void> {
  database = await freshStore();
  mailbox = newMailbox(database);
  await seed(database, { gate: { organizations: 171, notBefore }, release: releaseSource });
  await listIs([{ email: trusted, embargoed: true }, { email: desk }]);
}

async function listIs(entries: { email: string; embargoed?: boolean }[]): Promise<void> {
  const standing = (await readPressListPage(database.store, { slug })).items;
  const changes = pressChanges(slug, entries, standing, testAddressKey);
  const writes = pressWrites(changes, newNonce);
  if (writes.length > 0) expect(await database.store.transact(writes)).toEqual([]);
}

async function embargo(store = database.store) {
  const now = mailbox.now;
  const prospect = await checkEmbargo(store, { slug, now });
  if (prospect.outcome !== 'ready') return { outcome: prospect.outcome, contacts: 0 };
  const { contacts, until, timeZone } = prospect.plan;
  return (await requestEmbargo(store, prospect.plan, { now, newUlid }))
    ? { outcome: 'embargoed', contacts, until, timeZone }
    : { outcome: 'changed-meanwhile', contacts: 0 };
}
const gateIs = async (changed: object) =>
  await database.put({ ...gateKey(slug), ...(await gateOf(database)), ...changed });
const sentTo = () => mailbox.sent.map(({ to }) => to);

/** As the sweep would, should the stream have lost it. */
async function deliverOwed(): Promise<void> {
  const later = new Date(mailbox.now.getTime() + 120_000);
  await mailbox.deliver((await sweepOnce(database, later, { isMailQueueEmpty: true })).mails);
}

describe('the release under embargo', () => {
  test('goes beforehand to who is marked, headed by the end of the embargo, with the numbers of the moment', async () => {
    expect(await embargo()).toEqual({
      outcome: 'embargoed',
      contacts: 1,
      until: notBefore,
      timeZone: 'America/New_York',
    });
    await deliverOwed();
    expect(sentTo()).toEqual([trusted]);
    const message = mailbox.sent[0]?.message;
    expect(message?.subject).toMatch(/^EMBARGOED until Dec\. 2, 10:00 a\.m\. ET: 171 Organizations Urge/);
    expect(message?.text.startsWith('EMBARGOED UNTIL Dec. 2, 10:00 a.m. ET\n')).toBe(true);
    expect(message?.text).not.toContain('FOR IMMEDIATE RELEASE');
    expect(message?.text).toContain('We will send you the final press release when the embargo ends');
    expect(message?.html).toContain('EMBARGOED UNTIL Dec. 2, 10:00 a.m. ET');
  });

  test('says what publication still needs at the end of the embargo, and promises nothing then', async () => {
    const wordsWith = async (gate: object): Promise<string> => {
      await start();
      await gateIs(gate);
      await embargo();
      await deliverOwed();
      return mailbox.sent[0]?.message.text ?? '';
    };
    const short = await wordsWith({ organizations: 1 });
    expect(short).toContain('may be published later than the end of the embargo');
    expect(short).toContain('Before publication it still needs more signatures.');
    expect(short).not.toContain('when the embargo ends');
    expect(await wordsWith({ organizations: 1, delivery: 'hand' })).toContain(
      'it still needs more signatures and delivery to its recipient.',
    );
    // The lower number is enough at the announced time.
    expect(await wordsWith({ organizations: 1, atNotBeforeOrganizations: 1 })).toContain(
      'when the embargo ends and the letter is published',
    );
  });

  test('is all that somebody gets who is taken off the list after it, and goes once to who is put back', async () => {
    await embargo();
    await deliverOwed();
    await listIs([{ email: desk }]);
    const gone = await readPressContact(database.store, slug, addressHash(testAddressKey, trusted));
    expect(gone).toMatchObject({ email: '', embargo: { state: 'sent' } });
    await listIs([{ email: desk }]);
    const open = await gateOf(database);
    await gateIs({ status: 'published', publishedAt: notBefore });
    await mailbox.deliver([{ task: 'press', slug }]);
    expect(sentTo()).toEqual([trusted, desk]);
    await database.put({ ...gateKey(slug), ...open });
    await listIs([{ email: trusted, embargoed: true }]);
    expect((await embargo()).outcome).toBe('nobody-new');
  });

  test('goes to each once; at the hour everybody gets the release', async () => {
    await embargo();
    await deliverOwed();
    expect((await embargo()).outcome).toBe('nobody-new');
    await listIs([
      { email: trusted, embargoed: true },
      { email: desk },
      { email: 'new@example.com', embargoed: true },
    ]);
    expect(await embargo()).toMatchObject({ outcome: 'embargoed', contacts: 1 });
    await deliverOwed();
    expect(sentTo()).toEqual([trusted, 'new@example.com']);
    await gateIs({
      status: 'published',
      publishedAt: notBefore,
      releasedOrganizations: 173,
      releasedIndividuals: 0,
    });
    await mailbox.deliver([{ task: 'press', slug }]);
    expect(sentTo().slice(2).toSorted()).toEqual([desk, 'new@example.com', trusted]);
    expect(mailbox.sent[2]?.message.subject).toMatch(/^173 Organizations/);
  });

  test.each([
    ['no-time', { notBefore: EPOCH }],
    ['time-is-past', { notBefore: '2026-11-01T15:00:00.000Z' }],
    ['held', { held: 'yes' }],
    ['quotes-not-approved', { quotesApproved: 'no' }],
    ['too-late', { status: 'published' }],
  ] as const)('is refused: %s', async (outcome, changed) => {
    await gateIs(changed);
    expect((await embargo()).outcome).toBe(outcome);
    await deliverOwed();
    expect(mailbox.sent).toEqual([]);
  });

  test('is refused when nobody is marked', async () => {
    await listIs([{ email: trusted }, { email: desk }]);
    expect((await embargo()).outcome).toBe('nobody-marked');
  });

  test('that is called for is not sent past its time, nor while the campaign is held', async () => {
    await embargo();
    await gateIs({ held: 'yes' });
    await deliverOwed();
    expect(mailbox.sent).toEqual([]);
  });

  test('does not go to who has unsubscribed, whatever list is applied afterwards', async () => {
    await suppressAddress(database.store, addressHash(testAddressKey, trusted));
    await listIs([{ email: desk }]);
    await listIs([{ email: desk }, { email: trusted, embargoed: true }]);
    await embargo();
    await deliverOwed();
    await gateIs({
      status: 'published',
      publishedAt: notBefore,
      releasedOrganizations: 3,
      releasedIndividuals: 0,
    });
    await mailbox.deliver([{ task: 'press', slug }]);
    expect(sentTo()).toEqual([desk]);
  });

  test('goes at most once whatever step the command or the mail function dies at', async () => {
    const steps = await crashAtEveryStep(async (mortal, name) => {
      await start();
      await embargo(crashingStore(database.store, mortal)).catch(() => undefined);
      await embargo();
      const [task] = (
        await sweepOnce(database, new Date(mailbox.now.getTime() + 120_000), { isMailQueueEmpty: true })
      ).mails;
      if (task) await mailbox.handleTask(task, mortal).catch(() => undefined);
      await mailbox.deliver(mailbox.queued.splice(0));
      await deliverOwed();
      expect([name, sentTo()]).toEqual([name, [trusted]]);
      const contact = await readPressContact(database.store, slug, addressHash(testAddressKey, trusted));
      expect([name, contact?.embargo?.state]).toEqual([name, 'sent']);
    });
    expect(steps).toBeGreaterThanOrEqual(4);
  });

  test('stays on the list once it was sent, so that nobody gets a second one by being listed anew', async () => {
    await embargo();
    await deliverOwed();
    await listIs([{ email: desk }]);
    await listIs([{ email: desk }, { email: trusted, embargoed: true }]);
    expect((await embargo()).outcome).toBe('nobody-new');
  });
});

test.each([
  ['en', 'America/New_York', '2026-12-02T15:00:00.000Z', 'Dec. 2, 10:00 a.m. ET'],
  ['en', 'America/New_York', '2026-07-01T16:30:00.000Z', 'July 1, 12:30 p.m. ET'],
  ['en', 'America/Los_Angeles', '2026-09-10T07:00:00.000Z', 'Sept. 10, 12:00 a.m. PT'],
  ['es', 'America/New_York', '2026-12-02T15:00:00.000Z', '2 de diciembre, 10:00 (hora oriental)'],
  ['fr', 'America/New_York', '2026-12-01T15:00:00.000Z', '1er décembre à 10\u00a0h (heure de l’Est)'],
  ['fr', 'America/New_York', '2026-12-02T14:05:00.000Z', '2 décembre à 9\u00a0h\u00a005 (heure de l’Est)'],
] as const)('the end of an embargo in %s and %s, %s, reads %s', (language, zone, instant, words) => {
  expect(embargoTime(language, zone, instant)).toBe(words);
});
