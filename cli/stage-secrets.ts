import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readSecret, writeSecret } from '../shared/aws/secrets.ts';
import { Failure } from '../shared/failure.ts';
import { type LinkKeys, readLinkKeys } from '../shared/sign-on/tokens.ts';
import type { StageKeys } from '../shared/table/key-backup.ts';
import { conflict } from './refusal.ts';

/** The two secrets of a stage, for the commands that back them up. */
export interface StageSecrets {
  /** Leaves out a key whose secret has no value that can be used. */
  read: () => Promise<Partial<StageKeys>>;
  /** @throws Refusal if a secret does not exist, or is about to be deleted */
  write: (keys: StageKeys) => Promise<void>;
}

/** Opens the secrets with these ARNs or names. */
export function openStageSecrets(
  ids: { addressKey: string; linkKeys: string },
  client: SecretsManagerClient,
): StageSecrets {
  const write = (id: string, value: string) =>
    writeSecret(id, value, client).catch((error: unknown) => {
      throw isAbsent(error) ? secretIsGone(id) : error;
    });
  return {
    read: async () => {
      const [addressKey, secret] = await Promise.all([
        readIfPresent(ids.addressKey, client),
        readIfPresent(ids.linkKeys, client),
      ]);
      const linkKeys = secret === undefined ? undefined : usableLinkKeys(secret);
      return { ...(addressKey && { addressKey }), ...(linkKeys && { linkKeys }) };
    },
    write: async ({ addressKey, linkKeys: { current, keys } }) => {
      await write(ids.addressKey, addressKey);
      await write(ids.linkKeys, JSON.stringify({ current, ...keys }));
    },
  };
}

const readIfPresent = (id: string, client: SecretsManagerClient): Promise<string | undefined> =>
  readSecret(id, client).catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });

/**
 * A secret that is about to be deleted answers InvalidRequestException.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
const isAbsent = (error: unknown): boolean =>
  error instanceof Failure &&
  ['ResourceNotFoundException', 'InvalidRequestException', 'NoSecretString'].includes(error.code);

function usableLinkKeys(secret: string): LinkKeys | undefined {
  try {
    return readLinkKeys(secret);
  } catch {
    // A restore must work then, too. Secrets Manager keeps the damaged value as version AWSPREVIOUS.
    return undefined;
  }
}

const secretIsGone = (id: string) =>
  conflict(
    'A secret is missing',
    `The secret ${id} does not exist, or is about to be deleted. Bring it back with \`aws secretsmanager restore-secret --secret-id ${id}\`, then run \`campaign restore-keys\` again. If it cannot be brought back, see “Restore the keys” in docs/runbook.md.`,
  );
