import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/show-sign-on.ts';
import { signOnResponseSchema } from '../../shared/http/response-schemas.ts';
import { detailsHash } from '../../shared/sign-on/ids.ts';
import { makeToken } from '../../shared/sign-on/tokens.ts';
import { aLog, aRequest, aToken, browserHeaders, callHandler, testLinkKeys } from '../support/api.ts';
import { aConfirmedSignOn, aSettings, aSignOn, slug, someDetails } from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';

const world: LinkTarget = { settings: aSettings(), signOn: undefined };
const { lines, log } = aLog();
const handler = newHandler({ ...linkDependencies(world), siteUrl: 'https://letters.example.org', log });

const shown = (token: string, more = {}) =>
  callHandler(handler, aRequest({ path: `/api/sign-ons/${token}`, parameters: { token }, ...more }));
const itsToken = () => aToken(world.signOn?.id ?? '', world.signOn?.nonce ?? '');
const json = async () => signOnResponseSchema.parse(JSON.parse((await shown(itsToken())).text));

beforeEach(() => {
  world.settings = aSettings();
  world.isTakenDown = false;
  world.signOn = aSignOn();
});

describe('a signer’s page', () => {
  test('shows what waits to be confirmed, and the buttons', async () => {
    expect(await json()).toEqual({
      campaign: slug,
      status: 'pending',
      shown: detailsHash(someDetails()),
      signOn: { kind: 'individual', ...someDetails() },
      actions: ['confirm', 'correct', 'not-me'],
    });
    const { status, text } = await shown(itsToken(), browserHeaders);
    expect(status).toBe(200);
    expect(text).toContain('Ana Ruiz');
    expect(text).toContain(`action="/api/sign-ons/${itsToken()}/confirm"`);
    expect(text).toContain(`value="${detailsHash(someDetails())}"`);
  });

  test('shows what is signed, with the button to withdraw', async () => {
    world.signOn = aConfirmedSignOn();
    expect(await json()).toMatchObject({ status: 'confirmed', actions: ['correct', 'withdraw'] });
  });

  test('offers only to withdraw after the campaign was taken down', async () => {
    world.isTakenDown = true;
    expect((await json()).actions).toEqual(['not-me']);
    world.signOn = aConfirmedSignOn();
    expect((await json()).actions).toEqual(['withdraw']);
    const { text } = await shown(itsToken(), browserHeaders);
    expect(text).toContain(`/withdraw"`);
    expect(text).not.toMatch(/\/(confirm|correct)"/);
  });

  test('shows a change that waits for confirmation; “It wasn’t me” would withdraw the signature, too', async () => {
    const submission = someDetails({ name: 'Ana Maria Ruiz' });
    world.signOn = { ...aConfirmedSignOn(), submission, submissionHash: detailsHash(submission) };
    const { signOn, actions } = await json();
    expect(signOn?.name).toBe('Ana Maria Ruiz');
    expect(actions).toEqual(['confirm', 'keep', 'correct', 'withdraw']);
  });

  describe('while a change that a stranger typed waits', () => {
    const submission = someDetails({ name: 'Alguien Más', language: 'es' });
    beforeEach(() => {
      world.signOn = { ...aConfirmedSignOn(), submission, submissionHash: detailsHash(submission) };
    });

    test('is in the language of what is signed, with a button to keep it', async () => {
      const { text } = await shown(itsToken(), browserHeaders);
      expect(text).toContain('<html lang="en"');
      expect(text).toContain('Alguien Más');
      expect(text).toMatch(/action="[^"]*\/keep"><button[^>]*>Keep my signature as it is</);
      expect(text).not.toMatch(/Confirm[ea] (su|este)|Nombre/);
    });

    test('shows what is signed when the change can no longer be confirmed', async () => {
      world.settings = aSettings({ closesAt: '2026-11-01T12:00:00.000Z' });
      expect(await json()).toMatchObject({ signOn: { name: 'Ana Ruiz' }, actions: ['correct', 'withdraw'] });
      world.settings = aSettings();
      world.isTakenDown = true;
      expect(await json()).toMatchObject({ signOn: { name: 'Ana Ruiz' }, actions: ['withdraw'] });
      expect((await shown(itsToken(), browserHeaders)).text).not.toContain('Alguien Más');
    });

    test('has no such button if the words are already signed', async () => {
      const signed = aConfirmedSignOn();
      world.signOn = { ...signed, submission: signed.signed, submissionHash: signed.signedHash };
      expect((await json()).actions).toEqual(['correct', 'withdraw']);
    });
  });

  test('shows the words that an organizer has to approve, and not after a take-down', async () => {
    const proposed = someDetails({ name: 'Ana Vega', city: 'Port Alder' });
    world.signOn = { ...aConfirmedSignOn(), proposed, proposedAt: '2026-11-02T12:00:00.000Z' };
    const text = async () => (await shown(itsToken(), browserHeaders)).text;
    expect(await text()).toMatch(/You changed:.*Port Alder.*Ana Vega/s);
    world.isTakenDown = true;
    expect(await text()).not.toContain('Ana Vega');
  });

  test('mentions signing again only while there is a form', async () => {
    const { submission, submissionHash, ...denied } = aSignOn({ status: 'withdrawn' });
    const states = [
      aConfirmedSignOn(),
      aConfirmedSignOn({ status: 'withdrawn', eligible: 'no', submission: undefined }),
      denied,
    ];
    const spoken = async () => {
      const texts: boolean[] = [];
      for (const signOn of states) {
        world.signOn = signOn;
        texts.push(/sign again/.test((await shown(itsToken(), browserHeaders)).text));
      }
      return texts;
    };
    expect(await spoken()).toEqual([true, true, true]);
    world.isTakenDown = true;
    expect(await spoken()).toEqual([false, false, false]);
    world.isTakenDown = false;
    world.settings = aSettings({ closesAt: '2026-11-01T12:00:00.000Z' });
    expect(await spoken()).toEqual([false, false, false]);
  });

  test('offers a new confirmation after a withdrawal only if there is something to confirm', async () => {
    const { submission, submissionHash, ...withdrawn } = aConfirmedSignOn({
      status: 'withdrawn',
      eligible: 'no',
    });
    world.signOn = withdrawn;
    expect((await json()).actions).toEqual([]);
    world.signOn = aSignOn({ status: 'withdrawn' });
    expect((await json()).actions).toEqual(['confirm', 'correct', 'not-me']);
  });

  test('says of a denied sign-on only that there is none, in the language of the browser', async () => {
    const { submission, submissionHash, ...left } = aSignOn({ status: 'withdrawn' });
    world.signOn = left;
    expect(await json()).toEqual({ campaign: slug, status: 'withdrawn', actions: [] });
    const { status, text } = await shown(itsToken(), browserHeaders);
    expect(status).toBe(200);
    expect(text).toContain('Nothing is signed with your address');
    for (const [language, words] of [
      ['fr-CA,fr;q=0.9', 'Il n’y a aucune signature avec votre adresse'],
      ['de', 'Nothing is signed with your address'],
    ]) {
      const headers = { ...browserHeaders.headers, 'accept-language': language };
      expect((await shown(itsToken(), { headers })).text).toContain(words);
    }
  });

  test('offers nothing for a rejected sign-on', async () => {
    world.signOn = aConfirmedSignOn({ status: 'rejected', eligible: 'no' });
    expect((await json()).actions).toEqual([]);
  });

  test('offers no confirmation more than a day after the close', async () => {
    world.settings = aSettings({ closesAt: '2026-11-01T12:00:00.000Z' });
    expect((await json()).actions).toEqual(['correct', 'not-me']);
    world.settings = aSettings({ closesAt: '2026-11-01T12:01:00.000Z' });
    expect((await json()).actions).toEqual(['confirm', 'correct', 'not-me']);
  });

  test('never shows an address', async () => {
    expect((await shown(itsToken())).text).not.toContain('@');
    expect((await shown(itsToken(), browserHeaders)).text).not.toContain('ana@');
  });
});

describe('an invalid link', () => {
  const broken: [string, () => string][] = [
    ['is no token', () => 'abc'],
    ['is empty', () => ''],
    ['has lost its end', () => itsToken().slice(0, -1)],
    ['is signed for another row', () => aToken(world.signOn?.id ?? '', 'another-nonce')],
    ['is for another purpose', () => aToken(world.signOn?.id ?? '', 'a-nonce', 'unsubscribe')],
    ['leads to no row', () => aToken('0'.repeat(32), 'a-nonce')],
    [
      'is signed with a key that we do not have',
      () =>
        makeToken(
          { ...testLinkKeys, current: 'k2', keys: { k2: 'x'.repeat(32) } },
          { purpose: 'sign-on', slug, id: world.signOn?.id ?? '' },
          'a-nonce',
        ),
    ],
    ['has a key id that objects know', () => itsToken().replace(/^k1/, 'constructor')],
    ['is very long', () => 'k1.s.'.concat('a'.repeat(5000))],
  ];

  test.each(broken)('because it %s is not found', async (_, token) => {
    const { status, text } = await shown(token());
    expect(status).toBe(404);
    expect(JSON.parse(text).type).toBe('/problems/not-found');
  });

  test('leads to the letter, where the signer can sign again', async () => {
    const token = aToken('0'.repeat(32), 'a-nonce');
    expect(JSON.parse((await shown(token)).text).letter).toBe(`/${slug}/`);
    expect((await shown(token, browserHeaders)).text).toContain(`href="/${slug}/"`);
  });

  test('also leads there if it is cut off, or has text after it', async () => {
    const token = itsToken();
    const afterSlug = token.indexOf(slug) + slug.length + 1;
    for (let length = afterSlug; length < token.length; length++)
      for (const wrong of [token.slice(0, length), `${token.slice(0, length)}B`]) {
        const { status, text } = await shown(wrong);
        expect([status, JSON.parse(text).letter]).toEqual([404, `/${slug}/`]);
      }
    // Half a slug may be another's.
    expect(JSON.parse((await shown(token.slice(0, afterSlug - 1))).text)).not.toHaveProperty('letter');
  });

  test('leads nowhere for a campaign that does not exist', async () => {
    const token = makeToken(
      testLinkKeys,
      { purpose: 'sign-on', slug: 'other-trees', id: '0'.repeat(32) },
      'a-nonce',
    );
    expect(JSON.parse((await shown(token)).text)).not.toHaveProperty('letter');
  });

  test('is not logged', async () => {
    await shown(itsToken());
    await shown('abc');
    expect(JSON.stringify(lines)).not.toContain(itsToken());
  });
});

describe('the page behind an invitation', () => {
  const invited = {
    slug,
    id: 'b'.repeat(32),
    organization: 'Dock Choir',
    email: 'choir@example.org',
    nonce: 'x',
  };
  const invitation = (token: string, more = {}) =>
    callHandler(handler, aRequest({ path: `/api/invitations/${token}`, parameters: { token }, ...more }));
  const its = () => aToken(invited.id, invited.nonce, 'invitation');

  beforeEach(() => {
    world.invited = invited;
  });

  test('is the form with the name, and shows no address', async () => {
    const { status, text } = await invitation(its(), browserHeaders);
    expect(status).toBe(200);
    expect(text).toContain('Shoreline Coalition invites Dock Choir to sign this letter.');
    expect(text).toMatch(/name="organizationName"[^>]* value="Dock Choir"/);
    expect(text).toContain(`name="source" value="invited.${invited.id}"`);
    expect(text).toContain('Read the letter first');
    expect(text).not.toContain('choir@example.org');
    expect(JSON.parse((await invitation(its())).text)).toEqual({
      campaign: slug,
      organizationName: 'Dock Choir',
    });
  });

  test('says so where nobody can sign, and has no form then', async () => {
    world.isTakenDown = true;
    const { status, text } = await invitation(its(), browserHeaders);
    expect([status, text.includes('This letter was taken down')]).toEqual([410, true]);
    expect(text).not.toContain('name="organizationName"');
    expect(text).not.toContain('Dock Choir');
  });

  test('has only its own link, and no other page has it', async () => {
    const tokens = [
      aToken(invited.id, 'another', 'invitation'),
      aToken(invited.id, invited.nonce, 'invited'),
      aToken(invited.id, invited.nonce, 'sign-on'),
      itsToken(),
      'abc',
    ];
    for (const token of tokens) expect((await invitation(token)).status).toBe(404);
    expect((await shown(its())).status).toBe(404);
    world.invited = { ...invited, id: 'c'.repeat(32) };
    expect((await invitation(its())).status).toBe(404);
  });
});
