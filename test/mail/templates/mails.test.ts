import { describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { texts } from '../../../shared/i18n/texts.ts';
import { visibleText } from '../../rendering/pages/html.ts';
import { inWords } from '../../support/builders.ts';
import { sampleMails } from '../../support/sample-mails.ts';
import { testedLanguages } from '../../support/suite.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Mail clients drop stylesheets, so every style is inline; titles are the campaign's, phone numbers as typed.
  rules: { 'long-title': 'off', 'tel-non-breaking': 'off', 'void-style': 'off', 'no-inline-style': 'off' },
});

const mails = testedLanguages.flatMap((language) =>
  Object.entries(sampleMails(language)).map(([name, mail]) => ({
    name: `${name} (${language})`,
    mail,
    language,
  })),
);

/** Words alone: addresses are links in HTML and stand after their words in text, which marks lists and quotations. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/^ *(\d+\.|[->]) /gm, '')
    .replace(/\(?(https?|mailto|tel):[^\s)]+\)?/g, ' ')
    .split(/[\s:—,.]+/)
    .filter(Boolean);

test.each(['letter', 'letter-of-thousands', 'supplement', 'supplement-corrected'])(
  'the mail %s to the recipient has the name and the color of the organizer at its head, as all others have',
  (name) => {
    const { html = '', text = '' } = sampleMails('en')[name] ?? {};
    expect(html).toMatch(/<main[^>]*><p class="organizer"[^>]*><bdi>Shoreline Coalition<\/bdi><\/p>/);
    expect(text).toMatch(/^Shoreline Coalition\n\n/);
    expect(html).toMatch(/<style>h2,h3,h4\{[^}]*Georgia/);
  },
);

test('the mail to the recipient sets the headings of its list apart', () => {
  const { html = '' } = sampleMails('en').letter ?? {};
  const bold = [...html.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, words]) => words);
  expect(bold).toEqual(
    expect.arrayContaining(['Signed by 44 organizations', 'National organizations', 'Signed by 9 people']),
  );
});

describe.each(mails)('the mail $name', ({ mail, language }) => {
  test('is valid HTML that loads nothing and runs nothing', async () => {
    const { results } = await validator.validateString(mail.html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(mail.html).toContain(`<html lang="${language}"`);
    expect(mail.html).not.toMatch(/<img|<link|<script|<table|url\(/);
  });

  test('says the same in text and in HTML', () => {
    expect(wordsOf(visibleText(mail.html))).toEqual(wordsOf(mail.text));
  });

  test('has a subject of one line', () => {
    expect(mail.subject).toMatch(/^\S[^\r\n]*\S$/);
  });

  test('says who sends it and why, and where the sender is at home', () => {
    const { sender } = inWords[language];
    const [sentBy = ''] = texts(language).mails.sentBy(sender, '\n').split('\n');
    expect(mail.text).toContain(sentBy);
    expect(mail.text).toContain('12 Quay Street, Harbor City, NY 10999');
  });

  test('has the same links in both, and an unsubscribe link unless it is for organizers', () => {
    const linksOf = (text: string) => new Set(text.match(/https:\/\/letters\.example\.org[^\s)"<]*/g));
    expect(linksOf(mail.html)).toEqual(linksOf(mail.text));
    const isForOrganizers = mail.text.includes('npm run') || !mail.text.includes('/api/unsubscribe/');
    expect(isForOrganizers || mail.html.includes('/api/unsubscribe/')).toBe(true);
  });

  test('shows no undefined, null or object', () => {
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(
      /undefined|\bnull\b|\[object|NaN|Invalid Date/,
    );
  });
});

test.each(['letter', 'supplement'])(
  'the mail %s parts the lines of an address without a stylesheet',
  (name) => {
    expect(sampleMails('en')[name]?.html).toContain('Marta Oakes</span><br/><span>Chair');
  },
);

describe('links of mails', () => {
  const { confirm, signed, published, release, 'notice-published': notice } = sampleMails('en');

  test('lead to the signer’s page by one button', () => {
    for (const mail of [confirm, signed]) expect(mail?.html.match(/class="button"/g)).toHaveLength(1);
    expect(confirm?.html).toContain('href="https://letters.example.org/api/sign-ons/');
  });

  test('let signers and journalists unsubscribe, and organizers not', () => {
    for (const mail of [confirm, signed, published, release])
      expect(mail?.text).toContain('/api/unsubscribe/');
    expect(notice?.text).not.toContain('/api/unsubscribe/');
  });
});
