import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/keep-sign-on.ts';
import { detailsHash } from '../../shared/sign-on/ids.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { aLog, aRequest, asForm, aToken, callHandler } from '../support/api.ts';
import { aConfirmedSignOn, aSettings, someDetails } from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';

const typed = someDetails({ name: 'Somebody Else' });
const changed: SignOn = {
  ...aConfirmedSignOn(),
  submission: typed,
  submissionHash: detailsHash(typed),
};
const world: LinkTarget = { settings: aSettings(), signOn: undefined };
let kept: SignOn[];
const handler = newHandler({
  ...linkDependencies(world),
  keep: async (signOn) => {
    kept.push(signOn);
    world.signOn = aConfirmedSignOn();
  },
  ...aLog(),
});
const token = (nonce = 'a-nonce') => aToken(changed.id, nonce);
const press = (body: Parameters<typeof aRequest>[0] = {}, parameters = { token: token() }) =>
  callHandler(handler, aRequest({ method: 'POST', parameters, ...body }));

beforeEach(() => {
  world.signOn = changed;
  kept = [];
});

describe('keeping a signature as it is signed', () => {
  test('answers with what is signed, each time', async () => {
    for (const round of [1, 2]) {
      const { status, text } = await press();
      expect([round, status]).toEqual([round, 200]);
      expect(JSON.parse(text)).toMatchObject({
        status: 'confirmed',
        signOn: { name: 'Ana Ruiz' },
        actions: ['correct', 'withdraw'],
      });
    }
    expect(kept[0]).toEqual(changed);
  });

  test('gives a browser the page again', async () => {
    const { status, headers } = await press(asForm({}));
    expect([status, headers.location]).toEqual([303, `/api/sign-ons/${token()}`]);
  });

  test('does nothing for an invalid link, or a body that cannot be read', async () => {
    expect((await press({}, { token: token('another-nonce') })).status).toBe(404);
    expect((await press({ body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(400);
    expect(kept).toEqual([]);
  });
});
