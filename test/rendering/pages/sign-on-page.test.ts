import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '../../../shared/campaign/localized-settings.ts';
import { signOnPage } from '../../../shared/rendering/pages/sign-on-page.tsx';
import { unsubscribePage } from '../../../shared/rendering/pages/unsubscribe-page.tsx';
import { aBranding, aCampaign, anOrganization, aPerson, siteUrl } from '../../support/builders.ts';
import { visibleText } from './html.ts';

type Props = Parameters<typeof signOnPage>[0];

const pageOf = (changed: Partial<Props>): string =>
  signOnPage({
    settings: aCampaign(),
    siteUrl,
    kind: 'organization',
    status: 'pending',
    shown: anOrganization(),
    shownHash: 'the-hash',
    actions: ['confirm', 'not-me'],
    token: 'the.token',
    isChange: false,
    isDuplicate: false,
    ...changed,
  });

describe('the page behind a signer’s link', () => {
  test('shows what would be printed apart from what only the organizers see', () => {
    const [printed = '', hidden = ''] = visibleText(pageOf({})).split('Only the organizers can see this');
    expect(printed).toContain('Harbor Families Harbor City, New York, United States');
    expect(printed).not.toContain('Ana Ruiz');
    expect(hidden).toContain('Your name Ana Ruiz Your title or role Director');
  });

  test('prints initials where somebody chose them, and nobody where they chose so', () => {
    const person = (publicName: 'initials' | 'withheld') =>
      visibleText(pageOf({ kind: 'individual', shown: aPerson({ publicName }) })).split(
        'Only the organizers',
      )[0];
    expect(person('initials')).toContain('N. B. Harbor City');
    expect(person('initials')).not.toContain('Noor');
    expect(person('withheld')).toContain('Your name will not appear. Your signature will only be counted');
    expect(person('withheld')).not.toContain('Noor');
  });

  test('says that a signature will be listed before publication until it is', () => {
    const listed = 'listed as soon as your signature counts';
    const shown = { ...anOrganization(), showSignatories: 'always' as const };
    const text = (changed: Partial<Props>) => visibleText(pageOf({ shown, ...changed }));
    expect(text({})).toContain(listed);
    expect(text({ status: 'confirmed', isInReview: true })).toContain(listed);
    expect(text({ status: 'confirmed', actions: ['withdraw'] })).not.toContain(listed);
  });

  test('confirms by a button only, together with what was shown', () => {
    const page = pageOf({});
    expect(page).toContain('<form class="action" method="post" action="/api/sign-ons/the.token/confirm">');
    expect(page).toContain('<input type="hidden" name="shown" value="the-hash"/>');
    expect(page).not.toContain('href="/api/');
  });

  test('has a button for each thing that can be done, and no other', () => {
    const actionsIn = (page: string) =>
      [...page.matchAll(/action="\/api\/sign-ons\/the\.token\/([\w-]+)"/g)].map(([, name]) => name);
    expect(actionsIn(pageOf({}))).toEqual(['confirm', 'not-me']);
    expect(actionsIn(pageOf({ status: 'confirmed', actions: ['withdraw'] }))).toEqual(['withdraw']);
    expect(actionsIn(pageOf({ status: 'rejected', actions: [] }))).toEqual([]);
  });

  test.each<[string, Partial<Props>]>([
    ['Confirm your change', { status: 'confirmed', isChange: true, actions: ['confirm', 'withdraw'] }],
    ['You have confirmed your signature, and it counts.', { status: 'confirmed', actions: ['withdraw'] }],
    ['It does not count at the moment', { status: 'confirmed', actions: ['withdraw'], isDuplicate: true }],
    ['Your signature is withdrawn', { status: 'withdrawn', actions: [] }],
    ['Confirm your signature', { status: 'withdrawn', actions: ['confirm', 'not-me'] }],
    ['Your signature was not accepted', { status: 'rejected', actions: [] }],
  ])('says where the signature stands: %s', (words, changed) => {
    expect(visibleText(pageOf(changed))).toContain(words);
  });

  test.each<[string, Partial<Props>]>([
    ['withdrawn', { status: 'withdrawn', actions: [] }],
    ['not accepted', { status: 'rejected', actions: [] }],
    ['of a letter that was taken down', { status: 'confirmed', actions: ['withdraw'], isTakenDown: true }],
    [
      'of a letter that was taken down, unconfirmed',
      { status: 'pending', actions: ['not-me'], isTakenDown: true },
    ],
    ['unconfirmed when signing closed', { status: 'pending', actions: ['correct', 'not-me'] }],
    [
      'of an older letter, after signing closed',
      { status: 'confirmed', actions: ['withdraw'], mustAgreeAgain: true },
    ],
  ])('does not say that a signature appears that is %s', (_state, changed) => {
    const text = visibleText(pageOf({ ...changed, canSignAgain: false }));
    expect(text).not.toMatch(/will appear|appears|it counts/);
    expect(text).toContain('These details are not public. Only the organizers can see them.');
    expect(text).toContain('Harbor Families');
  });

  test.each<[string, Partial<Props>]>([
    ['How your signature will appear', { status: 'pending' }],
    ['will appear when it counts', { status: 'confirmed', isInReview: true, actions: ['withdraw'] }],
    ['would appear if it counted', { status: 'confirmed', isDuplicate: true, actions: ['withdraw'] }],
    ['appears on the published letter', { status: 'confirmed', actions: ['withdraw'] }],
  ])('says whether a signature appears already: %s', (words, changed) => {
    expect(visibleText(pageOf(changed))).toContain(words);
  });

  test('asks nobody to press a button that is not there', () => {
    const text = visibleText(pageOf({ status: 'pending', actions: ['correct', 'not-me'] }));
    expect(text).toContain('You did not confirm your signature before signing closed');
    expect(text).not.toContain('press “Confirm and sign”');
  });

  test('says “no longer counted” only of a signature that counts', () => {
    const text = (changed: Partial<Props>) =>
      visibleText(pageOf({ status: 'confirmed', actions: ['withdraw'], ...changed }));
    expect(text({})).toContain('will no longer be counted');
    for (const changed of [{ isInReview: true }, { isDuplicate: true }, { mustAgreeAgain: true }]) {
      expect(text(changed)).not.toContain('no longer be counted');
      expect(text(changed)).toContain('Your signature will not be counted or listed.');
    }
  });

  test('says that a withheld name counts only once it does', () => {
    const text = (changed: Partial<Props>) =>
      visibleText(
        pageOf({
          kind: 'individual',
          shown: aPerson({ publicName: 'withheld' }),
          status: 'confirmed',
          actions: ['withdraw'],
          ...changed,
        }),
      );
    expect(text({})).toContain('Your signature counts, and your name does not appear');
    expect(text({ isInReview: true })).not.toContain('Your signature counts');
  });

  test('shows what a change that waits for an organizer would print', () => {
    const page = visibleText(
      pageOf({
        status: 'confirmed',
        actions: ['keep', 'correct', 'withdraw'],
        correctable: anOrganization({ organizationName: 'Harbor Families United' }),
        waitingChange: ['organizationName'],
        saved: ['organizationName'],
      }),
    );
    expect(page).toContain('The organizers review it before it is published.');
    expect(page).toContain('You changed: Organization name: Harbor Families United');
    expect(page).not.toContain('Your corrections are saved');
  });

  test('says what a correction changed, with the values as they are now', () => {
    const { website: _, ...now } = anOrganization({ name: 'Ana Ruiz-Vega' });
    const page = (saved: string[]) =>
      visibleText(pageOf({ status: 'confirmed', actions: ['correct'], shown: now, correctable: now, saved }));
    expect(page(['name', 'website'])).toContain(
      'Your corrections are saved You changed: Website: removed Your name: Ana Ruiz-Vega',
    );
    expect(page([''])).toContain('You changed nothing');
    expect(page(['<b>nonsense</b>', 'constructor'])).toContain('You changed nothing');
  });

  test('speaks the signer’s language, and marks the campaign’s words as theirs', () => {
    const page = pageOf({ shown: anOrganization({ language: 'es' }) });
    expect(page).toContain('<html lang="es"');
    expect(page).toContain('<a href="/harbor-trees/es/" lang="en">');
    expect(visibleText(page)).toContain('Confirme su firma');
  });

  test('names its letter once', () => {
    expect(visibleText(pageOf({})).split(aCampaign().title)).toHaveLength(2);
  });

  test('is for nobody else: not indexed, and its address goes nowhere', () => {
    expect(pageOf({})).toContain('<meta name="robots" content="noindex"/>');
    expect(pageOf({})).toContain('<meta name="referrer" content="same-origin"/>');
    expect(pageOf({})).not.toContain('canonical');
  });
});

describe('the page behind an unsubscribe link', () => {
  const page = (done?: 'letter' | 'site'): string =>
    unsubscribePage({
      token: 'the.token',
      settings: inLanguage(aCampaign({ title: 'Trees', branding: aBranding }), 'en'),
      done,
    });

  test('unsubscribes by a button only', () => {
    expect(page()).toContain('<form method="post" action="/api/unsubscribe/the.token">');
    expect(page()).toContain('<form method="post" action="/api/unsubscribe/the.token?all=yes">');
  });

  test('shows whose emails they are', () => {
    expect(page()).toContain(`alt="${aCampaign().sender.name}"`);
    expect(page()).toContain('<a href="/harbor-trees/">Trees</a>');
  });

  test('says that it is done, and that a signature stays', () => {
    expect(visibleText(page('letter'))).toContain('no more emails about the letter “Trees”');
    expect(page('letter')).toContain('?all=yes');
    expect(page('site')).not.toContain('<form');
    expect(visibleText(page('site'))).toContain('If you have signed, your signature stays.');
  });
});
