import { expect, test } from '@jest/globals';
import { linkKeysReader } from '../../shared/aws/secrets.ts';
import { Failure } from '../../shared/failure.ts';

const key = 'a key for links that has more than enough characters';

test('Damaged link keys are a refusal with a code of its own, without a word of the secret, and are read again', async () => {
  const secrets = [`{"current":"k1","k1":"${key}`, '{"current":"k2"}', `{"current":"k1","k1":"${key}"}`];
  const read = linkKeysReader(
    () => Promise.resolve(secrets.shift() ?? ''),
    () => new Date(0),
  );
  for (let damaged = 0; damaged < 2; damaged++)
    await expect(read()).rejects.toEqual(new Failure('refused', 'GetSecretValue', 'UnusableLinkKeys'));
  expect((await read()).current).toBe('k1');
});
