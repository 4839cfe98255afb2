import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { campaignPage } from '../../../shared/rendering/pages/campaign-page.tsx';
import type { CampaignView } from '../../../shared/rendering/pages/campaign-view.ts';
import { formPage } from '../../../shared/rendering/pages/form-page.tsx';
import { shownFields } from '../../../shared/rendering/pages/sign-on-fields.tsx';
import { stylesheet } from '../../../shared/rendering/pages/stylesheet.ts';
import { checkedField } from '../../../shared/sign-on/checked-field.ts';
import { trapFields } from '../../../shared/sign-on/trap-fields.ts';
import { aCampaign, aProgress, aView } from '../../support/builders.ts';
import { aFullSignatoryList, aSignatoryList } from '../../support/sample-lists.ts';
import { aLetter, aRelease } from '../../support/sample-texts.ts';
import { visibleText } from './html.ts';

const pageOf = (view: Partial<CampaignView> = {}): string => campaignPage(aView(view), { letter: aLetter() });
const textOf = (view: Partial<CampaignView> = {}): string => visibleText(pageOf(view));
const withBothKinds: Pick<Settings, 'signatories'> = {
  signatories: { organizations: true, individuals: true },
};
const published = {
  lists: aFullSignatoryList(),
  release: aRelease(),
  publishedAt: '2026-12-02T15:00:00.000Z',
};

describe('the page of a campaign', () => {
  test('shows the whole letter before the form', () => {
    const text = textOf();
    expect(text.indexOf('Respectfully,')).toBeGreaterThan(text.indexOf('Dear Chair Oakes,'));
    expect(text.indexOf('Organization name')).toBeGreaterThan(text.indexOf('Respectfully,'));
  });

  test('says how many of how many have signed, when that was true, and what the goal is', () => {
    const text = textOf();
    expect(text).toContain('112 of 170 organizations have signed');
    expect(text).toContain('As of November 20, 2026 at 3:15 PM EST.');
    expect(text).toContain('The letter will be published after 170 organizations have signed.');
  });

  test('counts both kinds where both are needed', () => {
    const text = textOf({
      settings: aCampaign(withBothKinds),
      progress: aProgress({ individuals: 1, thresholdIndividuals: 1000 }),
    });
    expect(text).toContain('1 of 1,000 people have signed');
    expect(text).toContain(
      'The letter will be published after 170 organizations and 1,000 people have signed.',
    );
  });

  test('of a letter that went out with fewer has no goal any more, nor a kind that nobody signed as', () => {
    const text = textOf({
      settings: aCampaign(withBothKinds),
      status: 'published',
      progress: aProgress({ individuals: 0, thresholdIndividuals: 1000 }),
    });
    expect(text).toContain('112 organizations have signed');
    expect(text).not.toMatch(/of 170|people have signed|The goal/);
  });

  test('shows no numbers where the campaign does not', () => {
    expect(textOf({ settings: aCampaign({ showProgress: false }) })).not.toMatch(/112|170|As of/);
  });

  test('is no search engine’s business before publication, or with its link only', () => {
    expect(pageOf()).toContain('<meta name="robots" content="noindex"/>');
    const publishedPage = (settings: Settings) =>
      campaignPage(aView({ settings, status: 'published' }), { letter: aLetter(), published });
    expect(publishedPage(aCampaign())).not.toContain('noindex');
    expect(publishedPage(aCampaign({ visibility: 'link' }))).toContain('noindex');
  });

  test('tells link previews title, summary and address', () => {
    const page = pageOf();
    expect(page).toContain('<link rel="canonical" href="https://letters.example.org/harbor-trees/"/>');
    expect(page).toContain(
      '<meta property="og:title" content="Letter to the Harbor Commission on the Shoreline Trees"/>',
    );
    expect(page).toContain('<meta property="og:description" content="The Harbor Commission plans');
  });

  test.each([
    ['not-open-yet', 'scheduled', 'Signing opens on November 1, 2026 at 9:00 AM EST.'],
    ['closed', 'closed', 'Signing closed on December 31, 2026 at 11:59 PM EST.'],
    ['paused', 'collecting', 'The organizers have paused signing. Please try again later.'],
  ] as const)('says instead of the form why nobody can sign: %s', (openness, status, words) => {
    expect(textOf({ openness, status })).toContain(words);
    expect(pageOf({ openness, status })).not.toContain('<form');
  });

  test('shows after publication who signed and the release, and the form while it is open', () => {
    const page = (openness: CampaignView['openness']): string =>
      campaignPage(aView({ status: 'published', openness }), { letter: aLetter(), published });
    const text = visibleText(page('open'));
    expect(text).toContain('Published on December 2, 2026.');
    expect(text).toContain('Shoreline Coalition Harbor City, New York');
    expect(text).toContain('FOR IMMEDIATE RELEASE');
    expect(page('open')).toContain('<form');
    expect(page('closed')).not.toContain('<form');
  });

  test('leads to the rest of a list that is too long for it', () => {
    const lists = { ...aSignatoryList(), organizations: { ...aSignatoryList().organizations, count: 2500 } };
    const page = campaignPage(aView({ status: 'published' }), {
      letter: aLetter(),
      published: { ...published, lists },
    });
    expect(page).toContain(
      '<a href="/harbor-trees/letter/">See all 2,500 signatures on the letter’s page.</a>',
    );
  });
});

describe('the form', () => {
  test.each([
    ['organizations', { organizations: true, individuals: false }],
    ['people', { organizations: false, individuals: true }],
    ['both', { organizations: true, individuals: true }],
  ])('asks for at most six things that it needs: %s', (_who, signatories) => {
    const page = pageOf({ settings: aCampaign({ signatories }) });
    const names = [...page.matchAll(/<(?:input|select)[^>]*name="(\w+)"[^>]*>/g)];
    const required = new Set(names.filter(([tag]) => tag.includes('required')).map(([, name]) => name));
    expect(required.size).toBeLessThanOrEqual(6);
    expect([...required]).toEqual(expect.arrayContaining(['name', 'email']));
  });

  test('has the API’s names, in one form that posts to it', () => {
    const page = pageOf({ settings: aCampaign(withBothKinds) });
    const names = [...page.matchAll(/<(?:input|select)[^>]*\bname="(\w+)"/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set([
        'language',
        'source',
        checkedField,
        ...Object.values(trapFields),
        ...shownFields(aCampaign(withBothKinds)),
      ]),
    );
    expect(page).toContain('<form method="post" action="/api/campaigns/harbor-trees/sign-ons"');
  });

  test.each([
    ['organizations', { organizations: true, individuals: false }],
    ['people', { organizations: false, individuals: true }],
    ['both', { organizations: true, individuals: true }],
  ])('has its fields in the order in which errors are listed: %s', (_who, signatories) => {
    const settings = aCampaign({ signatories });
    const names = [...pageOf({ settings }).matchAll(/<(?:input|select)[^>]*\bname="(\w+)"/g)];
    const others: unknown[] = ['language', 'source', checkedField, ...Object.values(trapFields)];
    const inOrder = [...new Set(names.map(([, name]) => name))].filter((name) => !others.includes(name));
    expect(inOrder).toEqual(shownFields(settings));
  });

  test.each([
    ['organizationName', 'autocomplete="organization"', 'autocapitalize="words"'],
    ['website', 'autocomplete="url"', 'inputmode="url"', 'autocapitalize="none"'],
    ['name', 'autocomplete="name"', 'autocapitalize="words"'],
    ['title', 'autocomplete="organization-title"'],
    ['email', 'type="email"', 'inputmode="email"', 'autocomplete="email"', 'enterkeyhint="send"'],
    ['city', 'autocomplete="address-level2"'],
    ['region', 'autocomplete="address-level1"', 'list="region-suggestions"'],
    ['country', 'autocomplete="country"'],
  ])('tells a phone what %s is', (name, ...attributes) => {
    const [tag = ''] = new RegExp(`<(?:input|select)[^>]*\\bname="${name}"[^>]*>`).exec(pageOf()) ?? [];
    for (const attribute of attributes) expect(tag).toContain(attribute);
  });

  test('has a field for programs to fill in that nobody sees, reaches or is told to fill in', () => {
    const [paragraph = ''] = /<p class="spare">.*?<\/p>/.exec(pageOf()) ?? [];
    expect(paragraph).toContain('<label for="comments">Leave this empty:</label>');
    expect(paragraph).toMatch(
      /<input type="text" [^>]*name="comments" value tabIndex="-1" autocomplete="off"/i,
    );
    expect(stylesheet).toContain('.spare{display:none;}');
  });

  test('is timed where it is new, and not where it comes again', () => {
    expect(pageOf()).toMatch(/<input type="hidden" name="seconds"/);
    const again = formPage(aView(), { values: { seconds: '4', comments: 'Buy now' }, errors: [] });
    expect(again).not.toMatch(/name="seconds"|Buy now/);
  });

  test('says below which letter it was filled in, also where it comes again', () => {
    const hash = 'x'.repeat(43);
    const field = `<input type="hidden" name="letter" value="${hash}"`;
    expect(campaignPage(aView(), { letter: { ...aLetter(), hash } })).toContain(field);
    expect(formPage(aView(), { values: { letter: hash }, errors: [] })).toContain(field);
    expect(formPage(aView(), { values: {}, errors: [] })).not.toContain('name="letter"');
  });

  test('asks for whom one signs only where there is a choice', () => {
    expect(pageOf()).not.toContain('name="kind"');
    expect(pageOf({ settings: aCampaign(withBothKinds) })).toContain('name="kind"');
  });

  test('asks for the campaign’s own words to be agreed to', () => {
    const attestation = 'My board has voted to sign.';
    expect(textOf({ settings: aCampaign({ attestation }) })).toContain(attestation);
    expect(textOf()).toContain('I am authorized to sign for this organization.');
  });

  test('lists countries by their names in the language, none chosen', () => {
    const spanish = pageOf({ settings: aCampaign({ language: 'es' }) });
    expect(spanish).toContain('<option value>Elija un país</option>');
    expect(spanish).toContain('<option value="ES">España</option>');
    expect(spanish.indexOf('Alemania')).toBeLessThan(spanish.indexOf('Zimbabue'));
    expect(spanish).not.toContain('selected');
  });

  test.each([
    ['America/New_York', 'United States', 'Wyoming'],
    ['America/Mexico_City', 'Mexico', 'Oaxaca'],
    ['Europe/Madrid', 'Spain', 'Galicia'],
  ])('has the country of %s first, and its regions to choose from', (timeZone, country, region) => {
    const page = pageOf({ settings: aCampaign({ timeZone }) });
    const [first, ...others] = [...page.matchAll(/<option value="?[A-Z]*"?>([^<]+)<\/option>/g)].map(
      ([, name]) => name,
    );
    expect(first).toBe(country);
    expect(others).toHaveLength(249);
    expect(others).not.toContain(country);
    expect(page).toContain(`<option value="${region}">`);
  });

  test('suggests nothing where it knows neither country nor regions', () => {
    for (const timeZone of ['UTC', 'Europe/Warsaw'])
      expect(pageOf({ settings: aCampaign({ timeZone }) })).not.toContain('<datalist');
  });

  test.each([
    [{ closesAt: undefined }, 'delete your personal data 180 days after the letter is published.'],
    [{}, 'on June 30, 2027, or 180 days after the letter is published if that is later.'],
  ])('says when personal data is deleted', (settings, words) => {
    expect(textOf({ settings: aCampaign(settings) })).toContain(words);
  });

  test('names the day of the deletion once it is known', () => {
    const page = campaignPage(aView({ status: 'published' }), { letter: aLetter(), published });
    expect(visibleText(page)).toContain('delete your personal data on June 30, 2027.');
  });
});

describe('the form after a refusal', () => {
  const values = {
    kind: 'individual',
    organizationName: 'Harbor Families',
    website: 'harbor',
    scope: 'state',
    name: 'Ana',
    title: 'Director',
    email: 'ana@',
    city: 'Harbor City',
    region: 'New York',
    country: 'MX',
    publicName: 'withheld',
    authorized: 'on',
  };
  const page = formPage(aView({ settings: aCampaign(withBothKinds) }), {
    values,
    errors: [
      { field: 'email', message: 'Your email address: this is not one.' },
      { field: 'nickname', message: 'There is no field “nickname” here.' },
    ],
  });

  test('keeps every answer', () => {
    for (const field of ['organizationName', 'website', 'name', 'title', 'email', 'city', 'region'] as const)
      expect(page).toMatch(new RegExp(`<input[^>]*name="${field}"[^>]*value="${values[field]}"`));
    for (const [field, value] of [
      ['kind', 'individual'],
      ['scope', 'state'],
      ['publicName', 'withheld'],
      ['authorized', 'on'],
    ])
      expect(page).toMatch(new RegExp(`<input[^>]*name="${field}"[^>]*value="${value}"[^>]*checked`));
    expect(page).toMatch(/<option[^>]*selected[^>]*>Mexico|<option value="MX" selected/);
  });

  test('leads from a summary to each field, and says beside it what is wrong', () => {
    expect(page).toContain('<a href="#email">Your email address: this is not one.</a>');
    expect(page).toMatch(
      /<input[^>]*id="email"[^>]*aria-describedby="email-hint email-problem" aria-invalid="true"/,
    );
    expect(page).toContain('id="email-problem"');
    expect(page).not.toContain('href="#nickname"');
    expect(page).toMatch(/<title>Error: /);
  });

  test('has the summary first, and in it the errors from the top of the form down', () => {
    const message = (field: string) => ({ field, message: `${field} is wrong` });
    const html = formPage(aView({ settings: aCampaign(withBothKinds) }), {
      values,
      errors: ['nickname', 'authorized', 'country', 'email', 'organizationName', 'kind'].map(message),
    });
    const listed = [...html.matchAll(/(\w+) is wrong(?=<\/(?:a|bdi)>)/g)].map(([, field]) => field);
    expect(listed).toEqual(['kind', 'organizationName', 'email', 'country', 'authorized', 'nickname']);
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<h1'));
    expect(html).toMatch(
      /<fieldset[^>]*role="radiogroup"[^>]*aria-describedby="kind-problem" aria-invalid="true"/,
    );
  });

  test('keeps what was typed while signing is paused, and says so', () => {
    const paused = formPage(aView({ openness: 'paused' }), { values, errors: [] });
    expect(visibleText(paused)).toContain('Signing is paused');
    expect(paused).toContain('value="Harbor Families"');
  });

  test('offers no form any more after the close', () => {
    expect(formPage(aView({ openness: 'closed' }), { values, errors: [] })).not.toContain('<form');
  });
});
