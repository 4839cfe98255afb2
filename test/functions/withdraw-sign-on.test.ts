import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/withdraw-sign-on.ts';
import type { WithdrawInput } from '../../shared/operations/signing/withdraw-unchanged.ts';
import { aLog, aRequest, asForm, asJson, aToken, callHandler, testNow } from '../support/api.ts';
import { aConfirmedSignOn, aSettings, slug, someDetails } from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';

const world: LinkTarget = { settings: aSettings(), signOn: undefined };
let pressed: WithdrawInput[];
let emptied: WithdrawInput[];
const handler = newHandler({
  ...linkDependencies(world),
  withdraw: async (withdrawing) => {
    pressed.push(withdrawing);
    return 'withdrawn';
  },
  empty: async (input) => {
    emptied.push(input);
    return 'withdrawn';
  },
  newUlid: () => '01JD0000000000000000000000',
  ...aLog(),
});

const withdrawn = (body: Parameters<typeof aRequest>[0] = {}, nonce = 'a-nonce') =>
  callHandler(
    handler,
    aRequest({ method: 'POST', parameters: { token: aToken(world.signOn?.id ?? '', nonce) }, ...body }),
  );

beforeEach(() => {
  world.signOn = aConfirmedSignOn();
  pressed = [];
  emptied = [];
});

describe('withdrawing a signature, or “It wasn’t me”', () => {
  test('is one write, with the same answer each time', async () => {
    for (const body of [{}, asJson({}), {}]) {
      const { status, text } = await withdrawn(body);
      expect([status, text]).toEqual([200, '{"status":"withdrawn"}']);
    }
    expect(pressed[0]).toMatchObject({ signOn: world.signOn, now: testNow });
    expect(pressed).toHaveLength(3);
  });

  test('redirects a browser', async () => {
    const { status, headers } = await withdrawn(asForm({}));
    expect([status, headers.location]).toEqual([303, `/${slug}/withdrawn/`]);
    world.signOn = aConfirmedSignOn({ signed: someDetails({ language: 'es' }) });
    expect((await withdrawn(asForm({}))).headers.location).toBe(`/${slug}/es/withdrawn/`);
  });

  test('by “It wasn’t me” empties the row, and redirects a browser to the page that says so', async () => {
    const path = { path: '/api/sign-ons/token/not-me' };
    expect((await withdrawn(path)).text).toBe('{"status":"withdrawn"}');
    expect((await withdrawn({ ...asForm({}), ...path })).headers.location).toBe(`/${slug}/not-you/`);
    expect([pressed.length, emptied.length]).toEqual([0, 2]);
  });

  test('redirects a browser to the signer’s own page after the campaign was taken down', async () => {
    world.isTakenDown = true;
    const { status, headers } = await withdrawn(asForm({}));
    world.isTakenDown = false;
    expect([status, headers.location]).toEqual([
      303,
      `/api/sign-ons/${aToken(world.signOn?.id ?? '', 'a-nonce')}`,
    ]);
    expect(pressed).toHaveLength(1);
  });

  test('does nothing for an invalid link, or a body that cannot be read', async () => {
    expect((await withdrawn({}, 'another-nonce')).status).toBe(404);
    expect((await withdrawn({ body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(
      400,
    );
    expect(pressed).toEqual([]);
  });
});
