import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/confirm-sign-on.ts';
import type { ConfirmInput, ConfirmOutcome } from '../../shared/operations/signing/confirm.ts';
import { aLog, aRequest, asForm, asJson, aToken, callHandler, testNow } from '../support/api.ts';
import { addressKey, aSettings, aSignOn, slug, someDetails } from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';

const world: LinkTarget = { settings: aSettings(), signOn: undefined };
let outcome: ConfirmOutcome;
let pressed: ConfirmInput[];
const handler = newHandler({
  ...linkDependencies(world),
  confirm: async (confirming) => {
    pressed.push(confirming);
    return outcome;
  },
  newUlid: () => '01JD0000000000000000000000',
  addressKey,
  ...aLog(),
});

const confirmed = (
  body: Parameters<typeof aRequest>[0] = {},
  token = aToken(world.signOn?.id ?? '', 'a-nonce'),
) => callHandler(handler, aRequest({ method: 'POST', parameters: { token }, ...body }));

beforeEach(() => {
  world.signOn = aSignOn();
  outcome = 'confirmed';
  pressed = [];
});

describe('the button that confirms', () => {
  test('confirms what the page showed', async () => {
    await confirmed(asForm({ shown: 'a-hash' }));
    expect(pressed).toMatchObject([
      { settings: { slug }, signOn: world.signOn, shownHash: 'a-hash', now: testNow },
    ]);
  });

  test('works without what was shown, for programs', async () => {
    expect((await confirmed()).status).toBe(200);
    expect((await confirmed(asJson({}))).status).toBe(200);
    expect(pressed.map(({ shownHash }) => shownHash)).toEqual([undefined, undefined]);
  });

  test.each([
    ['confirmed', 'signed'],
    ['already-confirmed', 'signed'],
    ['corrected', 'signed'],
    ['waiting-for-review', 'waiting'],
    ['already-signed-by-organization', 'already-signed'],
  ] as const)('answers %s, and sends a browser to %s/', async (answer, path) => {
    outcome = answer;
    const { status, text } = await confirmed(asJson({}));
    expect([status, JSON.parse(text)]).toEqual([200, { status: answer }]);
    const browser = await confirmed(asForm({}));
    expect([browser.status, browser.headers.location]).toEqual([303, `/${slug}/${path}/`]);
  });

  test('redirects, and refuses, in the signer’s language', async () => {
    world.signOn = aSignOn({ submission: someDetails({ language: 'es' }) });
    expect((await confirmed(asForm({}))).headers.location).toBe(`/${slug}/es/signed/`);
    outcome = 'closed';
    const { text } = await confirmed(asForm({}));
    expect(text).toContain('<html lang="es"');
    expect(text).toContain(`href="/${slug}/es/"`);
  });

  test.each([
    ['changed', 'changed'],
    ['closed', 'closed'],
    ['withdrawn', 'changed'],
    ['rejected', 'changed'],
  ] as const)('of what is %s is refused as %s', async (answer, type) => {
    outcome = answer;
    const { status, text } = await confirmed(asJson({}));
    expect(status).toBe(409);
    expect(JSON.parse(text)).toMatchObject({ type: `/problems/${type}`, letter: `/${slug}/` });
    const browser = await confirmed(asForm({}));
    expect(browser.status).toBe(409);
    expect(browser.text).toContain('<!DOCTYPE html>');
  });

  test('finds no sign-on that has expired', async () => {
    outcome = 'expired';
    expect((await confirmed()).status).toBe(404);
  });

  test('does nothing for an invalid link', async () => {
    expect((await confirmed({}, aToken(world.signOn?.id ?? '', 'another-nonce'))).status).toBe(404);
    expect((await confirmed({}, aToken(world.signOn?.id ?? '', 'a-nonce', 'unsubscribe'))).status).toBe(404);
    expect(pressed).toEqual([]);
  });

  test('accepts only what was shown', async () => {
    expect((await confirmed(asJson({ shown: 1 }))).status).toBe(422);
    expect((await confirmed(asJson({ name: 'Eva' }))).status).toBe(422);
    expect(
      (
        await confirmed(
          asForm([
            ['shown', 'a'],
            ['shown', 'b'],
          ]),
        )
      ).status,
    ).toBe(422);
    expect(pressed).toEqual([]);
  });
});

test('nothing can be confirmed after the campaign was taken down', async () => {
  world.isTakenDown = true;
  const { status, text } = await confirmed();
  expect([status, JSON.parse(text).type, pressed]).toEqual([409, '/problems/closed', []]);
  expect(JSON.parse(text).title).toBe('This letter was taken down');
  world.isTakenDown = false;
});
