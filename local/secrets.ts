import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { listen, type RunningServer, readBody } from './http.ts';
import { isObject, readJson } from './json.ts';
import type { Secret, SecretRules } from './template/stores.ts';

const fileSchema = z.record(z.string(), z.string());

/**
 * Values of the template's secrets. Each is generated once by the template's rules and then kept in `file`. With
 * another key, every stored sign-on and every link in an email would be lost.
 */
export function loadSecrets(secrets: Secret[], file: string): Map<string, string> {
  const kept = existsSync(file) ? readJson(file) : {};
  const values = new Map(Object.entries(fileSchema.parse(kept)));
  const missing = secrets.filter(({ Name }) => !values.has(Name));
  for (const { Name, SecretString, GenerateSecretString } of missing) {
    values.set(Name, SecretString ?? (GenerateSecretString ? generateSecret(GenerateSecretString) : ''));
  }
  if (missing.length > 0) saveSecrets(values, file);
  return values;
}

const saveSecrets = (values: Map<string, string>, file: string): void =>
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`, { mode: 0o600 });

/** Like Secrets Manager's GetRandomPassword, but without a guarantee that each kind of character occurs. */
export function generateSecret(rules: SecretRules): string {
  const characters = [
    rules.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rules.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rules.ExcludeNumbers ? '' : '0123456789',
    rules.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rules.IncludeSpace ? ' ' : '',
  ].join('');
  const allowed = [...characters].filter((character) => !rules.ExcludeCharacters.includes(character));
  const random = Array.from({ length: rules.PasswordLength }, () => allowed[randomInt(allowed.length)]).join(
    '',
  );
  if (rules.SecretStringTemplate === undefined || rules.GenerateStringKey === undefined) return random;
  const template: unknown = JSON.parse(rules.SecretStringTemplate);
  return JSON.stringify({ ...(isObject(template) ? template : {}), [rules.GenerateStringKey]: random });
}

/** Answers `GetSecretValue` and `PutSecretValue` by name or ARN, and nothing else. New values are stored in `file`. */
export function startSecretsManager(
  secrets: Secret[],
  values: Map<string, string>,
  file: string,
): Promise<RunningServer> {
  return listen(async (request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    };
    const body = await readBody(request, 100_000);
    const action = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
    if (!['GetSecretValue', 'PutSecretValue'].includes(action) || !body) {
      const message = 'Only GetSecretValue and PutSecretValue are known here.';
      answer(400, { __type: 'UnknownOperationException', message });
      return;
    }
    const parameters: unknown = JSON.parse(body.toString());
    const { SecretId: id, SecretString: given } = isObject(parameters) ? parameters : {};
    const secret = secrets.find(({ Name, arn }) => id === Name || id === arn);
    if (secret && action === 'PutSecretValue' && typeof given === 'string') {
      values.set(secret.Name, given);
      saveSecrets(values, file);
    }
    const value = secret && values.get(secret.Name);
    if (!secret || value === undefined) {
      const message = "Secrets Manager can't find the specified secret.";
      answer(400, { __type: 'ResourceNotFoundException', message, Message: message });
      return;
    }
    answer(200, {
      ARN: secret.arn,
      Name: secret.Name,
      ...(action === 'GetSecretValue' && { SecretString: value }),
      VersionId: '00000000-0000-4000-8000-000000000001',
      VersionStages: ['AWSCURRENT'],
    });
  });
}
