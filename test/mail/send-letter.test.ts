import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../shared/campaign/campaign.ts';
import { eventSchema } from '../../shared/campaign/events.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { applyCampaign } from '../../shared/operations/applying/apply.ts';
import { planCampaign } from '../../shared/operations/applying/plan.ts';
import { recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { tasksForChange } from '../../shared/operations/mailing/tasks-for-change.ts';
import { markDelivered } from '../../shared/operations/publishing/opening-commands.ts';
import { gateKey, pressContactKey, signOnKey } from '../../shared/table/keys.ts';
import { readSettings } from '../../shared/table/settings.ts';
import { type CrashRun, crashAtEveryStep } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../support/intruder.ts';
import { losingAnswers } from '../support/lost-answers.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  addressKey,
  organizationDetails,
  slug,
  testAddressKey,
} from '../support/records.ts';
import { newSigning } from '../support/signing.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const recipients = { to: ['commission@example.org', 'chair@example.org'], cc: ['clerk@example.org'] };
const due = '2026-11-24T11:00:00.000Z';
const contact = pressContactKey(slug, '0123456789abcdef0123456789abcdef');
let database: TestStore;
let mailbox: Mailbox;

async function start(): Promise<void> {
  database = await freshStore();
  mailbox = newMailbox(database);
  const signOns = ['Harbor Families', 'Áncora Norte'].map((name) =>
    aConfirmedSignOn({
      kind: 'organization',
      email: `${name.length}@example.org`,
      signed: organizationDetails(name),
    }),
  );
  await seed(database, {
    settings: { delivery: { by: 'email', ...recipients }, letterUrl: 'https://letters.example.net/trees' },
    gate: {
      status: 'published',
      delivery: 'email',
      releasedOrganizations: 2,
      releasedIndividuals: 0,
      publishedAt: due,
      pendingLetterMail: due,
    },
    letter: letterSource,
    release: releaseSource,
    signOns,
  });
  await database.put({
    ...contact,
    slug,
    addressHash: '0123456789abcdef0123456789abcdef',
    email: 'desk@example.com',
    nonce: 'n',
  });
}
beforeEach(start);

const deliver = (run?: CrashRun) => handleMailTask(mailbox.dependencies(run), { task: 'letter', slug });
const tellThePress = () => handleMailTask(mailbox.dependencies(), { task: 'publication', ...contact });
const passMinutes = (minutes: number) => {
  mailbox.now = new Date(mailbox.now.getTime() + minutes * 60_000);
};

async function notices(): Promise<string[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.filter(({ pendingMail }) => pendingMail).map(({ event }) => event.type);
}

/** Whether the last change of the gate calls for the mails to press and signers, as the stream will show it. */
const callsForTheOthers = async () =>
  tasksForChange(
    { ...gateKey(slug), ...(await gateOf(database)) },
    { ...gateKey(slug), pendingLetterMail: due },
  ).mail.length > 0;

describe('the letter to its recipient', () => {
  test('is the whole letter with its names, to everybody named, in one mail', async () => {
    expect(await deliver()).toBe('done');
    expect(mailbox.sent).toHaveLength(1);
    const [mail] = mailbox.sent;
    expect(mail).toMatchObject({ ...recipients, sender: { replyTo: 'press@example.org' }, attachments: [] });
    expect(mail?.unsubscribeLink).toBeUndefined();
    for (const part of [mail?.message.text, mail?.message.html])
      for (const words of [
        'signed by 2 organizations',
        'keep the shoreline trees',
        'Harbor Families',
        'Áncora Norte',
      ])
        expect(part).toContain(words);
    expect(mail?.message.text).toContain('The letter on the web:\nhttps://letters.example.net/trees\n');
    expect(mail?.message.text).not.toContain('PDF');
    expect((await gateOf(database)).letterMail?.state).toBe('sent');
  });

  test('goes without a name that cannot be read, as the pages do', async () => {
    const unreadable = aConfirmedSignOn({ kind: 'organization', email: 'eva@example.org' });
    await database.put({ ...signOnKey(slug, unreadable.id), slug, status: 7 });
    expect(await deliver()).toBe('done');
    expect(mailbox.sent[0]?.message.text).toContain('Harbor Families');
  });

  test('names each organization also where an organizer promotes another of its sign-ons at any step', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      await start();
      const signing = newSigning(database, { review: 'none' });
      const ids: string[] = [];
      for (let index = 0; index < 8; index++) {
        const id = await signing.submit(`person-${index}@example.org`, 'Dune Fund');
        await signing.confirm(id);
        ids.push(id);
      }
      // The rows are read in the order of ids: the first one is read as waiting, the last one as the holder no more.
      const [first = '', last = ''] = [ids.toSorted().at(0), ids.toSorted().at(-1)];
      await signing.promote(last);
      const { store, wasIntruded } = storeWithIntruder(database.store, at, () => signing.promote(first));
      expect(await handleMailTask({ ...mailbox.dependencies(), store }, { task: 'letter', slug })).toBe(
        'done',
      );
      expect([at, mailbox.sent[0]?.message.text.match(/Dune Fund/g)?.length]).toEqual([at, 1]);
      return { wasIntruded };
    });
    expect(steps).toBeGreaterThan(16);
  });

  test('has the PDF with it where there is one', async () => {
    mailbox.pdf = new Uint8Array([37, 80, 68, 70]);
    await deliver();
    expect(mailbox.sent[0]?.attachments).toEqual([
      { filename: 'harbor-trees.pdf', contentType: 'application/pdf', content: mailbox.pdf },
    ]);
    expect(mailbox.sent[0]?.message.text).toContain('attached as a PDF');
  });

  test('waits for a PDF that is being made, but not for long', async () => {
    const gate = { ...(await gateOf(database)), lease: 'a', pendingLetterMail: mailbox.now.toISOString() };
    await database.put({ ...gateKey(slug), ...gate });
    expect(await deliver()).toBe('later');
    passMinutes(1);
    expect(await deliver()).toBe('later');
    passMinutes(1);
    expect(await deliver()).toBe('done');
    expect(mailbox.sent).toHaveLength(1);
  });

  test('goes before the press hears of it, and then calls for everybody else’s mails', async () => {
    await tellThePress();
    expect(mailbox.sent).toEqual([]);
    await deliver();
    expect(await callsForTheOthers()).toBe(true);
    await tellThePress();
    expect(mailbox.sent.map(({ to }) => to)).toEqual([recipients.to, 'desk@example.com']);
  });

  test('goes once however often the message comes, and when many come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => deliver()));
    passMinutes(30);
    await deliver();
    expect(mailbox.sent).toHaveLength(1);
  });

  test('goes exactly once whatever step the function dies at, for SES reports what it took, and then the press hears', async () => {
    await crashAtEveryStep(async (run, name) => {
      await start();
      await deliver(run).catch(() => undefined);
      await mailbox.report('sent');
      for (let again = 0; again < 5; again++) {
        await deliver();
        passMinutes(6);
      }
      const state = (await gateOf(database)).letterMail?.state;
      expect([name, mailbox.sent.length, state]).toEqual([name, 1, 'sent']);
      expect([name, await callsForTheOthers()]).toEqual([name, true]);
    });
  });

  test('that got no answer and no report keeps the press waiting, and goes again after fifteen minutes', async () => {
    mailbox.answers = ['unknown'];
    await deliver();
    passMinutes(14);
    expect([await deliver(), (await gateOf(database)).letterMail?.state]).toEqual(['later', 'unknown']);
    expect(await callsForTheOthers()).toBe(false);
    passMinutes(1);
    await deliver();
    expect(await notices()).toEqual(['letter-mail-unknown']);
    expect([await deliver(), mailbox.sent.length, await callsForTheOthers()]).toEqual(['done', 1, true]);
  });

  test('that bounces is told to the organizers once, and goes to another address once there is one', async () => {
    await deliver();
    await mailbox.report('bounced');
    const [mail] = mailbox.sent;
    if (!mail) throw new Error('no mail');
    for (const what of ['bounced', 'delivered', 'sent'] as const)
      await recordMailEvent(
        database.store,
        { ...mail.reference, claim: mail.reference.claim ?? '', what, at: mailbox.now.toISOString() },
        { ...newIds(), addressKey },
      );
    expect((await gateOf(database)).letterMail?.state).toBe('bounced');
    expect(await notices()).toEqual(['letter-bounced']);
    await applyWith({ by: 'email', to: ['office@example.org'], cc: [] });
    expect([await deliver(), mailbox.sent.at(-1)?.to]).toEqual(['done', ['office@example.org']]);
  });

  test.each([
    ['after it was sent', ['undelivered'], 'bounced', ['letter-bounced']],
    ['after it was delivered, such as an automatic answer', ['delivered', 'undelivered'], 'delivered', []],
    [
      'because of a full mailbox of one of two recipients',
      ['delivered', 'bounced'],
      'bounced',
      ['letter-bounced'],
    ],
  ] as const)('that comes back without a permanent reason %s', async (_, reports, state, told) => {
    await deliver();
    const [mail] = mailbox.sent;
    if (!mail) throw new Error('no mail');
    for (const what of reports)
      await recordMailEvent(
        database.store,
        { ...mail.reference, claim: mail.reference.claim ?? '', what, at: mailbox.now.toISOString() },
        { ...newIds(), addressKey },
      );
    expect([(await gateOf(database)).letterMail?.state, await notices()]).toEqual([state, told]);
  });

  test.each([
    'too-fast',
    'over-quota',
    'unreachable',
    'not-verified',
    'not-allowed',
    'sending-paused',
  ] as const)('is tried again when SES did not take it (%s)', async (answer) => {
    mailbox.answers = [answer];
    expect([await deliver(), await callsForTheOthers()]).toEqual([
      answer === 'too-fast' ? 'later' : answer,
      false,
    ]);
    expect([await deliver(), await callsForTheOthers()]).toEqual(['done', true]);
  });

  test('that SES refuses is told of at once, and neither tried again nor followed by the others’ until somebody acts', async () => {
    mailbox.answers = ['refused'];
    expect(await deliver()).toBe('done');
    expect(await notices()).toEqual(['letter-mail-refused']);
    passMinutes(600);
    expect(await deliver()).toBe('done');
    await tellThePress();
    expect([mailbox.sent, await callsForTheOthers()]).toEqual([[], false]);
    const { newUlid } = newIds();
    expect(
      await markDelivered(database.store, { slug, now: mailbox.now, newUlid, mayPublish: true }),
    ).toMatchObject({
      outcome: 'delivered',
    });
    expect(await callsForTheOthers()).toBe(true);
    await tellThePress();
    expect(mailbox.sent.map(({ to }) => to)).toEqual(['desk@example.com']);
  });

  const applyWith = async (delivery: Settings['delivery']) => {
    const { settings: was } = (await readSettings(database.store, slug)) ?? {};
    if (!was) throw new Error('no campaign');
    const { delivery: _, ...others } = was;
    const gate = await gateOf(database);
    const { newUlid, newNonce } = newIds();
    const campaign: Campaign = {
      settings: { ...others, ...(delivery && { delivery }) },
      gate: { ...gate, delivery: delivery?.by },
      texts: [{ language: 'en', letter: letterSource, release: releaseSource }],
      press: [],
    };
    const plan = await planCampaign(database.store, {
      campaign,
      addressKey: testAddressKey,
      now: mailbox.now,
    });
    return await applyCampaign(database.store, { plan, now: mailbox.now, newUlid, newNonce });
  };

  test('that SES refused goes to the address that takes the wrong one’s place, and then the press hears', async () => {
    mailbox.answers = ['refused'];
    await deliver();
    passMinutes(60);
    const to = ['office@example.org'];
    expect(await applyWith({ by: 'email', to, cc: [] })).toMatchObject({ outcome: 'updated' });
    const again = tasksForChange(
      { ...gateKey(slug), ...(await gateOf(database)) },
      { ...gateKey(slug), pendingLetterMail: due },
    );
    expect(again.mail).toEqual([{ task: 'letter', slug }]);
    await Promise.all([deliver(), deliver()]);
    expect(mailbox.sent.map((mail) => mail.to)).toEqual([to]);
    expect(await callsForTheOthers()).toBe(true);
  });

  test('is not sent again by a change of anything else, nor to an address that is changed after it has gone', async () => {
    mailbox.answers = ['refused'];
    await deliver();
    await applyWith({ by: 'hand', to: [], cc: [] });
    expect((await gateOf(database)).letterMail?.state).toBe('refused');
    await start();
    mailbox.answers = ['unknown'];
    await deliver();
    await applyWith({ by: 'email', to: ['office@example.org'], cc: [] });
    await deliver();
    expect([mailbox.sent, (await gateOf(database)).letterMail?.state]).toEqual([[], 'unknown']);
  });

  test('whose outcome is not known waits for an organizer’s word, who is asked for it', async () => {
    const { newUlid } = newIds();
    const delivered = () =>
      markDelivered(database.store, { slug, now: mailbox.now, newUlid, mayPublish: true });
    mailbox.answers = ['unknown'];
    await deliver();
    passMinutes(600);
    await deliver();
    await tellThePress();
    expect(mailbox.sent).toEqual([]);
    expect(await notices()).toEqual(['letter-mail-unknown']);
    expect(await delivered()).toEqual({ outcome: 'delivered', gateOpened: false });
    expect(await callsForTheOthers()).toBe(true);
    expect((await delivered()).outcome).toBe('already-delivered');
    await tellThePress();
    expect(mailbox.sent.map(({ to }) => to)).toEqual(['desk@example.com']);
  });

  test('is not said to be delivered while it is being mailed', async () => {
    const { newUlid } = newIds();
    const letterMail = { state: 'claimed' as const, at: mailbox.now.toISOString(), claim: 'c' };
    await database.put({ ...gateKey(slug), ...(await gateOf(database)), letterMail });
    expect(
      await markDelivered(database.store, { slug, now: mailbox.now, newUlid, mayPublish: true }),
    ).toEqual({
      outcome: 'being-mailed',
      gateOpened: false,
    });
  });

  test('goes nowhere once the campaign is taken down', async () => {
    await database.put({ ...gateKey(slug), ...(await gateOf(database)), status: 'taken-down' });
    expect(await deliver()).toBe('done');
    expect(mailbox.sent).toEqual([]);
  });

  test('that the campaign no longer wants mailed keeps nobody waiting', async () => {
    await seed(database, { gate: await gateOf(database) });
    await deliver();
    expect(mailbox.sent).toEqual([]);
    expect(await callsForTheOthers()).toBe(true);
  });
});

test('A claim whose answer was lost is this attempt’s own: letter and press mail go at once, and once', async () => {
  const dependencies = { ...mailbox.dependencies(), store: losingAnswers(database.store) };
  expect(await handleMailTask(dependencies, { task: 'letter', slug })).toBe('done');
  expect((await gateOf(database)).letterMail?.state).toBe('sent');
  await handleMailTask(dependencies, { task: 'publication', ...contact });
  expect(mailbox.sent).toHaveLength(2);
  passMinutes(30);
  await deliver();
  await tellThePress();
  expect(mailbox.sent).toHaveLength(2);
  expect(await notices()).toEqual([]);
});
