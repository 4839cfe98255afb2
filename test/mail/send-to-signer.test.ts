import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { texts } from '../../shared/i18n/texts.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { maxAttemptsOnRefusal } from '../../shared/mail/task-outcome.ts';
import { reserveDailyMail } from '../../shared/operations/mailing/daily-mail-cap.ts';
import {
  suppressAddress,
  unsubscribedFrom,
  unsubscribeFromLetter,
} from '../../shared/operations/mailing/unsubscribing.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { addressHash, mailboxHash } from '../../shared/sign-on/ids.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { addressItemKey, signOnKey } from '../../shared/table/keys.ts';
import { type CrashRun, crashAtEveryStep } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  aSignOn,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../support/records.ts';
import { freshStore, seed, signOnsOf, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';

const signOn = aSignOn({ requestedAt: '2026-11-24T11:59:59.000Z' });
const ids = newIds();
let database: TestStore;
let mailbox: Mailbox;

async function start(signOns: SignOn[] = [signOn]): Promise<void> {
  database = await freshStore();
  mailbox = newMailbox(database);
  await seed(database, { signOns });
}
beforeEach(() => start());

const deliver = (of: SignOn, { run, attempt = 1 }: { run?: CrashRun; attempt?: number } = {}) =>
  handleMailTask(mailbox.dependencies(run), { task: 'pending', ...signOnKey(slug, of.id), attempt });

/** Another request, that many seconds after the last one. */
async function request(seconds: number, details = someDetails()): Promise<void> {
  mailbox.now = new Date(mailbox.now.getTime() + seconds * 1000);
  const { id, kind, email } = signOn;
  await submitSignOn(database.store, { slug, id, kind, email, details, now: mailbox.now, ...ids });
}

/** Past the time for which one sender keeps others from the same mail, as every second delivery of a message is. */
function inAWhile(): void {
  mailbox.now = new Date(mailbox.now.getTime() + 31_000);
}

const row = async (): Promise<SignOn> => {
  const [only] = await signOnsOf(database);
  if (!only) throw new Error('no row');
  return only;
};

describe('the email with the confirmation link', () => {
  test('goes to the typed address, with the link, and is recorded', async () => {
    expect(await deliver(signOn)).toBe('done');
    const [mail] = mailbox.sent;
    expect(mail?.to).toBe('ana@example.org');
    expect(mail?.message.text).toContain('https://letters.example.org/api/sign-ons/');
    expect(mail?.unsubscribeLink).toBeUndefined();
    const { pendingMail, mailedAt } = await row();
    expect([pendingMail, mailedAt.confirm]).toEqual([undefined, mailbox.now.toISOString()]);
  });

  test('is sent once however often the message comes', async () => {
    for (let time = 0; time < 3; time++) await deliver(signOn);
    expect(mailbox.sent).toHaveLength(1);
  });

  test('is sent once if the messages of several requests are handled at the same time', async () => {
    for (let time = 0; time < 4; time++) await request(11, someDetails({ city: `City ${time}` }));
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => deliver(signOn)));
    expect(outcomes.filter((outcome) => outcome === 'later').length).toBeGreaterThan(0);
    expect(mailbox.sent).toHaveLength(1);
    expect(await deliver(signOn)).toBe('done');
    expect(mailbox.sent).toHaveLength(1);
  });

  test('is sent if the function dies at any step, and at most once more than needed', async () => {
    const steps = await crashAtEveryStep(async (run, name) => {
      await start();
      await deliver(signOn, { run }).catch(() => undefined);
      inAWhile();
      await deliver(signOn);
      expect([name, mailbox.sent.length >= 1 && mailbox.sent.length <= 2]).toEqual([name, true]);
      expect([name, (await row()).pendingMail]).toEqual([name, undefined]);
    });
    expect(steps).toBeGreaterThanOrEqual(4);
  });

  test('has the same link each time', async () => {
    await deliver(signOn);
    await request(61);
    await deliver(signOn);
    const links = mailbox.sent.map(({ message }) => /\/api\/sign-ons\/\S+/.exec(message.text)?.[0]);
    expect(links).toHaveLength(2);
    expect(links[0]).toBe(links[1]);
  });

  test('is not sent again for a request within the minute after it, but for a later one', async () => {
    await deliver(signOn);
    await request(30);
    await deliver(signOn);
    expect(mailbox.sent).toHaveLength(1);
    expect((await row()).pendingMail).toBeUndefined();
    await request(61);
    await deliver(signOn);
    expect(mailbox.sent).toHaveLength(2);
  });

  test('is sent five times a day to one address but not a sixth time, and again the next day', async () => {
    for (let time = 0; time < 8; time++) {
      await request(120);
      await deliver(signOn);
    }
    expect(mailbox.sent).toHaveLength(5);
    await request(24 * 60 * 60);
    await deliver(signOn);
    expect(mailbox.sent).toHaveLength(6);
  });

  test('counts an attempt with an unknown end among the five, because it may have been sent', async () => {
    mailbox.answers.push(...Array.from({ length: 8 }, () => 'unknown' as const));
    for (let time = 0; time < 8; time++) {
      await request(120);
      await deliver(signOn);
    }
    expect(mailbox.answers).toHaveLength(3);
    expect(mailbox.sent).toEqual([]);
  });

  test('does not count an attempt that SES definitely refused', async () => {
    mailbox.answers.push(...Array.from({ length: 4 }, () => 'too-fast' as const));
    for (let time = 0; time < 4; time++) {
      await request(120);
      await deliver(signOn);
    }
    for (let time = 0; time < 7; time++) {
      await request(120);
      await deliver(signOn);
    }
    expect(mailbox.sent).toHaveLength(5);
  });

  test('counts its five together with those of other sign-ons with the address', async () => {
    const others = ['Dock Workers', 'Harbor Families', 'Tree Stewards'].map((organizationName) =>
      aSignOn({
        kind: 'organization',
        submission: someDetails({ organizationName }),
        requestedAt: signOn.requestedAt,
      }),
    );
    await start([signOn, ...others]);
    for (let time = 0; time < 3; time++) {
      await request(120);
      for (const one of [signOn, ...others]) await deliver(one);
    }
    expect(mailbox.sent.length).toBeLessThanOrEqual(5);
  });

  test('counts all spellings of one mailbox together, and unsubscribes them together', async () => {
    const spellings = ['a.na@gmail.com', 'ana+1@gmail.com', 'ana@googlemail.com', 'Ana+2@gmail.com'];
    const rows = [...spellings, 'an.a@gmail.com', 'ana+3@gmail.com', 'other@gmail.com'].map((email) =>
      aSignOn({ email }),
    );
    await start(rows);
    for (const one of rows) await deliver(one);
    expect(mailbox.sent.map(({ to }) => to)).toEqual([...spellings, 'an.a@gmail.com', 'other@gmail.com']);
    const again = aSignOn({ email: 'an.a+4@googlemail.com' });
    await start([again]);
    await suppressAddress(database.store, mailboxHash(testAddressKey, 'ana@gmail.com'));
    await deliver(again);
    expect(mailbox.sent).toEqual([]);
  });

  /** Forms for one address, each for another organization. */
  const forms = (networks: readonly string[]) =>
    networks.map((mailNetwork, index) =>
      aSignOn({
        kind: 'organization',
        email: 'ana@example.org',
        submission: organizationDetails(`Club ${index}`),
        mailNetwork,
        pendingMail: `mark-${index}`,
      }),
    );

  test('goes to its owner the same day, even if strangers on one network filled in eight forms for the address', async () => {
    const rows = forms([...Array<string>(8).fill('stranger'), 'owner']);
    await start(rows);
    for (const one of rows) expect(await deliver(one)).toBe('done');
    expect(mailbox.sent).toHaveLength(3);
    expect(mailbox.sent.at(-1)?.message.text).toContain('Club 8');
  });

  test('waits until the next day if the mailbox had five emails, and then sweep queues it', async () => {
    const rows = forms(['a', 'b', 'c', 'd', 'e', 'owner']);
    await start(rows);
    for (const one of rows) await deliver(one);
    expect(mailbox.sent).toHaveLength(5);
    const owed = async (now: string) =>
      (await sweepOnce(database, new Date(now), { isMailQueueEmpty: true })).mails.filter(
        ({ task }) => task === 'pending',
      );
    expect(await owed('2026-11-24T23:59:59.000Z')).toEqual([]);
    const [task] = await owed('2026-11-25T00:00:00.000Z');
    if (!task) throw new Error('nothing is owed');
    mailbox.now = new Date('2026-11-25T00:00:00.000Z');
    await mailbox.deliver([task]);
    expect(mailbox.sent).toHaveLength(6);
    expect(mailbox.sent.at(-1)?.message.text).toContain('Club 5');
    expect(await owed('2026-11-25T00:02:00.000Z')).toEqual([]);
  });

  test('contains the latest words of a form that is corrected within seconds', async () => {
    await deliver(signOn);
    await request(12, someDetails({ name: 'Ana Ruíz' }));
    expect(await deliver(signOn)).toBe('done');
    expect(mailbox.sent.at(-1)?.message.text).toContain('Ana Ruíz');
    expect(mailbox.sent).toHaveLength(2);
  });

  test('for another letter does not wait for one that is being sent', async () => {
    const { store } = database;
    const hash = mailboxHash(testAddressKey, signOn.email);
    const reserved = `confirm#another-letter#${signOn.id}`;
    expect(await reserveDailyMail(store, hash, reserved, mailbox.now)).toBe('granted');
    expect(await deliver(signOn)).toBe('done');
    expect(mailbox.sent).toHaveLength(1);
  });

  test('is not sent to an unsubscribed address', async () => {
    await suppressAddress(database.store, addressHash(testAddressKey, signOn.email));
    expect(await deliver(signOn)).toBe('done');
    expect(mailbox.sent).toEqual([]);
    expect((await row()).pendingMail).toBeUndefined();
    expect((await row()).unsubscribed).toBe('site');
  });

  test('is not sent to an address that has unsubscribed from this letter, and organizers see this', async () => {
    await unsubscribeFromLetter(database.store, mailboxHash(testAddressKey, signOn.email), slug);
    expect(await deliver(signOn)).toBe('done');
    expect(mailbox.sent).toEqual([]);
    expect((await row()).unsubscribed).toBe('letter');
  });

  test('is sent to an address that has unsubscribed from another letter, and the unsubscribing outlives the day’s count', async () => {
    const mailboxOfAna = mailboxHash(testAddressKey, signOn.email);
    await unsubscribeFromLetter(database.store, mailboxOfAna, 'another-letter');
    await deliver(signOn);
    expect(mailbox.sent).toHaveLength(1);
    const item = await database.store.get(z.object({ expiresAt: z.unknown() }), addressItemKey(mailboxOfAna));
    expect(item?.expiresAt).toBe('kept');
    expect(await unsubscribedFrom(database.store, mailboxOfAna, 'another-letter')).toBe('letter');
  });

  test.each(['too-fast', 'over-quota', 'not-verified', 'unreachable', 'unknown'] as const)(
    'waits and is tried again when SES answers %s, without using up the address’s five',
    async (answer) => {
      mailbox.answers = Array.from({ length: 7 }, () => answer);
      for (let attempt = 1; attempt <= (answer === 'unknown' ? 4 : 7); attempt++)
        expect(await deliver(signOn, { attempt })).toBe(
          answer === 'too-fast' || answer === 'unknown' ? 'later' : answer,
        );
      mailbox.answers = [];
      inAWhile();
      expect(await deliver(signOn)).toBe('done');
      expect(mailbox.sent).toHaveLength(1);
    },
  );

  test('that SES always refuses is given up, and organizers see this with the signer', async () => {
    mailbox.answers = ['refused', 'refused'];
    expect(await deliver(signOn)).toBe('later');
    expect(await deliver(signOn, { attempt: maxAttemptsOnRefusal })).toBe('done');
    expect((await row()).pendingMail).toBeUndefined();
    expect((await row()).mailFeedback?.what).toBe('refused');
  });

  test('stays pending for a request that came while it was being sent', async () => {
    const dependencies = mailbox.dependencies();
    const send: typeof dependencies.send = async (mail) => {
      await request(61, someDetails({ city: 'Elsewhere' }));
      return await dependencies.send(mail);
    };
    await handleMailTask({ ...dependencies, send }, { task: 'pending', ...signOnKey(slug, signOn.id) });
    const { pendingMail, mailedAt } = await row();
    expect(pendingMail).toBeDefined();
    expect(mailedAt.confirm).toBeDefined();
  });
});

test('the email about a change is in the language of the owner, not of the person who typed it', async () => {
  const signed = someDetails({ language: 'es' });
  await start([aConfirmedSignOn({ signed, submission: signed })]);
  await request(61, someDetails({ city: 'Elsewhere', language: 'en' }));
  await deliver(await row());
  const [mail] = mailbox.sent;
  expect(mail?.message.text).toMatch(/Confirmar|cambio/);
  expect(mail?.message.text).toContain('Elsewhere');
  expect(mail?.message.text).not.toMatch(/email address|Confirm /);
});

describe('the email to signers about the publication', () => {
  const tell = (of: SignOn) =>
    handleMailTask(mailbox.dependencies(), { task: 'publication', ...signOnKey(slug, of.id) });
  const published = {
    status: 'published' as const,
    releasedOrganizations: 0,
    releasedIndividuals: 1,
    publishedAt: '2026-11-24T11:00:00.000Z',
  };

  test('goes once to each signatory on the list, with one-click unsubscribe', async () => {
    const signatory = aConfirmedSignOn();
    await start([signatory]);
    await seed(database, { gate: published });
    await tell(signatory);
    await tell(signatory);
    expect(mailbox.sent).toHaveLength(1);
    expect(mailbox.sent[0]?.unsubscribeLink).toContain('/api/unsubscribe/');
  });

  test('is in the signer’s language, with the title and the pages in that language', async () => {
    const signatory = aConfirmedSignOn({ signed: someDetails({ language: 'es' }) });
    await start([signatory]);
    const settings = { translations: { es: { title: 'Carta a la Comisión del Puerto' } } };
    await seed(database, { settings, gate: published });
    await tell(signatory);
    const [mail] = mailbox.sent;
    expect(mail?.message.subject).toBe('Publicada: Carta a la Comisión del Puerto');
    expect(mail?.message.text).toContain(`https://letters.example.org/${slug}/es/letter/`);
    expect(mail?.message.text).toContain(`https://letters.example.org/${slug}/es/release/`);
  });

  test('does not go to withdrawn or unsubscribed signers, or before publication', async () => {
    const signatory = aConfirmedSignOn();
    await start([signatory]);
    await tell(signatory);
    await seed(database, {
      gate: published,
      signOns: [{ ...signatory, eligible: 'no', status: 'withdrawn' }],
    });
    await tell(signatory);
    await seed(database, { gate: published, signOns: [signatory] });
    await suppressAddress(database.store, addressHash(testAddressKey, signatory.email));
    await tell(signatory);
    expect(mailbox.sent).toEqual([]);
  });

  test('is queued for every signatory of a shard, page by page', async () => {
    const signatories = Array.from({ length: 450 }, (_, index) => {
      const { id, ...rest } = aConfirmedSignOn({ email: `person-${index}@example.org` });
      return { ...rest, id: `3${id.slice(1)}` };
    });
    await start(signatories);
    const tasks: Parameters<typeof handleMailTask>[1][] = [{ task: 'signers', slug, shard: 3 }];
    for (let next = tasks.shift(); next; next = tasks.shift()) {
      mailbox.queued = [];
      await handleMailTask(mailbox.dependencies(), next);
      expect(mailbox.queued.length).toBeLessThanOrEqual(201);
      tasks.push(...mailbox.queued.filter(({ task }) => task === 'signers'));
      for (const task of mailbox.queued) if (task.task === 'publication') found.add(task.SK);
    }
    expect(found.size).toBe(450);
  });
  const found = new Set<string>();
});

describe('a reminder', () => {
  const { pendingMail: _, ...quiet } = aSignOn({
    requestedAt: '2026-11-22T15:00:00.000Z',
    mailedAt: { confirm: '2026-11-22T15:00:02.000Z' },
  });
  const remind = (run?: CrashRun) =>
    handleMailTask(mailbox.dependencies(run), { task: 'reminder', ...signOnKey(slug, quiet.id), attempt: 1 });
  beforeEach(async () => {
    await start([quiet]);
    mailbox.now = new Date('2026-11-24T16:00:00.000Z');
  });

  test('goes once to an unconfirmed signer, with the same link, however often the sweep runs', async () => {
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    expect(mailbox.sent.map(({ message }) => message.subject)).toEqual([
      'Reminder to confirm your signature: Letter to the Harbor Commission on the Shoreline Trees',
    ]);
    expect(mailbox.sent[0]?.message.text).toContain('https://letters.example.org/api/sign-ons/');
  });

  test('is sent if the function dies at any step, and at most once more than needed', async () => {
    await crashAtEveryStep(async (run, name) => {
      await start([quiet]);
      mailbox.now = new Date('2026-11-24T16:00:00.000Z');
      await remind(run).catch(() => undefined);
      inAWhile();
      await remind();
      expect([name, mailbox.sent.length >= 1 && mailbox.sent.length <= 2]).toEqual([name, true]);
    });
  });

  test('does not go to a signer who has denied or unsubscribed, and is not queued again', async () => {
    await suppressAddress(database.store, addressHash(testAddressKey, quiet.email));
    await remind();
    expect(mailbox.sent).toEqual([]);
    expect((await row()).mailedAt.reminder).toBe(mailbox.now.toISOString());
  });
});

describe('the email about a changed letter', () => {
  const askedAgainAt = '2026-11-24T11:59:00.000Z';
  const asked = (changed: Partial<SignOn> = {}): SignOn => ({
    ...aConfirmedSignOn({ signed: someDetails({ language: 'es' }) }),
    submission: undefined,
    submissionHash: undefined,
    eligible: 'no',
    counted: 'no',
    askedAgainAt,
    pendingMail: ids.newUlid(),
    ...changed,
  });

  test('goes once to each signer who is asked, in their language, with the link and a way to unsubscribe', async () => {
    await start([asked()]);
    for (let time = 0; time < 2; time++) expect(await deliver(asked())).toBe('done');
    expect(mailbox.sent).toHaveLength(1);
    const [mail] = mailbox.sent;
    expect(mail?.message.subject).toContain('La carta que usted firmó cambió');
    expect(mail?.message.text).toContain('https://letters.example.org/api/sign-ons/');
    expect(mail?.unsubscribeLink).toContain('/api/unsubscribe/');
    expect(await row()).toMatchObject({
      eligible: 'no',
      askedAgainAt,
      mailedAt: { 'asked-again': mailbox.now.toISOString() },
    });
    expect((await row()).pendingMail).toBeUndefined();
  });

  test('answers a form that anybody sent for the address, with what the form would change and the buttons of the page', async () => {
    const typed = {
      submission: someDetails({ name: 'A. Stranger', language: 'en' }),
      submissionHash: 'of-the-form',
      requestedAt: mailbox.now.toISOString(),
    };
    const signed = someDetails({ language: 'en' });
    await start([asked({ signed, ...typed })]);
    await deliver(asked());
    const { subject = '', text = '' } = mailbox.sent[0]?.message ?? {};
    expect(subject).toContain('The letter you signed has changed');
    expect(text).toContain('Your signature does not count and is not listed until you agree');
    expect(text).toContain('Your name: Ana Ruiz → A. Stranger');
    const { signOn: page } = texts('en');
    expect(text).toContain(page.keep);
    for (const missing of [page.notMe, 'ignore this email', page.confirm])
      expect(text).not.toContain(missing);
    expect((await row()).mailedAt.confirm).toBe(mailbox.now.toISOString());

    // The same details again: there is no change to speak of.
    await start([asked({ signed, ...typed, submission: signed })]);
    await deliver(asked());
    expect(mailbox.sent.at(-1)?.message.subject).toContain('The letter you signed has changed');
    expect(mailbox.sent.at(-1)?.message.text).not.toContain(page.keep);
  });

  test('does not go to an address that bounced or unsubscribed, and its sign-on stays asked', async () => {
    await start([asked({ mailFeedback: { what: 'bounced', at: askedAgainAt } })]);
    await deliver(asked());
    await start([asked()]);
    await suppressAddress(database.store, addressHash(testAddressKey, asked().email));
    await deliver(asked());
    expect(mailbox.sent).toEqual([]);
    expect(await row()).toMatchObject({ eligible: 'no', askedAgainAt });
    expect((await row()).pendingMail).toBeUndefined();
  });
});

describe('an email about a letter from which its owner has unsubscribed', () => {
  const signed = aConfirmedSignOn({ eligible: 'yes', counted: 'yes', pendingMail: 'mark' });

  test.each(['pending', 'publication'] as const)('is not sent (%s), and organizers see why', async (task) => {
    await start([signed]);
    await seed(database, { gate: { status: 'published' }, signOns: [signed] });
    await unsubscribeFromLetter(database.store, mailboxHash(testAddressKey, signed.email), slug);
    await handleMailTask(mailbox.dependencies(), { task, ...signOnKey(slug, signed.id) });
    expect(mailbox.sent).toEqual([]);
    expect((await row()).unsubscribed).toBe('letter');
  });

  test('keeps the mark of another email when the news of the publication is not sent', async () => {
    const bounced = { ...signed, mailFeedback: { what: 'bounced' as const, at: '2026-11-20T12:00:00.000Z' } };
    await start([bounced]);
    await seed(database, { gate: { status: 'published' }, signOns: [bounced] });
    await handleMailTask(mailbox.dependencies(), { task: 'publication', ...signOnKey(slug, signed.id) });
    expect(mailbox.sent).toEqual([]);
    expect((await row()).pendingMail).toBe('mark');
  });

  test('is sent if it was another letter', async () => {
    await start([signed]);
    await unsubscribeFromLetter(database.store, mailboxHash(testAddressKey, signed.email), 'another-letter');
    await deliver(signed);
    expect(mailbox.sent).toHaveLength(1);
    expect((await row()).unsubscribed).toBeUndefined();
  });

  test('is not sent as a reminder either', async () => {
    const unanswered = aSignOn({
      requestedAt: '2026-11-20T12:00:00.000Z',
      mailedAt: { confirm: '2026-11-20T12:00:00.000Z' },
      pendingMail: undefined,
    });
    await start([unanswered]);
    mailbox.now = new Date('2026-11-24T16:00:00.000Z');
    await unsubscribeFromLetter(database.store, mailboxHash(testAddressKey, unanswered.email), slug);
    await handleMailTask(mailbox.dependencies(), { task: 'reminder', ...signOnKey(slug, unanswered.id) });
    expect(mailbox.sent).toEqual([]);
  });
});
