import { beforeEach, describe, expect, test } from '@jest/globals';
import { EPOCH } from '../../shared/campaign/gate.ts';
import { readPressListPage } from '../../shared/operations/mailing/press-contacts.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { claimKey, gateKey, pressContactKey, signOnKey } from '../../shared/table/keys.ts';
import { aCampaignYaml, aLetter, aPressList, aRelease } from '../campaign-folder/a-folder.ts';
import { aConfirmedSignOn, type aGate, aSignOn, organizationDetails, slug } from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

let table: TestStore;

beforeEach(async () => {
  table = await freshStore();
});

const apply = async (changed: Record<string, string | null> = {}, ...options: string[]) =>
  campaign(['apply', await folderOnDisk(changed), ...options], { store: table.store });

const inStore = (...args: string[]) => campaign(args, { store: table.store });

/** What apply left, but for the numbers that a test gives. */
const gateIs = async (changed: Parameters<typeof aGate>[0]) =>
  table.put({ ...gateKey(slug), ...(await gateOf(table)), ...changed });

const lowThreshold = aCampaignYaml
  .replace('{ organizations: 170 }', '{ organizations: 2 }')
  .replace(/^ {2}notBefore.*\n/m, '');

describe('campaign apply', () => {
  test('creates a campaign, and says what is in it', async () => {
    const { exit, out, error } = await apply({}, '--yes');
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toContain('harbor-trees is a new campaign:\n  title: Letter on the Trees');
    expect(out).toContain('publication.notBefore: 2026-12-02T10:00');
    expect(out).toContain('desk@example.com');
    expect(out).toMatch(/harbor-trees was created\. http:\/\/localhost:3000\/harbor-trees\/$/);
  });

  test('shows what changes as a diff', async () => {
    await apply({}, '--yes');
    const { out } = await apply(
      {
        'campaign.yaml': aCampaignYaml.replace('Letter on the Trees', 'Letter on All Trees'),
        'letter.md': aLetter.replace('Keep the trees.', 'Keep all the trees.'),
        'press-list.csv': `${aPressList}ana@example.com,Ana Ruiz,The Review,no\n`,
      },
      '--yes',
    );
    expect(out).toBe(`harbor-trees changes:
  title
    - Letter on the Trees
    + Letter on All Trees
  letter.md
       8 - Keep the trees.
       8 + Keep all the trees.
  press-list.csv
    + Ana Ruiz, The Review, ana@example.com
harbor-trees was updated. http://localhost:3000/harbor-trees/`);
  });

  test('shows what changes in translations', async () => {
    const letter = aLetter.replace('---\n', '---\ntitle: Carta\n');
    const created = await apply({ 'letter.es.md': letter }, '--yes');
    expect(created.out).toContain('  title in letter.es.md: Carta');
    expect(created.out).toContain('  letter.es.md: 9 lines');
    const changed = await apply({ 'letter.es.md': letter.replace('Keep', 'Guard') }, '--yes');
    expect(changed.out).toContain('  letter.es.md\n       4 - subject: Keep');
    const { out } = await apply({}, '--yes');
    expect(out).toContain('  letter.es.md: removed');
  });

  test('says so without changes, and asks nothing', async () => {
    await apply({}, '--yes');
    const { exit, out } = await apply();
    expect(exit).toBe(0);
    expect(out).toContain('harbor-trees already matches the folder.');
  });

  test('asks on a terminal, and without one needs --yes', async () => {
    const folder = await folderOnDisk();
    const declined = await campaign(['apply', folder], { store: table.store, answer: false });
    expect(declined).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/Apply these changes\?\nNothing was changed\.$/),
    });
    const silent = await campaign(['apply', folder], { store: table.store });
    expect(silent).toMatchObject({ exit: 1, error: expect.stringContaining('add --yes') });
    expect((await inStore('status', slug)).exit).toBe(1);
    const agreed = await campaign(['apply', folder], { store: table.store, answer: true });
    expect(agreed.out).toContain('harbor-trees was created.');
  });

  test('with --json prints the outcome and nothing else', async () => {
    const { out } = await apply({}, '--yes', '--json');
    expect(JSON.parse(out)).toEqual({
      slug,
      outcome: 'created',
      changed: expect.arrayContaining(['title', 'letter', 'release', 'press list']),
      publishing: false,
      warnings: [],
    });
  });

  test('says before and after that a change publishes at once', async () => {
    await apply({}, '--yes');
    await gateIs({ organizations: 2 });
    const { out } = await apply({ 'campaign.yaml': lowThreshold }, '--yes');
    expect(out).toContain(
      'This publishes the letter at once: nothing else is missing. It is published with 2 organizations. The press release is emailed to 1 press contact, and each signer gets an email.',
    );
    expect(out).toContain('The letter and the press release are being published.');
    expect((await gateOf(table)).status).toBe('publishing');
  });

  test('refuses changed texts once publication has started', async () => {
    await apply({}, '--yes');
    await gateIs({ status: 'publishing' });
    const { exit, error } = await apply({ 'release.md': aRelease.replace('sent', 'mailed') }, '--yes');
    expect(exit).toBe(1);
    expect(error).toContain('Publication has started');
  });

  test('changes a letter that was signed only with --editorial', async () => {
    await apply({}, '--yes');
    const signOn = aSignOn();
    await table.put({ ...signOnKey(slug, signOn.id), ...signOn });
    const changed = { 'letter.md': aLetter.replace('Keep', 'Do keep') };
    expect(await apply(changed, '--yes')).toMatchObject({
      exit: 1,
      error: expect.stringContaining('--editorial'),
    });
    expect((await apply(changed, '--yes', '--editorial', 'a friendlier verb')).out).toContain('was updated');
  });

  test('asks everyone again about a changed letter, after it has said how many', async () => {
    await apply({}, '--yes');
    const signOn = aConfirmedSignOn();
    await table.put({
      ...signOnKey(slug, signOn.id),
      ...signOn,
      signed: { ...signOn.signed, agreedTo: 'of before' },
    });
    const changed = { 'letter.md': aLetter.replace('Keep', 'Cut') };
    const { exit, out } = await apply(changed, '--yes', '--ask-again');
    expect(exit).toBe(0);
    expect(out).toContain('1 signer is asked again by email. Their signatures do not count');
    expect(out).toMatch(/was updated\..*\n1 signer is asked again by email\./);
    expect((await inStore('status', slug)).out).toContain('\n  asked again     1\n');
    expect(JSON.parse((await inStore('status', slug, '--json')).out)).toMatchObject({
      waiting: { asked: 1 },
    });
    expect((await inStore('sign-ons', slug, '--status', 'asked')).out).toContain('Ana Ruiz');
    const unasked = await apply(
      { ...changed, 'release.md': aRelease.replace('sent', 'mailed') },
      '--yes',
      '--ask-again',
    );
    expect(unasked.out).toContain('Nobody is asked again');
  });

  test('continues asking after a command died, whatever its options are', async () => {
    await apply({}, '--yes');
    await gateIs({ askingStartedAt: '2026-11-05T11:00:00.000Z' });
    expect((await inStore('status', slug)).out).toContain('emails to signers about the changed letter');
    expect((await inStore('publish', slug, '--yes')).error).toContain(
      'not all signers have been asked again',
    );
    const { out } = await apply();
    expect(out).toContain('0 signers are asked again');
    expect((await gateOf(table)).askingStartedAt).toBeUndefined();
  });

  test('does not accept both options for one change', async () => {
    const { exit, error } = await apply({}, '--yes', '--ask-again', '--editorial', 'a comma');
    expect(exit).toBe(2);
    expect(error).toContain('Use either --editorial or --ask-again');
  });

  test('of a folder with mistakes changes nothing', async () => {
    const { exit, error } = await apply(
      { 'campaign.yaml': aCampaignYaml.replace('format: 1', 'format: 2') },
      '--yes',
    );
    expect(exit).toBe(1);
    expect(error).toContain('campaign.yaml:1  format must be 1, not 2.');
    expect((await inStore('status', slug)).error).toContain('There is no campaign harbor-trees.');
  });
});

describe('campaign status', () => {
  test('says the state in words', async () => {
    await apply({}, '--yes');
    await gateIs({ organizations: 12 });
    expect((await inStore('status', slug)).out).toBe(`harbor-trees: collecting signatures
  signing         open
  organizations   12 of 170
  unconfirmed     0
  for review      0
  duplicates      0
  waits for       158 more organizations; its publication time, December 2, 2026 at 10:00 AM EST`);
  });

  test.each([
    [{ organizations: 169 }, '1 more organization;'],
    [{ organizations: 158, thresholdIndividuals: 3 }, '12 more organizations and 3 more people;'],
    [{ organizations: 170, thresholdIndividuals: 1 }, '1 more person;'],
    // From the time on, the lower number is enough.
    [{ organizations: 99, notBefore: EPOCH, atNotBeforeOrganizations: 100 }, '1 more organization'],
  ])('says how many more must sign: %j', async (gate, words) => {
    await apply({}, '--yes');
    await gateIs(gate);
    expect((await inStore('status', slug)).out).toContain(`  waits for       ${words}`);
  });

  test('gives programs the promised keys', async () => {
    await apply({}, '--yes');
    expect(JSON.parse((await inStore('status', slug, '--json')).out)).toEqual({
      slug,
      status: 'collecting',
      open: true,
      held: false,
      paused: false,
      counts: { organizations: 0, individuals: 0 },
      threshold: { organizations: 170, individuals: null },
      waiting: { unconfirmed: 0, review: 0, duplicates: 0 },
      gate: { waitingFor: ['threshold', 'time'], opensAt: '2026-12-02T15:00:00.000Z' },
      publishedAt: null,
    });
  });
});

describe('campaign hold, resume, pause, unpause and publish', () => {
  test('say the current state, and can be repeated', async () => {
    await apply({}, '--yes');
    expect((await inStore('hold', slug)).out).toContain('harbor-trees is on hold');
    expect((await inStore('hold', slug)).out).toBe('harbor-trees was already on hold.');
    expect((await inStore('resume', slug)).out).toBe('harbor-trees is no longer on hold.');
    expect((await inStore('resume', slug)).out).toBe('harbor-trees was not on hold.');
    expect((await inStore('pause', slug)).out).toContain('is paused within five seconds.');
    expect((await inStore('status', slug)).out).toContain('signing         paused');
    expect((await inStore('unpause', slug)).out).toContain('is open again');
    expect((await inStore('unpause', slug)).exit).toBe(0);
  });

  test.each(['hold', 'resume', 'pause', 'unpause', 'delivered', 'status'])(
    '%s of an unknown campaign is refused',
    async (name) => {
      const { exit, error } = await inStore(name, 'no-trees', '--json');
      expect(exit).toBe(1);
      expect(JSON.parse(error)).toMatchObject({ type: '/problems/not-found', status: 404 });
    },
  );

  test('resume says that it publishes', async () => {
    await apply({ 'campaign.yaml': lowThreshold }, '--yes');
    await inStore('hold', slug);
    await gateIs({ organizations: 2 });
    expect((await inStore('resume', slug)).error).toContain(
      'this publishes harbor-trees now with 2 organizations. The press release is emailed to 1 press contact, and each signer gets an email.',
    );
    const { out } = await inStore('resume', slug, '--json', '--yes');
    expect(JSON.parse(out)).toEqual({ slug, outcome: 'resumed', publishing: true });
    expect((await inStore('hold', slug)).error).toContain('is already published or being published');
  });

  test('publish goes below the threshold after a confirmation', async () => {
    await apply({}, '--yes');
    await gateIs({ organizations: 12 });
    expect(await inStore('publish', slug)).toMatchObject({
      exit: 1,
      error: expect.stringContaining('add --yes'),
    });
    expect((await gateOf(table)).status).toBe('collecting');
    const asked = await campaign(['publish', slug], { store: table.store, answer: true });
    expect(asked.out).toContain('with 12 organizations. The press release is emailed to 1 press contact');
    expect((await gateOf(table)).status).toBe('publishing');
  });

  test('what publishes says to whom the letter is emailed', async () => {
    const delivery = 'delivery: { by: email, to: [commission@example.org], cc: [clerk@example.org] }';
    await apply({ 'campaign.yaml': `${aCampaignYaml}${delivery}\n` }, '--yes');
    await gateIs({ organizations: 12 });
    expect((await inStore('publish', slug)).error).toContain(
      'The letter is emailed to commission@example.org, clerk@example.org. The press release',
    );
    await gateIs({ status: 'publishing' });
    expect((await inStore('publish', slug, '--yes')).exit).toBe(0);
  });

  test('hold and publish are both refused for a published letter', async () => {
    await apply({}, '--yes');
    await gateIs({ status: 'published' });
    for (const command of [
      ['hold', slug],
      ['publish', slug, '--yes'],
    ])
      expect(await inStore(...command)).toMatchObject({
        exit: 1,
        error: expect.stringContaining('harbor-trees is already published'),
      });
  });

  test('publish is refused on hold and with an unapproved quote', async () => {
    await apply({ 'release.md': aRelease.replace('approved: true', 'approved: false') }, '--yes');
    await gateIs({ organizations: 12 });
    expect((await inStore('publish', slug, '--yes')).error).toContain('Not every quote is approved');
    await inStore('hold', slug);
    expect((await inStore('publish', slug, '--yes')).error).toContain('harbor-trees is on hold');
  });
});

describe('campaign delivered', () => {
  test('opens a gate that waited for nothing else, and can be repeated', async () => {
    await apply({ 'campaign.yaml': `${lowThreshold}delivery: { by: hand }\n` }, '--yes');
    await gateIs({ organizations: 2 });
    expect((await inStore('publish', slug, '--yes')).error).toContain('campaign delivered harbor-trees');
    expect(JSON.parse((await inStore('status', slug, '--json')).out).gate.waitingFor).toEqual(['delivery']);
    expect((await inStore('delivered', slug, '--yes')).out).toBe(
      'The letter of harbor-trees is recorded as delivered.\nThe letter and the press release are being published.',
    );
    expect((await inStore('delivered', slug, '--yes')).out).toBe(
      'The letter of harbor-trees was already recorded as delivered.',
    );
  });

  test('of a campaign that is not delivered by hand is refused', async () => {
    await apply({}, '--yes');
    expect((await inStore('delivered', slug)).error).toContain('does not wait for a delivery');
  });
});

describe('campaign promote', () => {
  const signed = organizationDetails('Harbor Families');
  const waiting = aConfirmedSignOn({ kind: 'organization', signed, eligible: 'no', counted: 'no' });

  test('gives a vacant claim to a sign-on that waits for it', async () => {
    await apply({}, '--yes');
    await table.put({ ...signOnKey(slug, waiting.id), ...waiting });
    await table.put({ ...claimKey(slug, waiting.organizationKey ?? ''), waiting: new Set([waiting.id]) });
    expect((await inStore('promote', slug, waiting.id)).out).toContain('counts for its organization now');
    expect((await inStore('promote', slug, waiting.id)).out).toContain('already');
  });

  test('refuses a sign-on that does not wait for a claim', async () => {
    await apply({}, '--yes');
    const pending = aSignOn();
    await table.put({ ...signOnKey(slug, pending.id), ...pending });
    expect((await inStore('promote', slug, pending.id)).error).toContain('not a confirmed signature');
    expect((await inStore('promote', slug, '0'.repeat(32))).error).toContain('There is no sign-on');
  });
});

describe('campaign take-down', () => {
  test('takes down a published campaign for good, and says so again', async () => {
    await apply({}, '--yes');
    await gateIs({ status: 'published', publishedAt: '2026-12-02T15:00:00.000Z' });
    const asked = await campaign(['take-down', slug], { store: table.store, answer: false });
    expect(asked.out).toContain('Nothing was taken down.');
    expect((await gateOf(table)).status).toBe('published');
    expect((await inStore('take-down', slug, '--yes')).out).toContain('harbor-trees was taken down');
    expect((await inStore('take-down', slug, '--json', '--yes')).out).toContain('"already-taken-down"');
    expect(JSON.parse((await inStore('status', slug, '--json')).out)).toMatchObject({
      status: 'taken-down',
      open: false,
    });
  });

  test('is refused before publication, with what to do instead', async () => {
    expect((await inStore('take-down', slug, '--yes')).error).toContain('There is no campaign');
    await apply({}, '--yes');
    const { exit, error } = await inStore('take-down', slug, '--yes');
    expect([exit, error]).toEqual([1, expect.stringContaining('campaign hold harbor-trees')]);
    await gateIs({ status: 'publishing' });
    expect((await inStore('take-down', slug, '--yes')).error).toContain('again in a minute');
  });
});

describe('campaign correct', () => {
  const putRight = { 'release.md': aRelease.replace('sent', 'mailed') };

  test('needs a published campaign, a note and the campaign’s own folder', async () => {
    await apply({}, '--yes');
    const folder = await folderOnDisk(putRight);
    expect(await inStore('correct', slug, folder)).toMatchObject({
      exit: 2,
      error: expect.stringContaining('--note is missing'),
    });
    expect((await inStore('correct', 'other-letter', folder, '--note', 'x')).error).toContain(
      'is the folder of harbor-trees',
    );
    const early = await inStore('correct', slug, folder, '--note', 'A word was wrong.', '--yes');
    expect([early.exit, early.error]).toEqual([1, expect.stringContaining('campaign apply')]);
  });

  test('corrects the texts once, and then apply finds nothing to change', async () => {
    await apply({}, '--yes');
    await gateIs({ status: 'published', publishedAt: '2026-12-02T15:00:00.000Z' });
    const folder = await folderOnDisk(putRight);
    expect((await inStore('correct', slug, folder, '--note', 'A word was wrong.', '--yes')).out).toContain(
      'was corrected (release)',
    );
    const again = await inStore('correct', slug, folder, '--note', 'A word was wrong.', '--json', '--yes');
    expect(JSON.parse(again.out)).toEqual({ slug, outcome: 'unchanged', documents: [] });
    expect((await apply(putRight)).out).toContain('already matches the folder');
  });
});

describe('campaign supplement', () => {
  const delivery = (line: string) => ({ 'campaign.yaml': `${aCampaignYaml}delivery: ${line}\n` });
  const publishedAt = '2026-12-02T15:00:00.000Z';
  const published = {
    status: 'published' as const,
    publishedAt,
    releasedOrganizations: 0,
    releasedIndividuals: 0,
    snapshot: 'snapshots/a.json',
  };
  const joins = async (name: string) => {
    const signOn = aConfirmedSignOn({
      kind: 'organization',
      email: `${name}@example.org`,
      signed: organizationDetails(name),
      confirmedAt: '2026-12-03T15:00:00.000Z',
    });
    await table.put({ ...signOnKey(slug, signOn.id), ...signOn });
  };

  test('says what to do if there is nothing to send, or no one to send it to', async () => {
    const refused = async () => (await inStore('supplement', slug, '--yes')).error;
    expect(await refused()).toContain('There is no campaign');
    await apply({}, '--yes');
    expect(await refused()).toContain('is not published yet');
    await gateIs(published);
    expect(await refused()).toContain('Write delivery:');
    await apply(delivery('{ by: email, to: [commission@example.org] }'), '--yes');
    expect(await refused()).toContain('Run this again when more people have signed.');
    await gateIs({ pendingLetterMail: publishedAt });
    expect(await refused()).toContain('campaign delivered harbor-trees');
    const { pendingLetterMail: _, ...gate } = await gateOf(table);
    await table.put({ ...gateKey(slug), ...gate });
    await gateIs({ status: 'taken-down' });
    expect(await refused()).toContain('was taken down');
  });

  test('shows what goes to whom, asks, and is requested once', async () => {
    await apply(delivery('{ by: email, to: [commission@example.org], cc: [clerk@example.org] }'), '--yes');
    await gateIs(published);
    await joins('Dune Fund');
    const declined = await campaign(['supplement', slug], { store: table.store, answer: false });
    expect(
      declined.out,
    ).toBe(`The letter of harbor-trees with its updated signatures is emailed to commission@example.org, with a copy to clerk@example.org.
  new signatures          1 organization
  on the list now         1 organization
Send it?
Nothing was sent.`);
    expect((await gateOf(table)).supplement).toBeUndefined();
    // A program that calls it means it.
    const done = await inStore('supplement', slug, '--json', '--yes');
    expect(JSON.parse(done.out)).toMatchObject({
      outcome: 'called-for',
      slug,
      by: 'email',
      addedOrganizations: 1,
    });
    expect((await inStore('supplement', slug, '--yes')).out).toContain('already being sent');
    expect((await inStore('status', slug)).out).toContain('  updated letter  being made, ');
    const { supplement } = await gateOf(table);
    if (supplement)
      await gateIs({ supplement: { ...supplement, state: 'sent' }, supplementsSentAt: [publishedAt] });
    expect((await inStore('status', slug)).out).toContain(
      '  updated letter  sent on December 2, 2026 at 10:00 AM',
    );
    expect(JSON.parse((await inStore('status', slug, '--json')).out).supplement).toMatchObject({
      state: 'sent',
      sentAt: [publishedAt],
    });
  });

  test('says where a letter that is handed over can be found', async () => {
    await apply(delivery('{ by: hand }'), '--yes');
    await gateIs(published);
    await joins('Dune Fund');
    const { out } = await inStore('supplement', slug, '--yes');
    expect(out).toContain('http://localhost:3000/harbor-trees/letter.pdf');
    expect(out).toContain('Please hand it over');
  });
});

describe('campaign status of a campaign with a press list', () => {
  test('says what happened to each kind of email to the press', async () => {
    await apply({}, '--yes');
    const { items } = await readPressListPage(table.store, { slug });
    const at = '2026-12-02T15:00:00.000Z';
    for (const contact of items)
      await table.put({
        ...pressContactKey(slug, contact.addressHash),
        ...contact,
        release: { state: 'sent', at, claim: 'c' },
        corrections: { a: { state: 'sent', at, claim: 'c' }, b: { state: 'unknown', at, claim: 'c' } },
      });
    const { out } = await inStore('status', slug);
    expect(out).toContain(`press emails    press releases: ${items.length} sent`);
    expect(out).toContain(`press emails    corrections: ${items.length} sent, ${items.length} not known yet`);
  });
});

describe('campaign embargo', () => {
  test('says how many copies are sent until when, or what is missing', async () => {
    await apply({}, '--yes');
    expect((await inStore('embargo', slug)).error).toContain('No contact on the press list is marked');
    await apply({ 'press-list.csv': 'email,embargoed\nana@example.com,yes\n' }, '--yes');
    const declined = await campaign(['embargo', slug], { store: table.store, answer: false });
    expect(declined.out).toContain('organizations: 0, individuals: 0');
    expect(declined.out).toContain('Nothing was sent');
    expect((await inStore('embargo', slug, '--yes')).out).toContain(
      'The embargo ends on December 2, 2026 at 10:00 AM EST',
    );
    const moved = { 'campaign.yaml': aCampaignYaml.replace('2026-12-02T10:00', '2026-12-03T10:00') };
    expect((await apply(moved, '--yes')).out).toContain('Tell their recipients the new time yourself.');
    await gateIs({ held: 'yes' });
    expect((await inStore('embargo', slug)).error).toContain('campaign resume harbor-trees');
  });
});

test('status and sign-ons say that an email waits until tomorrow, since its mailbox has had its emails of today', async () => {
  const held = { pendingMail: 'a mark', mailHeldUntil: '2099-11-06T00:00:00.000Z' };
  await seed(table, { signOns: [aSignOn({ email: 'ana@example.org', ...held })] });
  const { store } = table;
  const status = await campaign(['status', 'harbor-trees'], { store });
  expect(status.out).toContain('  until tomorrow  1 email waits: the mailbox has had five emails today');
  const listed = await campaign(['sign-ons', 'harbor-trees'], { store });
  expect(listed.out).toContain('not sent yet (waits until 2099-11-05 19:00, since the mailbox has had');
  const json = await campaign(['sign-ons', 'harbor-trees', '--json'], { store });
  expect(JSON.parse(json.out)).toMatchObject([{ mailHeldUntil: held.mailHeldUntil }]);
});

test('apply names the signatures that count already under a name that it newly invites', async () => {
  await apply({}, '--yes');
  const fake = aConfirmedSignOn({
    kind: 'organization',
    email: 'eve@osprey-fraud.org',
    signed: organizationDetails('Osprey Rowers'),
  });
  await table.put({ ...signOnKey(slug, fake.id), ...fake });
  await table.put({ ...claimKey(slug, organizationKey('Osprey Rowers')), holder: fake.id });
  const invited = { 'invited.csv': 'organization,website\nOsprey Rowers,ospreyrowers.org\n' };
  const { out } = await apply(invited, '--yes');
  expect(out).toContain('Note: These organizations are now invited, and count already');
  expect(out).toContain(`Osprey Rowers (osprey-fraud.org, ${fake.id.slice(0, 8)})`);
  expect((await apply(invited, '--yes')).out).not.toContain('osprey-fraud');
});

describe('campaign resume-mail', () => {
  const stopped = { until: '2026-11-05T14:30:00.000Z' };

  test('lets confirmations go that are stopped, which status says', async () => {
    await seed(table, { gate: { confirmationStop: stopped } });
    const { store } = table;
    const status = await campaign(['status', 'harbor-trees'], { store });
    expect(status.out).toContain(
      'confirmations   stopped until November 5, 2026 at 9:30 AM EST: too many came back (`campaign resume-mail harbor-trees`)',
    );
    const json = JSON.parse((await campaign(['status', 'harbor-trees', '--json'], { store })).out);
    expect(json.confirmations).toEqual({ stoppedUntil: stopped.until, stoppedNetworks: 0 });
    expect((await campaign(['resume-mail', 'harbor-trees'], { store })).out).toContain('sent within minutes');
    expect((await campaign(['resume-mail', 'harbor-trees'], { store })).out).toContain('are stopped.');
    expect((await campaign(['status', 'harbor-trees'], { store })).out).not.toContain('confirmations');
    expect((await campaign(['resume-mail', 'no-such'], { store })).exit).toBe(1);
  });
});
