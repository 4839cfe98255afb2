import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import type { Gate } from '../../shared/campaign/gate.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { eraseSignOn } from '../../shared/operations/erasing/erase-sign-on.ts';
import { recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { freezeSupplement, noteFreeze } from '../../shared/operations/mailing/supplement-states.ts';
import { tasksForChange } from '../../shared/operations/mailing/tasks-for-change.ts';
import { correctCampaign } from '../../shared/operations/publishing/corrections.ts';
import { acquireLease, leaseSeconds } from '../../shared/operations/publishing/lease.ts';
import { checkSupplement, requestSupplement } from '../../shared/operations/publishing/request-supplement.ts';
import { takeDown } from '../../shared/operations/publishing/take-down.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { claimKey, eventKey, gateKey, settingsKey, signOnKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { type CrashRun, crashAtEveryStep, crashingFiles, crashingStore } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { losingAnswers } from '../support/lost-answers.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import { aConfirmedSignOn, addressKey, aSettings, organizationDetails, slug } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const { newUlid } = newIds();
const delivery: Settings['delivery'] = {
  by: 'email',
  to: ['commission@example.org'],
  cc: ['clerk@example.org'],
};
let database: TestStore;
let site: Site;
let mailbox: Mailbox;

const anOrganization = (name: string, confirmedAt = '2026-11-24T10:00:00.000Z'): SignOn =>
  aConfirmedSignOn({
    kind: 'organization',
    email: `${name.replaceAll(' ', '-')}@example.org`,
    signed: organizationDetails(name),
    submission: organizationDetails(name),
    confirmedAt,
  });

/** Published with three, the letter mailed; its site as the job left it. */
async function start(settings: Partial<Settings> = { delivery }, gate: Partial<Gate> = {}): Promise<void> {
  database = await freshStore();
  site = newSite(database);
  mailbox = newMailbox(database);
  mailbox.frozen = site.snapshots.files;
  await seed(database, {
    settings,
    gate: { status: 'publishing', organizations: 3 },
    signOns: ['Alder Fund', 'Birch Fund', 'Cedar Fund'].map((name) => anOrganization(name)),
    letter: letterSource,
    release: releaseSource,
  });
  await run();
  const { pendingPublicationMail: _, ...published } = await gateOf(database);
  const at = site.now.toISOString();
  const letterMail = { state: 'sent' as const, at, claim: 'c' };
  await database.put({ ...gateKey(slug), ...published, letterMail, ...gate });
  passMinutes(60 * 24 * 8);
}
beforeEach(() => start());

const run = (mortal?: CrashRun) => runSiteJob(site.dependencies(mortal), slug);
const passMinutes = (minutes: number) => {
  for (const each of [site, mailbox]) each.now = new Date(each.now.getTime() + minutes * 60_000);
};
async function join(...names: string[]): Promise<void> {
  for (const name of names) {
    const signOn = anOrganization(name, site.now.toISOString());
    await database.put({ ...signOnKey(slug, signOn.id), ...signOn });
    await database.put({ ...claimKey(slug, signOn.organizationKey ?? ''), holder: signOn.id });
  }
}
async function signOnOf(name: string): Promise<SignOn> {
  const found = (await signOnsOf(database)).find(({ signed }) => signed?.organizationName === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}
const withdraw = async (name: string) =>
  await withdrawSignOn(database.store, { signOn: await signOnOf(name), now: site.now, newUlid });
const deliver = (mortal?: CrashRun) =>
  handleMailTask(mailbox.dependencies(mortal), { task: 'supplement', slug });

async function ask({ store = database.store }: { store?: Store } = {}) {
  const check = await checkSupplement(store, { slug });
  if (check.outcome !== 'ready') return check.outcome;
  return (await requestSupplement(store, check.plan, { slug, now: site.now, newUlid }))
    ? 'called-for'
    : 'changed-meanwhile';
}

/** All of it, as the stream would bring it about. */
async function supply(): Promise<void> {
  expect(await ask()).toBe('called-for');
  await run();
  await deliver();
  passMinutes(1);
  await run();
}

async function notices(): Promise<string[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items
    .filter(({ pendingMail, event }) => pendingMail && /^(supplement|letter-bounced)/.test(event.type))
    .map(({ event }) => event.type);
}
/** Puts everything back to how it stands now, without a table of its own for each time. */
async function resetting(): Promise<() => Promise<void>> {
  const gate = await gateOf(database);
  const files = [...site.snapshots.files];
  const { now } = site;
  return async () => {
    await database.put({ ...gateKey(slug), ...gate });
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    for (const { pendingMail: _, ...event } of items)
      await database.put({ ...eventKey(slug, event.id), ...event });
    site.snapshots.files.clear();
    for (const [key, body] of files) site.snapshots.files.set(key, body);
    mailbox.sent.length = 0;
    for (const each of [site, mailbox]) each.now = now;
  };
}

const state = async () => (await gateOf(database)).supplement?.state;
const page = () => site.site.files.get(`${slug}/letter/index.html`) ?? '';
const frozenFiles = () =>
  [...site.snapshots.files].filter(([key, body]) => key.startsWith('supplements/') && body !== '');

describe('a supplement', () => {
  test('is not frozen by a job that has lost its lease', async () => {
    await join('Dogwood Fund');
    await ask();
    const lease = await acquireLease(database.store, slug, () => site.now, 'holder');
    const { supplement: asked } = await gateOf(database);
    if (!lease || !asked) throw new Error('not asked for');
    const stale = { ...lease, leaseId: 'stale' };
    const numbers = {
      organizations: 4,
      individuals: 0,
      addedOrganizations: 1,
      addedIndividuals: 0,
      withdrawn: 0,
    };
    const frozen = { freezeId: 'one', changes: { asOf: site.now.toISOString(), ...numbers }, now: site.now };
    expect(await noteFreeze(database.store, stale, asked, 'one')).toBeUndefined();
    expect(await freezeSupplement(database.store, stale, asked, frozen)).toBe(false);
    expect((await gateOf(database)).supplement).toEqual(asked);
    expect(await freezeSupplement(database.store, lease, asked, frozen)).toBe(true);
  });

  test('gives the recipient the letter with its updated list, and says what has changed', async () => {
    await join('Dune Fund', 'Elm Fund');
    await withdraw('Birch Fund');
    await supply();
    const [mail] = mailbox.sent;
    expect(mailbox.sent).toHaveLength(1);
    expect(mail?.message.subject).toMatch(/^Updated signatures: /);
    expect(mail).toMatchObject({
      to: delivery?.to,
      cc: delivery?.cc,
      sender: { replyTo: 'press@example.org' },
    });
    for (const part of [mail?.message.text, mail?.message.html]) {
      expect(part).toContain(
        'Since we sent the letter on November 24, 2026, 2 more organizations have signed and 1 signature has been withdrawn. The letter is now signed by 4 organizations.',
      );
      for (const words of [
        'Alder Fund',
        'Dune Fund',
        'Elm Fund',
        'added December 2, 2026',
        'keep the shoreline',
      ])
        expect(part).toContain(words);
      expect(part).not.toContain('Birch Fund');
    }
    const pdf = String(Buffer.from(mail?.attachments?.[0]?.content ?? []));
    expect(pdf).toContain('Alder Fund,Cedar Fund,Dune Fund,Elm Fund');
    expect(pdf).toBe(site.site.files.get(`${slug}/letter.pdf`));
    expect(await notices()).toEqual(['supplement-sent']);
    expect(page()).toContain('The updated letter was sent to its recipient on December 2, 2026.');
    expect(frozenFiles()).toEqual([]);
  });

  test('goes at once, and once, when the answers to its writes were lost', async () => {
    await join('Dune Fund');
    await ask();
    await run();
    const dependencies = { ...mailbox.dependencies(), store: losingAnswers(database.store) };
    await handleMailTask(dependencies, { task: 'supplement', slug });
    expect(mailbox.sent).toHaveLength(1);
    passMinutes(30);
    await deliver();
    expect(mailbox.sent).toHaveLength(1);
    expect(await notices()).toEqual(['supplement-sent']);
  });

  test('goes once: then nothing is new, and the next one says what is new since', async () => {
    expect(await ask()).toBe('nothing-new');
    await join('Dune Fund');
    await supply();
    for (let again = 0; again < 3; again++) await deliver();
    expect([await ask(), mailbox.sent.length]).toEqual(['nothing-new', 1]);
    passMinutes(60 * 24);
    await join('Elm Fund');
    await supply();
    expect(mailbox.sent[1]?.message.text).toContain(
      'Since the updated letter of December 2, 2026, 1 more organization has signed. The letter is now signed by 5 organizations.',
    );
    expect((await gateOf(database)).supplementsSentAt).toHaveLength(2);
  });

  test('can be requested once, and a second request is told that it is under way', async () => {
    await join('Dune Fund');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(outcomes.filter((outcome) => outcome === 'called-for')).toHaveLength(1);
    expect(await ask()).toBe('under-way');
    await run();
    await Promise.all(Array.from({ length: 10 }, () => deliver()));
    expect(mailbox.sent).toHaveLength(1);
  });

  test('is queued by the stream, and by the sweep if the message was lost', async () => {
    await join('Dune Fund');
    const before = { ...gateKey(slug), ...(await gateOf(database)) };
    await ask();
    const asked = { ...gateKey(slug), ...(await gateOf(database)) };
    expect(tasksForChange(asked, before)).toEqual({ mail: [], confirmations: [], site: [{ slug }] });
    await run();
    const frozen = { ...gateKey(slug), ...(await gateOf(database)) };
    expect(tasksForChange(frozen, asked).mail).toEqual([{ task: 'supplement', slug }]);
    passMinutes(2);
    expect((await sweepOnce(database, site.now, { isMailQueueEmpty: true })).mails).toContainEqual({
      task: 'supplement',
      slug,
    });
    await deliver();
    passMinutes(2);
    expect((await sweepOnce(database, site.now, { isMailQueueEmpty: true })).mails).not.toContainEqual({
      task: 'supplement',
      slug,
    });
  });

  test('is requested once and frozen if command or site job dies at any step', async () => {
    await join('Dune Fund');
    const reset = await resetting();
    await crashAtEveryStep(async (mortal, name) => {
      await reset();
      await ask({ store: crashingStore(database.store, mortal) }).catch(() => undefined);
      expect([name, ['called-for', 'under-way']]).toEqual([name, expect.arrayContaining([await ask()])]);
      // Of the job's steps only those that this is about; all others have tests of their own.
      const { update, transact, ...reading } = crashingStore(database.store, mortal);
      const job = { ...site.dependencies(), privateFiles: crashingFiles(site.snapshots, mortal) };
      const { get, query } = database.store;
      const store = { ...reading, get, query, update, transact };
      await runSiteJob({ ...job, store }, slug).catch(() => undefined);
      passMinutes(leaseSeconds / 30);
      await run();
      expect([name, await state(), frozenFiles().length]).toEqual([name, 'frozen', 1]);
      await deliver();
      expect([name, await notices(), mailbox.sent.length]).toEqual([name, ['supplement-sent'], 1]);
    });
  });

  test('goes exactly once if its email dies at any step, because SES reports what it accepted', async () => {
    await join('Dune Fund');
    await ask();
    await run();
    const reset = await resetting();
    await crashAtEveryStep(async (mortal, name) => {
      await reset();
      await deliver(mortal).catch(() => undefined);
      await mailbox.report('sent');
      for (let again = 0; again < 5; again++) {
        await deliver();
        passMinutes(6);
      }
      expect([name, await state(), mailbox.sent.length]).toEqual([name, 'sent', 1]);
      expect([name, await notices()]).toEqual([name, expect.arrayContaining(['supplement-sent'])]);
    });
    await run();
    expect([frozenFiles(), await ask()]).toEqual([[], 'nothing-new']);
  });

  test.each(['too-fast', 'over-quota'] as const)(
    'is tried again, to the byte, when SES did not take it (%s)',
    async (answer) => {
      await join('Dune Fund');
      await ask();
      await run();
      const [before] = frozenFiles();
      mailbox.answers = [answer];
      expect([await deliver(), await state()]).toEqual([answer === 'too-fast' ? 'later' : answer, 'frozen']);
      await join('Elm Fund');
      passMinutes(60);
      await run();
      expect(frozenFiles()).toEqual([before]);
      expect(await deliver()).toBe('done');
      expect(mailbox.sent[0]?.message.text).toContain('is now signed by 4 organizations');
      expect(mailbox.sent[0]?.message.text).not.toContain('Elm Fund');
      expect(await ask()).toBe('called-for');
    },
  );

  test('that SES refuses is reported, and can be requested again', async () => {
    await join('Dune Fund');
    mailbox.answers = ['refused'];
    await supply();
    expect([await notices(), mailbox.sent]).toEqual([['supplement-refused'], []]);
    expect(page()).not.toContain('The updated letter was sent');
    await supply();
    expect(mailbox.sent[0]?.message.text).toContain('Since we sent the letter on November 24, 2026, 1 more');
  });

  test('without an answer and a report goes again after fifteen minutes, and this is reported', async () => {
    await join('Dune Fund');
    mailbox.answers = ['unknown'];
    await supply();
    passMinutes(13);
    await deliver();
    expect([await notices(), mailbox.sent]).toEqual([[], []]);
    passMinutes(2);
    await deliver();
    expect([await notices(), mailbox.sent]).toEqual([['supplement-unknown'], []]);
    await deliver();
    expect([await state(), mailbox.sent.length]).toEqual(['sent', 1]);
  });

  test('that bounces is reported, and can be sent to another address', async () => {
    await join('Dune Fund');
    await supply();
    await mailbox.report('bounced');
    expect([await state(), await notices()]).toEqual([
      'bounced',
      expect.arrayContaining(['supplement-sent', 'letter-bounced']),
    ]);
    await supply();
    expect(mailbox.sent).toHaveLength(2);
  });

  test.each([
    ['came back', ['undelivered'], 'bounced'],
    ['arrived, and was answered automatically', ['delivered', 'undelivered'], 'sent'],
    ['came back from one of two recipients', ['delivered', 'bounced'], 'bounced'],
  ] as const)('is said to have bounced if it %s', async (_, reports, expected) => {
    await join('Dune Fund');
    await supply();
    const [mail] = mailbox.sent;
    if (!mail) throw new Error('no mail');
    for (const what of reports)
      await recordMailEvent(
        database.store,
        { ...mail.reference, claim: mail.reference.claim ?? '', what, at: mailbox.now.toISOString() },
        { ...newIds(), addressKey },
      );
    expect(await state()).toBe(expected);
  });

  test.each([
    ['withdrawn', () => withdraw('Alder Fund')],
    ['withdrawn who had just joined', () => withdraw('Dune Fund')],
  ])('does not name anyone who has %s before it goes: it is frozen again', async (_, gone) => {
    await join('Dune Fund', 'Elm Fund');
    await ask();
    await run();
    await gone();
    expect([await deliver(), await state(), mailbox.sent]).toEqual(['done', 'asked', []]);
    await run();
    await deliver();
    const [mail] = mailbox.sent;
    const pdf = String(Buffer.from(mail?.attachments?.[0]?.content ?? []));
    const names = ['Alder Fund', 'Dune Fund', 'Elm Fund'];
    const named = (text = '') => names.filter((name) => text.includes(name));
    expect(named(mail?.message.text)).toHaveLength(2);
    expect(named(pdf)).toEqual(named(mail?.message.text));
    expect(mail?.message.text).toContain('is now signed by 4 organizations');
  });

  test('does not name anyone who was erased before it goes', async () => {
    const person = aConfirmedSignOn({ email: 'ana@example.org', confirmedAt: site.now.toISOString() });
    await database.put({ ...signOnKey(slug, person.id), ...person });
    await ask();
    await run();
    expect(frozenFiles().some(([, body]) => body.includes('Ana Ruiz'))).toBe(true);
    await eraseSignOn(database.store, { signOn: person, now: site.now, newUlid, newNonce: () => 'n' });
    await deliver();
    expect(await state()).toBe('asked');
    await run();
    await deliver();
    expect(mailbox.sent[0]?.message.text).not.toContain('Ana Ruiz');
    expect(mailbox.sent[0]?.message.text).toContain('Name removed: 1 person');
  });

  test('does not wait for anyone whose sign-on can no longer be read', async () => {
    await join('Dune Fund', 'Elm Fund');
    await ask();
    await run();
    await database.put({ ...signOnKey(slug, (await signOnOf('Dune Fund')).id), slug, status: 7 });
    await deliver();
    expect(await state()).toBe('asked');
    await run();
    await deliver();
    expect(mailbox.sent[0]?.message.text).toContain('Elm Fund');
    expect(mailbox.sent[0]?.message.text).not.toContain('Dune Fund');
  });

  test('is not sent if all new signatories have withdrawn by then, and the organizers are told', async () => {
    await join('Dune Fund');
    await ask();
    await withdraw('Dune Fund');
    await run();
    await deliver();
    expect([await notices(), mailbox.sent]).toEqual([['supplement-idle'], []]);
    expect(await ask()).toBe('nothing-new');
  });

  test.each(['nothing is new any more', 'all is taken down'])(
    'leaves no names behind where the job dies over its file, and then %s',
    async (then) => {
      await join('Dune Fund');
      await ask();
      const { store } = database;
      const update: Store['update'] = async (written) => {
        if (written.update.includes('pendingSupplementMail')) throw new Error('dies');
        return await store.update(written);
      };
      await runSiteJob({ ...site.dependencies(), store: { ...store, update } }, slug).catch(() => undefined);
      expect(frozenFiles()).toHaveLength(1);
      if (then === 'all is taken down') await takeDown(store, { slug, now: site.now, newUlid });
      else await withdraw('Dune Fund');
      for (let again = 0; again < 2; again++) {
        passMinutes(2);
        await run();
      }
      expect([mailbox.sent, frozenFiles()]).toEqual([[], []]);
    },
  );

  test('is also possible after a correction of the letter', async () => {
    const settings = aSettings({ delivery });
    const campaign = {
      settings,
      gate: {
        thresholdOrganizations: 3,
        thresholdIndividuals: 0,
        notBefore: '',
        quotesApproved: 'yes' as const,
      },
      texts: [
        {
          language: 'en' as const,
          letter: letterSource.replace(/\n---\n/, '\n---\nPut right.\n\n'),
          release: releaseSource,
        },
      ] as [{ language: 'en'; letter: string; release: string }],
      press: [],
    };
    await correctCampaign(database.store, { campaign, note: 'A date was wrong.', now: site.now, newUlid });
    passMinutes(5);
    await supply();
    const { text, subject } = mailbox.sent[0]?.message ?? {};
    expect(subject).toMatch(/^Corrected letter: /);
    expect(text).toMatch(
      /sends you the letter below again because its text was corrected\. The correction is of December 2, 2026/,
    );
    expect(text).not.toContain('updated signatures');
    expect(text).toContain('nobody has signed or withdrawn. The letter is now signed by 3 organizations.');
    expect(text).toContain('CORRECTION, December 2, 2026: A date was wrong.');
    expect(text).toContain('Put right.');
    expect(await ask()).toBe('nothing-new');

    passMinutes(60);
    await correctCampaign(database.store, {
      campaign: { ...campaign, texts: [{ ...campaign.texts[0], letter: letterSource }] },
      note: 'The date was right.',
      now: site.now,
      newUlid,
    });
    await join('Dune Fund');
    passMinutes(5);
    await supply();
    const second = mailbox.sent[1]?.message;
    expect(second?.subject).toMatch(/^Corrected letter with updated signatures: /);
    expect(second?.text).toContain('because its text was corrected and its signatures have changed.');
  });

  test('of a letter on another site links to it, and to the list', async () => {
    await start({ delivery, letterUrl: 'https://letters.example.net/trees' });
    await join('Dune Fund');
    await supply();
    const text = mailbox.sent[0]?.message.text;
    expect(text).toContain('The letter on the web:\nhttps://letters.example.net/trees\n');
    expect(text).toContain(
      'The current list on the web:\nhttps://letters.example.org/harbor-trees/letter/\n',
    );
  });

  test.each(['{', '', '7', '{"freezeId":7}', undefined])(
    'is frozen again if its file was damaged: %s',
    async (body) => {
      await join('Dune Fund');
      await ask();
      await run();
      const [[key = ''] = []] = frozenFiles();
      if (body === undefined) site.snapshots.files.delete(key);
      else site.snapshots.files.set(key, body);
      const outcomes: unknown[] = [];
      for (let attempt = 1; outcomes.at(-1) !== 'done'; attempt++)
        outcomes.push(await handleMailTask(mailbox.dependencies(), { task: 'supplement', slug, attempt }));
      expect(outcomes).toEqual(['later', 'later', 'later', 'later', 'done']);
      expect(mailbox.sent).toEqual([]);
      await run();
      await deliver();
      expect([await state(), mailbox.sent.length]).toEqual(['sent', 1]);
    },
  );

  test('is not frozen without end if no file can be read', async () => {
    await join('Dune Fund');
    await ask();
    const results: unknown[] = [];
    for (let file = 0; file < 4; file++) {
      await run();
      for (const [key] of frozenFiles()) site.snapshots.files.delete(key);
      const task = { task: 'supplement', slug, attempt: 5 } as const;
      results.push([await handleMailTask(mailbox.dependencies(), task), await state()]);
    }
    const again = ['done', 'asked'];
    expect(results).toEqual([again, again, again, ['later', 'frozen']]);
  });

  test('goes without a PDF if none could be made', async () => {
    site.renderer.letter = () => Promise.reject(new Error('no ink'));
    await join('Dune Fund');
    await supply();
    expect(mailbox.sent[0]?.attachments).toEqual([]);
    expect(mailbox.sent[0]?.message.text).not.toContain('PDF');
  });

  test('of a letter that is handed over is made and reported, and emailed to no one', async () => {
    await start({ delivery: { by: 'hand', to: [], cc: [] } });
    await join('Dune Fund');
    await supply();
    expect(mailbox.sent).toEqual([]);
    expect([await state(), await notices()]).toEqual(['to-hand-over', ['supplement-ready']]);
    expect(site.site.files.get(`${slug}/letter.pdf`)).toContain('Dune Fund');
    expect(page()).not.toContain('The updated letter was sent');
    expect(await ask()).toBe('nothing-new');
  });

  test('goes nowhere if the campaign no longer sends its letter by email', async () => {
    await join('Dune Fund');
    await ask();
    await run();
    await database.put({ ...settingsKey(slug), settings: aSettings(), paused: false });
    await deliver();
    expect([await state(), mailbox.sent]).toEqual(['not-wanted', []]);
    expect(await ask()).toBe('no-delivery');
  });

  test('waits until the letter itself was sent', async () => {
    await start({ delivery }, { pendingLetterMail: '2026-11-24T12:00:00.000Z' });
    await join('Dune Fund');
    expect(await ask()).toBe('letter-not-gone');
  });

  test.each(['asked', 'frozen', 'claimed'] as const)(
    'is stopped by a take-down while it is %s, and nothing of it is kept',
    async (when) => {
      await join('Dune Fund');
      await ask();
      const down = () => takeDown(database.store, { slug, now: site.now, newUlid });
      if (when === 'asked') await down();
      await run();
      if (when === 'frozen') await down();
      if (when === 'claimed') {
        // Of two tasks one has claimed and is told to wait; then everything is taken down.
        mailbox.answers = ['too-fast'];
        await deliver();
        await down();
      }
      for (let again = 0; again < 2; again++) {
        await deliver();
        passMinutes(6);
        await run();
      }
      expect([mailbox.sent, frozenFiles(), await notices()]).toEqual([[], [], []]);
      expect(await ask()).toBe('taken-down');
    },
  );

  test('and a take-down at the same time: it was sent before, or never is', async () => {
    for (let round = 0; round < 5; round++) {
      await start();
      await join('Dune Fund');
      await ask();
      await run();
      await Promise.all([deliver(), takeDown(database.store, { slug, now: site.now, newUlid })]);
      const sent = mailbox.sent.length;
      await deliver();
      expect([mailbox.sent.length, sent <= 1]).toEqual([sent, true]);
      expect((await gateOf(database)).status).toBe('taken-down');
    }
  });
});
