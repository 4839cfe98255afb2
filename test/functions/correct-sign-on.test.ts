import { expect, test } from '@jest/globals';
import { newHandler } from '../../functions/correct-sign-on.ts';
import { detailsHash } from '../../shared/sign-on/ids.ts';
import { aLog, aRequest, asForm, asJson, aToken, callHandler } from '../support/api.ts';
import { aConfirmedSignOn, addressKey, aSettings, someDetails } from '../support/records.ts';
import { type LinkTarget, linkDependencies } from '../support/signers-link.ts';

const world: LinkTarget = { settings: aSettings(), signOn: undefined };
const handler = newHandler({
  ...linkDependencies(world),
  correct: async () => 'corrected',
  newUlid: () => '01JD0000000000000000000000',
  addressKey,
  ...aLog(),
});

test('a correction answers with what is signed, even if a stranger may have typed a change that waits', async () => {
  const signed = someDetails({ city: 'Bayside' });
  const typed = someDetails({ name: 'Somebody Else' });
  world.signOn = {
    ...aConfirmedSignOn({ signed, submission: typed }),
    submission: typed,
    submissionHash: detailsHash(typed),
  };
  const parameters = { token: aToken(world.signOn.id, 'a-nonce') };
  const { status, text } = await callHandler(
    handler,
    aRequest({ method: 'POST', parameters, ...asJson({ city: 'Bayside' }) }),
  );
  expect([status, JSON.parse(text)]).toEqual([
    200,
    {
      campaign: world.settings.slug,
      status: 'confirmed',
      shown: world.signOn.signedHash,
      signOn: { kind: 'individual', ...signed },
      actions: ['confirm', 'keep', 'correct', 'withdraw'],
    },
  ]);
});

test('a browser returns to the page, whose address has only the names of changed fields', async () => {
  world.signOn = aConfirmedSignOn({ signed: someDetails({ city: 'Bayside' }) });
  const token = aToken(world.signOn.id, 'a-nonce');
  const sent = asForm({ name: 'Ana Ruiz-Vega', city: '', language: 'en' });
  const { status, headers } = await callHandler(
    handler,
    aRequest({ method: 'POST', parameters: { token }, ...sent }),
  );
  expect([status, headers.location]).toEqual([303, `/api/sign-ons/${token}?saved=city,name`]);
});
