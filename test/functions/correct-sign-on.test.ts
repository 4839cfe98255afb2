import { expect, test } from '@jest/globals';
import { newHandler } from '../../functions/correct-sign-on.ts';
import { detailsHash } from '../../shared/sign-on/ids.ts';
import { aLog, aRequest, asJson, aToken, callHandler } from '../support/api.ts';
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

test('a correction answers with what is signed, though a change that a stranger may have typed waits', async () => {
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
