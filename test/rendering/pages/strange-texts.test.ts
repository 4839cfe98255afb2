import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confirmMail } from '../../../shared/mail/templates/confirm.tsx';
import { typedInMail } from '../../../shared/mail/templates/signer.ts';
import { safeLine, safeSubject, safeWebUrl } from '../../../shared/rendering/document/safe-text.ts';
import { telephoneUrl } from '../../../shared/rendering/document/telephone-url.ts';
import { formPage } from '../../../shared/rendering/pages/form-page.tsx';
import { letterPage } from '../../../shared/rendering/pages/letter-page.tsx';
import { problemPage } from '../../../shared/rendering/pages/problem-page.tsx';
import { signOnPage } from '../../../shared/rendering/pages/sign-on-page.tsx';
import { aCampaign, anOrganization, aSignatory, aView, siteUrl } from '../../support/builders.ts';
import { aFullSignatoryList } from '../../support/sample-lists.ts';
import { aLetter } from '../../support/sample-texts.ts';
import { escaped } from './html.ts';

/** Any Unicode at all, marked so that it can be found again, and some that has hurt others. */
const strange = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "=cmd|' /C calc'!A0",
      '\u202Egnp.exe',
      '\u2066left\u2069 alone',
      'x'.repeat(200),
      '\ud800',
      '&amp;&lt;',
      '{{ organizations.count }}',
      'two\r\nlines\u2028three\u0000',
      '👩‍👩‍👧‍👦 مؤسسة',
    ),
  )
  .map((text) => `«${text}»`);

/** The page with a text is the page with another, but for the text: so it is inert, and it is all there. */
const onlyDiffersBy = (render: (text: string) => string, shown: (text: string) => string) =>
  fc.property(strange, (text) => {
    const page = render(text);
    const mark = '«plain»';
    expect(page.replaceAll(escaped(shown(text)), mark)).toBe(render(mark));
    expect(page).toContain(escaped(shown(text)));
  });

describe('whatever somebody types', () => {
  test.each(['organizationName', 'website', 'name', 'title', 'email', 'city', 'region'])(
    'stands in the form again as it was typed: %s',
    (field) => {
      const page = (typed: string): string => formPage(aView(), { values: { [field]: typed }, errors: [] });
      fc.assert(onlyDiffersBy(page, (text) => text));
    },
  );

  test('is inert in a list, as a name and as a place', () => {
    const lists = aFullSignatoryList();
    const page = (typed: string): string =>
      letterPage(aView(), aLetter(), {
        ...lists,
        organizations: {
          count: 1,
          groups: [
            { heading: typed, signatories: [aSignatory({ name: typed, city: typed, region: typed })] },
          ],
        },
      });
    fc.assert(onlyDiffersBy(page, safeLine));
  });

  test('is inert on the signer’s own page', () => {
    const page = (typed: string): string =>
      signOnPage({
        settings: aCampaign(),
        siteUrl,
        kind: 'organization',
        status: 'pending',
        shown: anOrganization({
          organizationName: typed,
          name: typed,
          title: typed,
          city: typed,
          region: typed,
        }),
        shownHash: 'hash',
        actions: ['confirm', 'not-me'],
        token: 'token',
        isChange: false,
        isDuplicate: false,
      });
    fc.assert(onlyDiffersBy(page, safeLine));
  });

  test('is inert in a mail, and short and without links in its subject', () => {
    const mail = (typed: string) =>
      confirmMail({
        settings: aCampaign(),
        kind: 'organization',
        details: anOrganization({ organizationName: typed, name: typed }),
        link: siteUrl,
        unsubscribeLink: siteUrl,
      });
    fc.assert(
      onlyDiffersBy(
        (typed) => mail(typed).html,
        (typed) => safeLine(typedInMail(typed)),
      ),
    );
    fc.assert(
      fc.property(strange, (typed) => {
        const { subject } = mail(typed);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|:\/\/|www\.|@/u);
        expect([...subject].length).toBeLessThanOrEqual('Confirm your signature for '.length + 60);
        expect(mail(typed).text.split('\n')).toHaveLength(mail('«plain»').text.split('\n').length);
      }),
    );
  });

  test('is inert on a page about a problem', () => {
    const page = (typed: string): string =>
      problemPage({
        language: 'en',
        problem: {
          type: '',
          title: 'T',
          status: 422,
          detail: 'D',
          errors: [{ field: typed, message: typed }],
        },
      });
    fc.assert(onlyDiffersBy(page, safeLine));
  });
});

describe('a readable text', () => {
  test('has no control characters, no line breaks, no marks that reorder', () => {
    fc.assert(
      fc.property(strange, (text) => {
        expect(safeLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
        expect(safeLine(safeLine(text))).toBe(safeLine(text));
        expect(safeSubject(text)).not.toMatch(/[\r\n]|\s\s|^\s|\s$/);
      }),
    );
  });

  test('keeps accents, other scripts, joined emoji and everything else as typed', () => {
    const text = 'L\'Àliança · Škola № 7 – 東京 مؤسسة 👩‍👩‍👧‍👦 <b>&"=cmd|';
    expect(safeLine(text)).toBe(text);
  });
});

describe('addresses that somebody typed', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'example.org',
    '//example.org',
    ' https://x',
  ])('are no links unless they are http or https: %s', (address) => {
    expect(safeWebUrl(address)).toBeUndefined();
  });

  test('of websites are links that lend nothing and say who wrote them', () => {
    const page = (website: string): string =>
      letterPage(aView(), aLetter(), {
        ...aFullSignatoryList(),
        organizations: { count: 1, groups: [{ signatories: [aSignatory({ website })] }] },
      });
    expect(page('https://example.org/a"b')).toContain(
      '<a href="https://example.org/a%22b" rel="nofollow ugc noopener">Harbor Families</a>',
    );
    expect(page('javascript:alert(1)')).not.toContain('javascript');
  });

  test('of phones are links only where nothing else is in them', () => {
    expect(telephoneUrl('(555) 555-0142')).toBe('tel:5555550142');
    expect(telephoneUrl('+52 55 5555 0142')).toBe('tel:+525555550142');
    expect(telephoneUrl('+49 (0)30 1234567')).toBe('tel:+49301234567');
    expect(telephoneUrl('+44 (0)20 7946 0018')).toBe('tel:+442079460018');
    expect(telephoneUrl('+39 06 1234 5678')).toBe('tel:+390612345678');
    expect(telephoneUrl('+999 12345')).toBe('tel:+99912345');
    expect(telephoneUrl('+49(0)30/1234567')).toBe('tel:+49301234567');
    expect(telephoneUrl('0049 30 1234567')).toBe('tel:+49301234567');
    expect(telephoneUrl('＋1 202\u2011555–0143')).toBe('tel:+12025550143');
    expect(telephoneUrl('555-555-0177, ext. 4')).toBe('tel:5555550177;ext=4');
    expect(telephoneUrl('+1 202 555 0143 x12')).toBe('tel:+12025550143;ext=12');
    expect(telephoneUrl('(+49) 30 1234567')).toBe('tel:+49301234567');
    expect(telephoneUrl('011 49 30 1234567')).toBe('tel:+49301234567');
    expect(telephoneUrl('011 123 4567')).toBe('tel:0111234567');
    expect(telephoneUrl('+1 (0)202 555 0143')).toBe('tel:+12025550143');
    expect(telephoneUrl('+52 1 55 5555 0142')).toBe('tel:+525555550142');
    expect(telephoneUrl('Tél. : 514 555-0142, poste 12')).toBe('tel:5145550142;ext=12');
    expect(telephoneUrl('Cell: 202 555 0143 (ext. 12)')).toBe('tel:2025550143;ext=12');
    expect(telephoneUrl('202 555 0143 (office)')).toBe('tel:2025550143');
    expect(telephoneUrl('011 15 5555 1234')).toBe('tel:0111555551234');
    expect(telephoneUrl('011 4321 5678')).toBe('tel:01143215678');
    expect(telephoneUrl('+225 (0)7 12 34 56 78')).toBe('tel:+2250712345678');
    expect(telephoneUrl('M: 202-555-0143')).toBe('tel:2025550143');
    expect(telephoneUrl('1 800 555 0100 (24/7)')).toBe('tel:18005550100');
    expect(telephoneUrl('Fax: 202 555 0143')).toBeUndefined();
    expect(telephoneUrl('202-555-0143 (fax)')).toBeUndefined();
    expect(telephoneUrl('1-800-LETTERS')).toBeUndefined();
    expect(telephoneUrl('555-0142 / 555-0143')).toBeUndefined();
    expect(telephoneUrl('5;tel=1')).toBeUndefined();
  });
});
