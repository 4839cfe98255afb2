import { describe, expect, test } from '@jest/globals';
import { askedAgainMail } from '../../../shared/mail/templates/asked-again.tsx';
import { confirmMail } from '../../../shared/mail/templates/confirm.tsx';
import { confirmChangeMail } from '../../../shared/mail/templates/confirm-change.tsx';
import { publishedMail } from '../../../shared/mail/templates/published.tsx';
import { releaseMail } from '../../../shared/mail/templates/release.tsx';
import { reminderMail } from '../../../shared/mail/templates/reminder.tsx';
import { typedInMail } from '../../../shared/mail/templates/signer.ts';
import { releaseText } from '../../../shared/rendering/document/plain-text.ts';
import { aCampaign, anOrganization, aPerson, siteUrl } from '../../support/builders.ts';
import { aRelease } from '../../support/sample-texts.ts';

const data = {
  settings: aCampaign(),
  kind: 'organization' as const,
  details: anOrganization(),
  link: `${siteUrl}/api/sign-ons/the.token`,
  unsubscribeLink: `${siteUrl}/api/unsubscribe/other.token`,
};
const urls = { letterUrl: siteUrl, releaseUrl: siteUrl, shareUrl: `${siteUrl}/harbor-trees/share/` };
const person = { ...data, kind: 'individual' as const, details: aPerson() };

test('the email about the publication and the question about a changed letter also name the organization in the subject', () => {
  const figures = { organizations: 2, individuals: 0, ...urls };
  const { title } = data.settings;
  expect(publishedMail({ ...data, ...figures }).subject).toBe(
    `Published: ${title} (signed for Harbor Families)`,
  );
  expect(publishedMail({ ...person, ...figures }).subject).toBe(`Published: ${title}`);
  for (const isReminder of [false, true])
    expect(askedAgainMail({ ...data, letterUrl: siteUrl, isReminder }).subject).toContain(
      'letter you signed for Harbor Families has changed',
    );
});

test('no host and no telephone number in a typed text becomes a link in a mail program, whatever its signs', () => {
  for (const dot of ['.', '。', '．', '｡', '․'])
    expect(typedInMail(`login${dot}example`)).toBe(`login${dot}\u200Bexample`);
  for (const number of [
    '518-555-0142',
    '518–555–0142',
    '518•555•0142',
    '518/555/0142',
    '+５１８ ５５５ ０１４２',
  ])
    expect(typedInMail(`Call ${number} now`)).not.toMatch(/\p{Nd}{2}|\p{Nd}[^\u200B]?\p{Nd}/u);
  expect(typedInMail('Local 4412, A.C. – 12/25')).toBe('Local 4412, A.C. – 12/25');
});

describe('the email with the confirmation link', () => {
  test('says what was typed, and names the organization in the subject', () => {
    const { subject, text } = confirmMail(data);
    expect(subject).toBe('Confirm your signature for Harbor Families');
    expect(text).toContain('Organization name: Harbor Families\nYour name: Ana Ruiz');
    expect(text).toContain('Review and confirm:\nhttps://letters.example.org/api/sign-ons/the.token\n');
  });

  test('is in the language of the filled-in form', () => {
    expect(confirmMail({ ...data, details: anOrganization({ language: 'es' }) }).text).toContain(
      'Confirme su firma',
    );
  });

  test('has a subject of one line, whatever the title is', () => {
    const settings = aCampaign({ title: 'Trees\r\nBcc: everybody@example.org' });
    expect(confirmMail({ ...person, settings }).subject).toBe(
      'Confirm your signature: Trees Bcc: everybody@example.org',
    );
  });

  test.each([
    ['two organizations are two subjects', 'Dock Workers United', 'for Dock Workers United'],
    ['a sign for both genders', 'Vecin@s Unid@s', 'for Vecin@s Unid@s'],
    ['initials before a slash', 'D.O.C.K./Harbor', 'for D.O.C.K./Harbor'],
    ['a dot, a slash and an acronym are a name', 'X.org (AFL/CIO)', 'for X.org (AFL/CIO)'],
    ['a line break is a space', 'Harbor\r\nBcc: x', 'for Harbor Bcc: x'],
    ['a link is no link', 'URGENT: verify https://login.example/x now', 'for URGENT: verify … now'],
    ['neither is a bare one', 'See www.login.example or login.example/x', 'for See … or …'],
    ['nor an address', 'Write to help@login.example', 'for Write to …'],
    ['nor one behind a mark that reorders', 'See \u202ehttps://login.example', 'for See …'],
    ['nor one that a mark parts', 'See https:\u202e//login.example', 'for See …'],
    ['a message is cut', 'word '.repeat(40), `for ${'word '.repeat(7)}wor… ${'word '.repeat(3).trim()}`],
    [
      'a long name keeps the end, where locals differ',
      'Amalgamated Association of Harbor, Dock and Ferry Employees, Local 4412',
      'for Amalgamated Association of Harbor, Doc… Local 4412',
    ],
  ])('is safe with what a stranger typed in its subject: %s', (_what, organizationName, words) => {
    const details = anOrganization({ organizationName });
    for (const mail of [confirmMail, (from: typeof data) => reminderMail({ ...from, isLast: false })]) {
      const { subject } = mail({ ...data, details });
      expect(subject.toLowerCase()).toContain(`confirm your signature ${words}`.toLowerCase());
      expect(subject.length).toBeLessThanOrEqual('Reminder to confirm your signature for '.length + 60);
    }
  });

  test.each(['login.example', 'Your Bank (secure.login.example)', 'X.org', 'puerto.méxico'])(
    'has no host in its text that a mail program would turn into a link, for %j',
    (organizationName) => {
      const { text, html } = confirmMail({ ...data, details: anOrganization({ organizationName }) });
      const shown = organizationName.replaceAll('.', '.\u200B');
      for (const part of [text, html]) {
        expect(part).toContain(shown);
        expect(part).not.toContain(organizationName);
      }
    },
  );

  test('is short, and has no number to call, whatever a stranger typed', () => {
    const organizationName = `Your mailbox is full. Call 1-800-555-0142 now, or all of your mail is lost. ${'Hurry! '.repeat(16)}`;
    const name = 'Ana +1 (518) 555-0142';
    const { text } = confirmMail({ ...data, details: anOrganization({ organizationName, name }) });
    const [, words = ''] = /Organization name: (.*)/.exec(text) ?? [];
    expect(words.replaceAll('\u200B', '').length).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/\d{3}-\d{4}|\(518\)/);
    const changed = anOrganization({ website: 'https://login.example/x' });
    const change = confirmChangeMail({ ...data, details: changed, signed: anOrganization() });
    expect(change.text).not.toContain('login.example');
  });

  test('uses the title if nothing of a name is left', () => {
    const details = anOrganization({ organizationName: 'https://login.example/x' });
    expect(confirmMail({ ...data, details }).subject).toBe(`Confirm your signature: ${data.settings.title}`);
  });
});

describe('the email that asks to confirm a change', () => {
  test('shows each field that differs, before and after, and no other', () => {
    const { website: _, ...signed } = anOrganization({ name: 'Anna Ruiz' });
    const { text } = confirmChangeMail({ ...data, signed });
    expect(text).toContain(
      'Website: nothing → harbor-families.\u200Bexample.\u200Borg\nYour name: Anna Ruiz → Ana Ruiz\n',
    );
    expect(text).not.toContain('City or town');
  });

  test('says who signs if no printed field differs', () => {
    const { text } = confirmChangeMail({ ...data, signed: anOrganization({ language: 'es' }) });
    expect(text).toContain('Organization name: Harbor Families');
  });
});

describe('the email about the publication', () => {
  test('leads to what can be shared', () => {
    const { text, html } = publishedMail({ ...data, organizations: 2, individuals: 0, ...urls });
    expect(text).toContain(`Share the letter:\n${urls.shareUrl}\n`);
    expect(html).toContain(`href="${urls.shareUrl}"`);
  });

  test.each([
    [1, 0, 'signed by 1 organization.'],
    [171, 1, 'signed by 171 organizations and 1 person.'],
    [0, 1234, 'signed by 1,234 people.'],
  ])('counts %i organizations and %i people', (organizations, individuals, words) => {
    const mail = publishedMail({
      ...data,
      organizations,
      individuals,
      ...urls,
    });
    expect(mail.text).toContain(words);
  });
});

describe('the email to the press', () => {
  const release = aRelease();
  const mail = (contactName?: string) =>
    releaseMail({
      settings: data.settings,
      release,
      letterUrl: `${siteUrl}/harbor-trees/letter/`,
      releaseUrl: `${siteUrl}/harbor-trees/release/`,
      ...(contactName !== undefined && { contactName }),
      unsubscribeLink: data.unsubscribeLink,
    });

  test('has the headline as its subject, and contains the complete release', () => {
    expect(mail().subject).toBe(release.headline);
    expect(mail().text.startsWith(releaseText(release).trimEnd())).toBe(true);
  });

  test('links to letter and release after the end mark', () => {
    const after = mail().text.split('###')[1] ?? '';
    expect(after).toContain(`${siteUrl}/harbor-trees/letter/`);
    expect(after).toContain(`${siteUrl}/harbor-trees/release/`);
  });

  test('says why this journalist gets it, by name if the list has one', () => {
    expect(mail('Iris\nLund').text).toContain('because Iris Lund is on its press list.');
    expect(mail().text).toContain('because this address is on its press list.');
  });
});
