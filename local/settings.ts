import { join, resolve } from 'node:path';
import { Refusal } from './errors.ts';

export const projectRoot = join(import.meta.dirname, '..');

/** How a stack runs. The README lists these settings and their defaults. */
export interface Settings {
  /** Port of the site and the API. 0 takes any free port. */
  port: number;
  /** Port of the embedded SES and its inbox. 0 takes any free port. */
  inboxPort: number;
  dataDir: string;
  /** Endpoint of a DynamoDB Local that already runs. */
  dynamodb?: string;
  /** Whether the sample campaign is applied if the table does not have it. */
  sample: boolean;
}

/** Reads `UNDERSIGNED_*`. Refuses a value that cannot work, and names its setting. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const dynamodb = read('UNDERSIGNED_DYNAMODB');
  if (dynamodb !== undefined && !/^https?:\/\//.test(dynamodb)) {
    throw new Refusal(
      `UNDERSIGNED_DYNAMODB must be an address such as http://localhost:8000, not "${dynamodb}".`,
    );
  }
  const sample = read('UNDERSIGNED_SAMPLE') ?? 'on';
  if (sample !== 'on' && sample !== 'off') {
    throw new Refusal(`UNDERSIGNED_SAMPLE must be "on" or "off", not "${sample}".`);
  }
  return {
    port: portOf('UNDERSIGNED_PORT', read('UNDERSIGNED_PORT'), 3000),
    inboxPort: portOf('UNDERSIGNED_INBOX_PORT', read('UNDERSIGNED_INBOX_PORT'), 8005),
    dataDir: resolve(projectRoot, read('UNDERSIGNED_DATA_DIR') ?? '.local'),
    sample: sample === 'on',
    ...(dynamodb && { dynamodb }),
  };
}

function portOf(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new Refusal(`${name} must be a port number from 1 to 65535, not "${value}".`);
  }
  return Number(value);
}
