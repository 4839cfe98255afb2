import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readForm } from '../../shared/http/form.ts';
import { en } from '../../shared/i18n/en.ts';
import { es } from '../../shared/i18n/es.ts';
import { refusalCodes } from '../../shared/sign-on/field-refusals.ts';
import { detailsSchema } from '../../shared/sign-on/sign-on.ts';
import { readSubmission } from '../../shared/sign-on/submission.ts';
import { aSettings } from '../support/records.ts';
import { runs } from '../support/suite.ts';

const both = aSettings();
const organizationsOnly = aSettings({ signatories: { organizations: true, individuals: false } });
const individualsOnly = aSettings({ signatories: { organizations: false, individuals: true } });

const anOrganization = {
  kind: 'organization',
  organizationName: 'Harbor Families',
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  authorized: true,
};
const aPerson = { kind: 'individual', name: 'Ana Ruiz', email: 'ana@example.org' };

const accepted = (body: Record<string, unknown>, settings = both) => {
  const read = readSubmission(body, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read;
};
const refused = (body: Record<string, unknown>, settings = both) => {
  const read = readSubmission(body, settings);
  return read.ok ? [] : read.errors.map(({ field, code }) => `${field}: ${code}`);
};

describe('an organization’s submission', () => {
  test('is accepted with only the required fields', () => {
    expect(accepted(anOrganization)).toEqual({
      ok: true,
      kind: 'organization',
      email: 'ana@example.org',
      details: { organizationName: 'Harbor Families', name: 'Ana Ruiz', language: 'en' },
    });
  });

  test('is accepted with all optional fields, in one normal form', () => {
    const { details } = accepted({
      ...anOrganization,
      organizationName: '  Harbor Cafe\u0301  ',
      website: 'Example.org',
      scope: 'local',
      title: 'Director',
      city: 'Harbor City',
      region: 'New York',
      country: 'us',
      language: 'es',
    });
    expect(details).toEqual({
      organizationName: 'Harbor Café',
      website: 'https://example.org/',
      scope: 'local',
      name: 'Ana Ruiz',
      title: 'Director',
      city: 'Harbor City',
      region: 'New York',
      country: 'US',
      language: 'es',
    });
  });

  test('needs its name, the signer’s name and address, and the authorization', () => {
    expect(refused({ kind: 'organization' })).toEqual([
      'organizationName: required',
      'authorized: not-authorized',
      'name: required',
      'email: required',
    ]);
  });

  test.each([false, 'off', 'true', 1, '', null, ['on', 'on']])('is not authorized by %p', (authorized) => {
    expect(refused({ ...anOrganization, authorized })).toEqual(['authorized: not-authorized']);
  });

  test('ignores how a person would be named, which a form without script also sends', () => {
    expect(accepted({ ...anOrganization, publicName: 'full', authorized: 'on' }).details).not.toHaveProperty(
      'publicName',
    );
  });
});

describe('a person’s submission', () => {
  test('is accepted, with the full name shown by default', () => {
    expect(accepted(aPerson).details).toEqual({ name: 'Ana Ruiz', publicName: 'full', language: 'en' });
    expect(accepted({ ...aPerson, publicName: 'withheld' }).details.publicName).toBe('withheld');
  });

  test('ignores the choices for organizations', () => {
    expect(accepted({ ...aPerson, scope: 'local', authorized: 'on' }).details).not.toHaveProperty('scope');
  });

  test('is refused with an organization’s name or website, which would be lost', () => {
    expect(refused({ ...aPerson, organizationName: 'Harbor Families', website: 'example.org' })).toEqual([
      'organizationName: not-for-individuals',
      'website: not-for-individuals',
    ]);
    expect(refused({ ...aPerson, organizationName: ' ', website: '' })).toEqual([]);
  });
});

describe('the kind', () => {
  test('is required only if the campaign accepts both', () => {
    const { kind, ...organization } = anOrganization;
    expect(refused(organization)).toEqual(['kind: required']);
    expect(refused({ ...organization, kind: ' ' })).toEqual(['kind: required']);
    expect(accepted(organization, organizationsOnly).kind).toBe('organization');
    expect(accepted({ name: 'Ana', email: 'ana@example.org' }, individualsOnly).kind).toBe('individual');
  });

  test('must be one that the campaign accepts', () => {
    expect(refused(aPerson, organizationsOnly)).toContain('kind: invalid-choice');
    expect(refused({ ...aPerson, kind: 'group' })).toEqual(['kind: invalid-choice']);
    expect(refused({ ...aPerson, kind: ['individual', 'individual'] })).toEqual(['kind: invalid-choice']);
  });

  test('does not hide other errors if it is missing', () => {
    expect(refused({})).toEqual(['kind: required', 'name: required', 'email: required']);
  });
});

describe('a field', () => {
  test.each([
    ['a control character', 'Ana\u0000'],
    ['a line break inside', 'Ana\r\nBcc: b@example.org'],
    ['half a character', 'Ana \ud800'],
    ['a character that was not UTF-8', 'Ana \ufffd'],
    ['marks that turn the text around', 'Ana \u202eziuR'],
    ['a character without width', 'Ana\u200bRuiz'],
    ['a line separator', 'Ana\u2028Ruiz'],
    ['what is no character', 'Ana \ufffe Ruiz'],
    ['what is no character beyond the first plane', 'Ana Ruiz \u{10ffff}.'],
  ])('with %s is refused', (_, name) => {
    expect(refused({ ...aPerson, name })).toEqual(['name: control-characters']);
  });

  test('has a space for a tab, and no invisible characters at its ends', () => {
    const pasted = {
      ...anOrganization,
      organizationName: '\u2068Harbor\tFamilies\u2069',
      name: '\u200eAna Ruiz\ufeff',
      email: '\u200e\u2068ana@example.org\u2069',
    };
    expect(accepted(pasted)).toMatchObject({
      email: 'ana@example.org',
      details: { organizationName: 'Harbor Families', name: 'Ana Ruiz' },
    });
  });

  test.each([
    'ana＠example．org',
    'ａｎａ@example。org',
    'ana@exam\u00adple.org',
    'a\u200bna@example.\u2060org',
    'ana@\ufeffexample.org\ufffc',
  ])('has no invisible and no full-width signs if it is an address: %j', (email) => {
    expect(accepted({ ...aPerson, email }).email).toBe('ana@example.org');
  });

  test.each(['\u200b', '\u00ad', '\u200e'])(
    'with a website has no invisible character in it (%j)',
    (sign) => {
      const { details } = accepted({ ...anOrganization, website: `www.exam${sign}ple.org/a${sign}` });
      expect(details.website).toBe('https://www.example.org/a');
    },
  );

  test.each(['\u034f', '\u061c', '\u115f', '\u17b4', '\u180e', '\u200c\u200d', '\u{13437}', '\u{1d173}'])(
    'that is printed has no invisible character between two Latin letters (%j)',
    (sign) => {
      const typed = { organizationName: `Har${sign}bor E\u0301${sign}lan`, name: `Ana Ru${sign}iz` };
      expect(accepted({ ...anOrganization, ...typed, city: `Har${sign}bor City` }).details).toMatchObject({
        ...{ organizationName: 'Harbor Élan', name: 'Ana Ruiz', city: 'Harbor City' },
      });
    },
  );

  test.each([
    'می\u200cخواهیم',
    'क्\u200dष',
    '👩\u200d👩\u200d👧 Tree Party',
    '❤\ufe0f Harbor',
    'עמותה (NGO)\u200e 5',
  ])('that is printed keeps what joins or directs other letters: %j', (organizationName) => {
    expect(accepted({ ...anOrganization, organizationName }).details.organizationName).toBe(organizationName);
  });

  test('of thousands of invisible characters is refused at once', () => {
    const start = process.cpuUsage();
    for (const sign of ['\u034f', '\u200d', '\u0301\u034f', ' '])
      expect(refused({ ...aPerson, name: `Ana ${sign.repeat(7500)} Ruiz` })).toEqual(['name: too-long']);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
  });

  test.each(['\u3164', '\uffa0', '\u2800'])('has a space for a letter that is drawn as one (%j)', (blank) => {
    const details = { organizationName: 'Harbor Families' };
    expect(accepted({ ...anOrganization, organizationName: `Harbor${blank}Families` })).toMatchObject({
      details,
    });
  });

  test.each(['\u200e', '\u200f', '\u034f', '\u3164', '\u2800', '\u2800 \u3164', '\u0301'])(
    'that is a name and shows nothing (%j) is refused as missing',
    (invisible) => {
      expect(refused({ ...anOrganization, name: invisible, organizationName: invisible })).toEqual([
        'organizationName: required',
        'name: required',
      ]);
    },
  );

  test('with a name cannot be an email address, and the error says what belongs there', () => {
    expect(
      refused({ ...anOrganization, name: 'ana@example.org', organizationName: 'Harbor (ana@example.org)' }),
    ).toEqual(['organizationName: email-as-organization', 'name: email-as-name']);
    expect(refused({ ...aPerson, name: 'Ana Ruiz ana＠example.org' })).toEqual(['name: email-as-name']);
    expect(refused({ ...aPerson, city: 'ana@example.org', region: 'NY ana@example.org' })).toEqual([
      'city: email-in-field',
      'region: email-in-field',
    ]);
    expect(refused({ ...aPerson, title: 'See https://login.example/x' })).toEqual(['title: link-in-field']);
    for (const write of [en.errors['email-as-organization'], es.errors['email-as-organization']])
      expect(write('Name', {})).toMatch(/organization’s name|nombre de la organización/);
  });

  test.each(['URGENT: verify at https://login.example/x', 'www.example.org', 'example.org/news', 'a://b'])(
    'that is a name holds no link: %j',
    (name) => {
      expect(refused({ ...anOrganization, name, organizationName: name })).toEqual([
        'organizationName: link-in-name',
        'name: link-in-name',
      ]);
    },
  );

  test('with the country can be Kosovo', () => {
    expect(accepted({ ...aPerson, country: 'xk' }).details.country).toBe('XK');
  });

  test.each(['X.org', 'AFL/CIO', 'Harbor Group d/b/a Harbor Families'])('may be the name %j', (name) => {
    expect(accepted({ ...anOrganization, organizationName: name }).details.organizationName).toBe(name);
  });

  test.each([
    'María-José O’Neil',
    'Ярослав',
    '山田太郎',
    'نور الهدى',
    'श्री राम',
    'می\u200cخواهم',
    '👩‍👩‍👧',
    '!!!',
  ])('may be %s', (name) => {
    expect(accepted({ ...aPerson, name }).details.name).toBe(name);
  });

  test('has 200 bytes at most', () => {
    expect(refused({ ...aPerson, name: 'é'.repeat(100) })).toEqual([]);
    expect(refused({ ...aPerson, name: `${'é'.repeat(100)}e` })).toEqual(['name: too-long']);
    expect(refused({ ...aPerson, name: `  ${'a'.repeat(200)}  ` })).toEqual([]);
    const read = readSubmission({ ...aPerson, city: 'a'.repeat(201) }, both);
    expect(read).toEqual({ ok: false, errors: [{ field: 'city', code: 'too-long', params: { max: 200 } }] });
  });

  test.each(['', '   ', '\t\n', '\u00a0', '\u3164', '\u200b', null, undefined])(
    'that looks empty (%j) counts as absent',
    (empty) => {
      expect(accepted({ ...aPerson, city: empty }).details).not.toHaveProperty('city');
      expect(refused({ ...aPerson, name: empty })).toEqual(['name: required']);
    },
  );

  test.each([5, true, ['Ana', 'Eva'], { first: 'Ana' }])('is text, not %j', (name) => {
    expect(refused({ ...aPerson, name })).toEqual(['name: not-a-string']);
  });

  test('that the form does not have is refused, whatever its name', () => {
    const body: Record<string, unknown> = JSON.parse(
      '{"foo":1,"__proto__":{"a":1},"constructor":2,"id":"x"}',
    );
    expect(refused({ ...aPerson, foo: 1 })).toEqual(['foo: unknown-field']);
    for (const empty of ['', ' ', null])
      expect(refused({ ...aPerson, foo: empty })).toEqual(['foo: unknown-field']);
    expect(refused(Object.assign(Object.create(null), aPerson, body)).sort()).toEqual([
      '__proto__: unknown-field',
      'constructor: unknown-field',
      'foo: unknown-field',
      'id: unknown-field',
    ]);
  });

  test('is refused once, and thousands of unknown ones are not all listed', () => {
    const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`f${index}`, 1]));
    expect(refused({ ...many, ...aPerson })).toHaveLength(50);
  });

  test.each([
    ['scope', 'world'],
    ['publicName', 'nickname'],
    ['language', 'de'],
  ])('%s must be one of its choices, which the error names', (field, value) => {
    const read = readSubmission({ ...aPerson, [field]: value }, both);
    expect(read).toMatchObject({ ok: false, errors: [{ field, code: 'invalid-choice' }] });
    expect(!read.ok && read.errors[0]?.params?.choices?.length).toBeGreaterThan(1);
  });

  test.each(['ZZ', 'UK', 'EU', 'USA', 'United States', 'u'])('country is not %s', (country) => {
    expect(refused({ ...aPerson, country })).toEqual(['country: invalid-country']);
  });
});

describe('an address', () => {
  test.each([
    ['ana@example.org', 'ana@example.org'],
    [' Ana.Ruiz+letters@Mail.EXAMPLE.org\n', 'Ana.Ruiz+letters@mail.example.org'],
    ["o'neil_1%a@example.org", "o'neil_1%a@example.org"],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is accepted', (typed, email) => {
    expect(accepted({ ...aPerson, email: typed }).email).toBe(email);
  });

  test.each([
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@localhost',
    'ana@example.org.',
    'ana@.example.org',
    'ana@example..org',
    'ana@-example.org',
    'ana@exam_ple.org',
    'ana@192.0.2.1',
    'ana@[192.0.2.1]',
    'ana@0x7f.1',
    'ana@example.123',
    'ana@ex%61mple.org',
    'ana@example.org/x',
    'ana@example.org:25',
    'ana ruiz@example.org',
    '.ana@example.org',
    'ana.@example.org',
    'ana..ruiz@example.org',
    '"ana"@example.org',
    'ana(comment)@example.org',
    'ana@eva@example.org',
    'ana@example.org,eva@example.org',
    'ana@example.org;eva@example.org',
    'ana@example.org eva@example.org',
    'Ana <ana@example.org>',
    'mailto:ana@example.org',
    'añá@example.org',
    'ana\u2060@example.org'.replace('\u2060', '\u00a0'),
    `${'a'.repeat(65)}@example.org`,
    `ana@${'a'.repeat(64)}.org`,
    'ana@xn--.example',
  ])('%j is refused', (email) => {
    expect(refused({ ...aPerson, email })).toEqual(['email: invalid-email']);
  });

  test('cannot add a header to an email', () => {
    expect(refused({ ...aPerson, email: 'ana@example.org\r\nBcc: eva@example.org' })).toEqual([
      'email: control-characters',
    ]);
  });

  test('is always one ASCII address without anything around it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (email) => {
        const read = readSubmission({ ...aPerson, email }, both);
        if (read.ok) expect(read.email).toMatch(/^[!-?A-~]+@([a-z0-9-]+\.)+[a-z0-9-]+$/);
      }),
    );
  });
});

describe('a website', () => {
  test.each([
    ['example.org', 'https://example.org/'],
    ['www.Example.org/About', 'https://www.example.org/About'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://example.org/?a=1#b', 'https://example.org/?a=1#b'],
    ['example.org:8443/a', 'https://example.org:8443/a'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
  ])('%s becomes %s', (website, url) => {
    expect(accepted({ ...anOrganization, website }).details.website).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript://example.org/%0aalert(1)',
    'data:text/html,x',
    'mailto:ana@example.org',
    'ftp://example.org',
    'https://ana:secret@example.org',
    'https://example.org@example.com',
    'localhost',
    'http://192.0.2.1/',
    'https://[2001:db8::1]/',
    'https://2130706433/',
    'example',
    'our site',
    'example.org\\@example.com',
    'https://',
    'https://example.org/"onclick=',
  ])('%s is refused', (website) => {
    expect(refused({ ...anOrganization, website })).toEqual(['website: invalid-website']);
  });

  test('is refused if it grows over 200 bytes as a URL', () => {
    expect(refused({ ...anOrganization, website: `example.org/${'é'.repeat(90)}` })).toEqual([
      'website: too-long',
    ]);
  });

  test('is always an http(s) URL', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (website) => {
        const read = readSubmission({ ...anOrganization, website }, both);
        if (read.ok && read.details.website)
          expect(read.details.website).toMatch(/^https?:\/\/[a-z0-9.-]+\.[a-z]/);
      }),
    );
  });
});

describe('any input', () => {
  const settings = fc.constantFrom(both, organizationsOnly, individualsOnly);
  const names = fc.constantFrom(
    ...Object.keys({ ...detailsSchema.shape, kind: 1, email: 1, authorized: 1 }),
    'x',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'organization',
      'individual',
      'ana@example.org',
      'example.org',
      'US',
      'on',
      'local',
      'full',
      '',
    ),
    fc.jsonValue(),
  );

  const isAnAnswer = (body: Record<string, unknown>, campaign: typeof both) => {
    const read = readSubmission(body, campaign);
    if (!read.ok) {
      expect(read.errors.length).toBeGreaterThan(0);
      for (const { code } of read.errors) expect(refusalCodes).toContain(code);
      expect(new Set(read.errors.map(({ field }) => field)).size).toBe(read.errors.length);
      return;
    }
    expect(detailsSchema.safeParse(read.details).success).toBe(true);
    for (const value of [read.email, ...Object.values(read.details).map(String)]) {
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(200);
      expect(value).toBe(value.trim().normalize('NFC'));
      expect(value).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  };

  test('as JSON is refused with its field or accepted, without an exception', () => {
    fc.assert(fc.property(fc.dictionary(names, typed), settings, isAnAnswer), { numRuns: runs(300) });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), settings, isAnAnswer));
  });

  test('as a form is refused with its field or accepted, without an exception', () => {
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(pairs, settings, (form, campaign) => {
        const text = new URLSearchParams(
          form.map(([name, value]) => [name, value.toWellFormed()]),
        ).toString();
        isAnAnswer(readForm(text), campaign);
      }),
      { numRuns: runs(300) },
    );
  });

  test('does not change when it is read a second time', () => {
    const taken = accepted({ ...anOrganization, website: 'bücher.example', country: 'mx', scope: 'state' });
    const { language, ...details } = taken.details;
    const again = accepted({ kind: taken.kind, email: taken.email, authorized: 'on', language, ...details });
    expect(again).toEqual(taken);
  });
});
