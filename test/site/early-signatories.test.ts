import { beforeEach, describe, expect, test } from '@jest/globals';
import { withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { gateKey, type Key, settingsKey } from '../../shared/table/keys.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, aSettings, organizationDetails, slug, someDetails } from '../support/records.ts';
import { newSite, type Site } from '../support/site.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';
import { letterSource, releaseSource } from '../support/texts.ts';

const ids = newIds();
let database: TestStore;
let site: Site;

const shown = { showSignatories: 'always' as const };
const anOrganization = (name: string, changed: Partial<SignOn> = {}): SignOn => {
  const signed = organizationDetails(name, shown);
  return aConfirmedSignOn({
    kind: 'organization',
    email: `${name.toLowerCase().replaceAll(' ', '-')}@example.org`,
    submission: undefined,
    signed,
    ...changed,
  });
};
const alder = anOrganization('Alder Fund');
const signOns = [
  alder,
  anOrganization('Birch Fund', { signed: organizationDetails('Birch Fund') }),
  anOrganization('Cedar Fund', { counted: 'no' }),
  anOrganization('Dogwood Fund', { eligible: 'no', counted: 'no', review: 'waiting' }),
  aConfirmedSignOn({
    email: 'noor@example.org',
    signed: someDetails({ ...shown, name: 'Noor', publicName: 'withheld' }),
  }),
];

beforeEach(async () => {
  database = await freshStore();
  site = newSite(database);
  await seed(database, {
    settings: aSettings({ showSignatories: 'always', review: 'flagged' }),
    gate: { organizations: 2, individuals: 1, thresholdOrganizations: 9 },
    signOns,
    letter: letterSource,
    release: releaseSource,
  });
});

const run = async (seconds = 31) => {
  site.now = new Date(site.now.getTime() + seconds * 1000);
  await runSiteJob(site.dependencies(), slug);
};
const page = (path = 'signatories/') => site.site.files.get(`${slug}/${path}index.html`) ?? '';
const set = async (key: Key, changed: object) => {
  await database.store.update({
    key,
    update: `SET ${Object.keys(changed)
      .map((name) => `#${name} = :${name}`)
      .join(', ')}`,
    condition: 'attribute_exists(PK)',
    names: Object.fromEntries(Object.keys(changed).map((name) => [`#${name}`, name])),
    values: Object.fromEntries(Object.entries(changed).map(([name, value]) => [`:${name}`, value])),
  });
};

describe('signatories before publication', () => {
  test('are the counted ones who signed under this promise, in each language', async () => {
    await run();
    expect(page()).toContain('Alder Fund');
    for (const name of ['Birch Fund', 'Cedar Fund', 'Dogwood Fund', 'Noor'])
      expect(page()).not.toContain(name);
    expect(page()).toContain('1 person who prefers not to be named');
    expect(page()).toContain('1 more signature is counted');
    expect(page()).toContain('noindex');
    expect(page('es/signatories/')).toContain('Quiénes han firmado hasta ahora');
    expect(page('')).toContain(`href="/${slug}/signatories/"`);
    expect(page('')).toContain('We list who has signed as soon as a signature counts');
  });

  test('are no longer listed in the next run after they withdraw', async () => {
    await run();
    await withdrawSignOn(database.store, { signOn: alder, now: site.now, newUlid: ids.newUlid });
    await run();
    expect(page()).not.toContain('Alder Fund');
  });

  test('are 404 after publication, and when the campaign no longer shows them', async () => {
    await run();
    expect(site.site.missing.has(`${slug}/signatories/index.html`)).toBe(false);
    await set(settingsKey(slug), { settings: aSettings({ review: 'flagged' }) });
    await run();
    expect(site.site.missing.has(`${slug}/signatories/index.html`)).toBe(true);
    expect(page()).not.toContain('Alder Fund');
    await set(settingsKey(slug), { settings: aSettings({ showSignatories: 'always', review: 'flagged' }) });
    await run();
    expect(page()).toContain('Alder Fund');
    await set(gateKey(slug), { status: 'publishing', thresholdOrganizations: 1 });
    await run();
    expect(site.site.missing.has(`${slug}/es/signatories/index.html`)).toBe(true);
    expect(page()).not.toContain('Alder Fund');
    expect(page('letter/')).toContain('Alder Fund');
  });

  test('have no page if the campaign does not show them', async () => {
    await set(settingsKey(slug), { settings: aSettings() });
    await run();
    expect([...site.site.files.keys()].filter((key) => key.includes('/signatories/'))).toEqual([]);
    expect(page('')).not.toContain('signatories/');
  });
});

describe('the share kit', () => {
  test('has link, codes, texts, forms and pictures, and makes pictures again only if words change', async () => {
    const made: string[] = [];
    const { preview, qrCode } = site.renderer;
    site.renderer.preview = async (words, format) => {
      made.push(format ?? 'link');
      return await preview(words, format);
    };
    site.renderer.qrCode = async (address) => {
      made.push(address);
      return await qrCode(address);
    };
    await run();
    const html = page('share/');
    const address = `https://letters.example.org/${slug}/`;
    expect(html).toContain(`value="${address}"`);
    expect(html).toContain(`${address}?source=email`);
    expect(html).toContain(
      '&lt;form method=&quot;post&quot; action=&quot;https://letters.example.org/api/campaigns/harbor-trees/sign-ons&quot;',
    );
    expect(page('es/share/')).toContain(`${address}es/?source=newsletter`);
    const linked = [...html.matchAll(/href="\/harbor-trees\/(share\/[^"]+)"/g)].map(([, path]) => path);
    for (const path of linked) expect(site.site.files.has(`${slug}/${path}`)).toBe(true);
    expect(linked).toHaveLength(4);
    expect(made.filter((what) => what !== 'link')).toEqual([
      `${address}?source=qr`,
      'square',
      'story',
      `${address}es/?source=qr`,
      'square',
      'story',
      `${address}fr/?source=qr`,
      'square',
      'story',
    ]);
    made.length = 0;
    await run();
    expect(made.filter((what) => what !== 'link')).toEqual([]);
    await set(settingsKey(slug), { settings: aSettings({ title: 'Another title' }) });
    await run();
    expect(made).toContain('square');
    expect(made).not.toContain(`${address}?source=qr`);
  });
});
