import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { Failure, failureOf } from '../failure.ts';
import { type LinkKeys, readLinkKeys } from '../sign-on/tokens.ts';
import { answerLimits } from './answer-limits.ts';

/** Reads a secret's string. Its value never appears in an error. */
export async function readSecret(
  name: string,
  client = new SecretsManagerClient({ requestHandler: answerLimits }),
): Promise<string> {
  const { SecretString } = await client
    .send(new GetSecretValueCommand({ SecretId: name }))
    .catch((error: unknown) => {
      throw failureOf(error, 'GetSecretValue');
    });
  if (!SecretString) throw new Failure('refused', 'GetSecretValue', 'NoSecretString');
  return SecretString;
}

/** Replaces a secret's string. Secrets Manager keeps the one before as version AWSPREVIOUS. */
export async function writeSecret(name: string, value: string, client: SecretsManagerClient): Promise<void> {
  await client
    .send(new PutSecretValueCommand({ SecretId: name, SecretString: value }))
    .catch((error: unknown) => {
      throw failureOf(error, 'PutSecretValue');
    });
}

/** Keeps the first answer for as long as the function lives. A failed call is repeated. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

const refetchAfter = 60_000;

/** A secret that somebody has damaged gets a code of its own. Otherwise it looks like a mistake of the code. */
function usableLinkKeys(secret: string): LinkKeys {
  try {
    return readLinkKeys(secret);
  } catch {
    throw new Failure('refused', 'GetSecretValue', 'UnusableLinkKeys');
  }
}

/**
 * The keys that sign links, read once and kept. For an unknown key id (a new key, or a forged link) they are read
 * again, at most once a minute.
 */
export function linkKeysReader(
  read: () => Promise<string>,
  now: () => Date,
): (keyId?: string) => Promise<LinkKeys> {
  let kept: { keys: LinkKeys; readAt: number } | undefined;
  return async (keyId) => {
    const isMissing = keyId !== undefined && kept !== undefined && !Object.hasOwn(kept.keys.keys, keyId);
    if (!kept || (isMissing && now().getTime() - kept.readAt >= refetchAfter))
      kept = { keys: usableLinkKeys(await read()), readAt: now().getTime() };
    return kept.keys;
  };
}
