import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { EPOCH } from '../../shared/campaign/gate.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { readPressContact } from '../../shared/operations/mailing/press-contacts.ts';
import { suppressAddress } from '../../shared/operations/mailing/unsubscribing.ts';
import {
  correctCampaign,
  correctionBytes,
  maxCorrectionBytes,
  readCorrections,
} from '../../shared/operations/publishing/corrections.ts';
import { leaseSeconds } from '../../shared/operations/publishing/lease.ts';
import { takeDown } from '../../shared/operations/publishing/take-down.ts';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { pressContactKey } from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { crashAtEveryStep, crashingStore } from '../support/crash.ts';
import { newIds } from '../support/ids.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../support/intruder.ts';
import { type Mailbox, newMailbox } from '../support/mailbox.ts';
import {
  aConfirmedSignOn,
  aSettings,
  organizationDetails,
  slug,
  testAddressKey,
} from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../support/store.ts';
import { sweepOnce } from '../support/sweep.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const { newUlid } = newIds();
const note = 'An earlier version gave the wrong date of the hearing.';
const letterPutRight = letterSource.replace(/\n---\n/, '\n---\nPut right.\n\n');
const putRight = releaseSource.replace('Keep the Trees', 'Keep the Old Trees');
let database: TestStore;
let site: Site;
let mailbox: Mailbox;

beforeEach(start);

async function start(): Promise<void> {
  database = await freshStore();
  site = newSite(database);
  mailbox = newMailbox(database);
  await seed(database, {
    gate: { organizations: 3, status: 'publishing' },
    signOns: ['Alder Fund', 'Birch Fund', 'Cedar Fund'].map((name, index) =>
      aConfirmedSignOn({
        kind: 'organization',
        email: `person-${index}@example.org`,
        signed: organizationDetails(name),
        submission: organizationDetails(name),
      }),
    ),
    letter: letterSource,
    release: releaseSource,
  });
}

const run = () => runSiteJob(site.dependencies(), slug);
const file = (path: string) => site.site.files.get(`${slug}/${path}`) ?? '';
const passMinutes = (minutes: number) => {
  for (const each of [site, mailbox]) each.now = new Date(each.now.getTime() + minutes * 60_000);
};

const aFolder = ({ letter = letterSource, release = putRight, approved = true } = {}) => ({
  settings: aSettings(),
  gate: {
    thresholdOrganizations: 3,
    thresholdIndividuals: 0,
    notBefore: EPOCH,
    quotesApproved: approved ? ('yes' as const) : ('no' as const),
  },
  texts: [{ language: 'en' as const, letter, release }] as [
    { language: 'en'; letter: string; release: string },
  ],
  press: [],
});
const correct = async (folder = aFolder(), store = database.store, words = note) =>
  await correctCampaign(store, { campaign: folder, note: words, now: site.now, newUlid });

const desk = 'desk@example.com';
const contactIs = async (email: string, more: object = {}) => {
  const hash = addressHash(testAddressKey, email);
  await database.put({ ...pressContactKey(slug, hash), slug, addressHash: hash, email, nonce: 'n', ...more });
};
const gotRelease = { release: { state: 'sent', at: '2026-11-24T12:01:00.000Z', claim: 'c' } };
const contact = (email = desk) => readPressContact(database.store, slug, addressHash(testAddressKey, email));
const sentTo = () => mailbox.sent.map(({ to }) => to).toSorted();

/** What the stream would call for, and what that queues. */
async function deliverMailings(): Promise<void> {
  const { items } = await database.store.query(
    {
      parse: (item: unknown) => item,
      safeParse: (item: unknown) => ({ success: true, data: item }),
    } as never,
    { PK: `CAMPAIGN#${slug}`, prefix: 'MAILING#' },
  );
  await mailbox.deliver(
    (items as { SK: string; PK: string }[]).map(({ PK, SK }): MailTask => ({ task: 'pending', PK, SK })),
  );
}

describe('a correction', () => {
  test('replaces the text, with its date and note, and the original is kept and linked', async () => {
    await run();
    passMinutes(10);
    expect(await correct()).toEqual({ outcome: 'corrected', documents: ['release'] });
    await run();
    for (const path of ['release.txt', 'release/index.html', 'index.html']) {
      expect([path, file(path).includes('Keep the Old Trees')]).toEqual([path, true]);
      expect([path, file(path).includes('CORRECTION, November 24, 2026:')]).toEqual([path, true]);
      expect([path, file(path).includes(note)]).toEqual([path, true]);
      expect([path, file(path).includes(`/${slug}/release/original/`)]).toEqual([path, true]);
    }
    expect(file('release.txt').startsWith('CORRECTION')).toBe(true);
    expect(file('release/original/index.html')).not.toContain('Old Trees');
    expect(file('release/original/index.html')).toContain('Keep the Trees');
    expect(file('release/original/index.html')).toContain(`href="/${slug}/release/"`);
    expect(file('letter.txt')).not.toContain('CORRECTION');
    expect(site.site.files.has(`${slug}/letter/original/index.html`)).toBe(false);
  });

  test('is not written after the campaign is taken down, at any step', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      await start();
      await run();
      const intruded = storeWithIntruder(database.store, at, () =>
        takeDown(database.store, { slug, now: site.now, newUlid }),
      );
      const { outcome } = await correct(aFolder(), intruded.store);
      const { corrections } = await gateOf(database);
      expect([outcome === 'corrected', corrections !== undefined]).toEqual(
        intruded.wasIntruded() ? [false, false] : [true, true],
      );
      return intruded;
    });
    expect(steps).toBeGreaterThan(1);
  });

  test('is one item of the table: a larger one is refused in words, and the largest one is written', async () => {
    await run();
    const ofSize = (bytes: number) => {
      const folder = aFolder();
      const left = bytes - correctionBytes(folder);
      const [{ language, letter, release }] = folder.texts;
      const text = (source: string, more: number) => source + 'x'.repeat(more);
      const texts: typeof folder.texts = [
        { language, letter: text(letter, Math.floor(left / 2)), release: text(release, Math.ceil(left / 2)) },
      ];
      return { ...folder, texts };
    };
    const was = await gateOf(database);
    expect(await correct(ofSize(maxCorrectionBytes + 1))).toEqual({ outcome: 'too-large', documents: [] });
    expect(await gateOf(database)).toEqual(was);
    const longest = await correct(ofSize(maxCorrectionBytes), database.store, 'é'.repeat(1000));
    expect(longest.outcome).toBe('corrected');
  });

  test('does not change number, date and snapshot, and shows no withdrawn name', async () => {
    await run();
    const snapshot = [...site.snapshots.files];
    const gone = (await signOnsOf(database)).find(({ signed }) => signed?.organizationName === 'Birch Fund');
    if (gone) await withdrawSignOn(database.store, { signOn: gone, now: site.now, newUlid });
    passMinutes(60 * 30);
    await correct(aFolder({ letter: letterSource.replace(/\n---\n/, '\n---\nPut right.\n\n') }));
    await run();
    expect(file('release.txt')).toContain('3 Organizations Urge');
    expect(file('letter.txt')).toContain('Put right.');
    expect(file('release.txt')).toContain('November 24, 2026');
    expect(file('release.txt')).toContain('CORRECTION, November 25, 2026:');
    expect([...site.snapshots.files]).toEqual(snapshot);
    for (const [key, body] of site.site.files)
      expect([key, body.includes('Birch Fund')]).toEqual([key, false]);
  });

  test('links to the original on this site if the letter is elsewhere', async () => {
    const settings = aSettings({ letterUrl: 'https://example.com/letter' });
    await seed(database, { settings, gate: { organizations: 3, status: 'publishing' } });
    await run();
    await contactIs(desk, gotRelease);
    await correct({ ...aFolder({ letter: letterPutRight, release: releaseSource }), settings });
    passMinutes(1);
    await run();
    await deliverMailings();
    const original = `/${slug}/letter/original/`;
    expect(site.site.files.has(`${slug}/letter/original/index.html`)).toBe(true);
    for (const text of [file('letter.txt'), file('letter/index.html'), mailbox.sent[0]?.message.text ?? ''])
      expect(text).toMatch(new RegExp(`https://[a-z.]+${original}`));
    expect(file('letter.txt')).not.toContain('https://example.com/letteroriginal/');
  });

  test('is made once: a repeat does nothing, and another one appears above it', async () => {
    await run();
    await Promise.all([correct(), correct(), correct()].map((each) => each.catch(() => undefined)));
    expect(await correct()).toEqual({ outcome: 'unchanged', documents: [] });
    const again = aFolder({ release: putRight.replace('Old Trees', 'Oldest Trees') });
    expect((await correct(again, database.store, 'They are the oldest.')).outcome).toBe('corrected');
    passMinutes(1);
    await run();
    const text = file('release.txt');
    expect(text.match(/CORRECTION/g)).toHaveLength(2);
    expect(text.indexOf('They are the oldest.')).toBeLessThan(text.indexOf(note));
    expect(file('release/original/index.html')).toContain('Keep the Trees');
    expect(await readCorrections(database.store, await gateOf(database))).toHaveLength(2);
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.filter(({ event }) => event.type === 'corrected')).toHaveLength(2);
  });

  test('is only possible after publication, and never prints an unapproved quote', async () => {
    expect((await correct()).outcome).toBe('not-published');
    await run();
    expect((await correct(aFolder({ approved: false }))).outcome).toBe('quotes-not-approved');
    const spanish = { ...aFolder(), settings: aSettings({ language: 'es' }) };
    expect((await correct(spanish)).outcome).toBe('other-language');
    await seed(database, { gate: { status: 'taken-down' } });
    expect((await correct()).outcome).toBe('taken-down');
  });

  test('is complete or absent if the command dies at any step, and each journalist is told once', async () => {
    const steps = await crashAtEveryStep(async (mortal, name) => {
      await start();
      await seed(database, {
        gate: {
          status: 'published',
          publishedAt: '2026-11-24T11:00:00.000Z',
          releasedOrganizations: 3,
          releasedIndividuals: 0,
          snapshot: 'snapshots/a.json',
        },
        letter: letterSource,
        release: releaseSource,
      });
      site.snapshots.files.set(
        'snapshots/a.json',
        JSON.stringify({
          slug,
          publishedAt: '2026-11-24T11:00:00.000Z',
          organizations: 3,
          individuals: 0,
          thresholdOrganizations: 3,
          thresholdIndividuals: 0,
          settings: aSettings(),
          letter: letterSource,
          release: releaseSource,
          signatories: [],
        }),
      );
      await contactIs(desk, gotRelease);
      await correct(aFolder(), crashingStore(database.store, mortal)).catch(() => undefined);
      expect([name, (await correct()).outcome === 'changed-meanwhile']).toEqual([name, false]);
      passMinutes(leaseSeconds / 60 + 0.1);
      await run();
      expect([name, file('release.txt').match(/CORRECTION/g)?.length]).toEqual([name, 1]);
      passMinutes(2);
      await mailbox.deliver((await sweepOnce(database, site.now, { isMailQueueEmpty: true })).mails);
      await deliverMailings();
      expect([name, sentTo()]).toEqual([name, [desk]]);
    });
    expect(steps).toBeGreaterThanOrEqual(8);
  });
});

describe('the email about a correction', () => {
  test('goes once to each contact who got the release, and to no one else', async () => {
    await run();
    await contactIs(desk, gotRelease);
    await contactIs('other@example.com', gotRelease);
    await contactIs('left@example.com', gotRelease);
    await contactIs('unknown@example.com', { release: { ...gotRelease.release, state: 'unknown' } });
    await contactIs('never@example.com', { release: { ...gotRelease.release, state: 'refused' } });
    await suppressAddress(database.store, addressHash(testAddressKey, 'left@example.com'));
    await correct();
    await deliverMailings();
    await deliverMailings();
    expect(sentTo()).toEqual([desk, 'other@example.com']);
    const [mail] = mailbox.sent;
    expect(mail?.message.subject).toBe(
      'CORRECTION: 3 Organizations Urge Harbor Commission to Keep the Old Trees',
    );
    expect(mail?.message.text).toContain(note);
    expect(mail?.unsubscribeLink).toContain('/api/unsubscribe/');
    await correct(aFolder({ release: putRight.replace('Old', 'Very Old') }), database.store, 'Again.');
    await deliverMailings();
    expect(sentTo()).toHaveLength(4);
    expect(Object.values((await contact())?.corrections ?? {}).map(({ state }) => state)).toEqual([
      'sent',
      'sent',
    ]);
  });

  test('does not go to contacts who got the corrected release', async () => {
    await run();
    await contactIs(desk);
    await correct();
    await mailbox.deliver([{ task: 'press', slug }]);
    await deliverMailings();
    expect(mailbox.sent.map(({ message }) => message.subject)).toEqual([
      '3 Organizations Urge Harbor Commission to Keep the Old Trees',
    ]);
    expect(mailbox.sent[0]?.message.text).toContain('CORRECTION');
  });

  test('is included in a release that is being written at that moment', async () => {
    await run();
    await contactIs(desk);
    const mails = mailbox.dependencies();
    const { store } = mails;
    let isFirst = true;
    const update: typeof store.update = async (written) => {
      if (isFirst) {
        isFirst = false;
        await correct();
        await deliverMailings();
      }
      return await store.update(written);
    };
    const task: MailTask = {
      task: 'publication',
      ...pressContactKey(slug, addressHash(testAddressKey, desk)),
    };
    expect(await handleMailTask({ ...mails, store: { ...store, update } }, task)).toBe('later');
    await mailbox.deliver([task]);
    expect(mailbox.sent).toHaveLength(1);
    expect(mailbox.sent[0]?.message.text).toContain('CORRECTION');
  });

  test('waits while the release is being sent, and is sent again if SES has not reported it for fifteen minutes', async () => {
    await run();
    await contactIs(desk, { release: { ...gotRelease.release, state: 'claimed' } });
    await correct();
    await deliverMailings();
    expect(mailbox.sent).toEqual([]);
    await contactIs(desk, gotRelease);
    mailbox.answers = ['unknown'];
    const [correction] = await readCorrections(database.store, await gateOf(database));
    const mailing: MailTask = { task: 'mailing', slug, kind: 'correction', id: correction?.id ?? '' };
    await mailbox.deliver([mailing]);
    await mailbox.deliver([mailing]);
    expect(mailbox.sent).toEqual([]);
    passMinutes(15);
    await mailbox.deliver([mailing]);
    await mailbox.deliver([mailing]);
    expect(mailbox.sent).toHaveLength(1);
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.flatMap(({ event }) => ('mail' in event ? [event] : []))).toMatchObject([
      { type: 'press-mail-unknown', mail: 'correction' },
    ]);
  });

  test('goes exactly once if the function dies at any step, because SES reports what it accepted', async () => {
    const steps = await crashAtEveryStep(async (mortal, name) => {
      await start();
      await seed(database, {
        gate: {
          status: 'published',
          publishedAt: '2026-11-24T11:00:00.000Z',
          releasedOrganizations: 3,
          releasedIndividuals: 0,
        },
        release: releaseSource,
        letter: letterSource,
      });
      await contactIs(desk, gotRelease);
      await correct();
      const [correction] = await readCorrections(database.store, await gateOf(database));
      const task: MailTask = {
        task: 'press-mail',
        kind: 'correction',
        id: correction?.id ?? '',
        ...pressContactKey(slug, addressHash(testAddressKey, desk)),
      };
      await mailbox.handleTask(task, mortal).catch(() => undefined);
      await mailbox.report('sent');
      for (let again = 0; again < 5; again++) {
        await mailbox.deliver([task]);
        passMinutes(6);
      }
      const state = Object.values((await contact())?.corrections ?? {})[0]?.state;
      expect([name, mailbox.sent.length, state]).toEqual([name, 1, 'sent']);
    });
    expect(steps).toBeGreaterThanOrEqual(8);
  });
});
