import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openStageSecrets, type StageSecrets } from '../../cli/stage-secrets.ts';
import { clientFor } from '../../local/aws.ts';
import { listen, type RunningServer, readBody } from '../../local/http.ts';

/** A secret's value, or the name of the error that Secrets Manager answers. */
type Answer = { SecretString?: string } | { error: string };

const linkKeys = JSON.stringify({ current: 'k1', k1: '1'.repeat(64) });
let answers: Record<string, Answer>;
let server: RunningServer;
let client: SecretsManagerClient;
let secrets: StageSecrets;

beforeEach(async () => {
  answers = { address: { SecretString: 'an address key' }, link: { SecretString: linkKeys } };
  server = await listen(async (request, response) => {
    const { SecretId } = JSON.parse(String(await readBody(request, 10_000)));
    const answer = answers[SecretId] ?? {};
    response.writeHead('error' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify('error' in answer ? { __type: answer.error } : answer));
  });
  client = new SecretsManagerClient({ ...clientFor(server.url), maxAttempts: 1 });
  secrets = openStageSecrets({ addressKey: 'address', linkKeys: 'link' }, client);
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

const absent: [what: string, answer: Answer][] = [
  ['does not exist', { error: 'ResourceNotFoundException' }],
  ['is about to be deleted', { error: 'InvalidRequestException' }],
  ['is empty', {}],
];

test.each([
  ...absent,
  ['is not JSON', { SecretString: 'k1' }],
  ['names a current key that is missing', { SecretString: linkKeys.replace('"k1",', '"k2",') }],
] satisfies typeof absent)('The address key is read if the secret of the link keys %s', async (_, answer) => {
  answers.link = answer;
  expect(await secrets.read()).toEqual({ addressKey: 'an address key' });
});

test.each(absent)('The link keys are read if the secret of the address key %s', async (_, answer) => {
  answers.address = answer;
  expect(await secrets.read()).toEqual({ linkKeys: { current: 'k1', keys: { k1: '1'.repeat(64) } } });
});

test('Secrets that may not be read are not taken for lost', async () => {
  answers.link = { error: 'AccessDeniedException' };
  await expect(secrets.read()).rejects.toMatchObject({ code: 'AccessDeniedException' });
});

test.each(absent.slice(0, 2))(
  'A secret that %s cannot be written, and how to bring it back is said',
  async (_, answer) => {
    answers.link = answer;
    const keys = { addressKey: 'an address key', linkKeys: { current: 'k1', keys: { k1: '1'.repeat(64) } } };
    await expect(secrets.write(keys)).rejects.toThrow('aws secretsmanager restore-secret --secret-id link');
  },
);
