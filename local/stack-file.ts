import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What other programs need to know about a running stack. */
export interface StackFile {
  site: string;
  inbox: string;
  dynamodb: string;
  s3: string;
  sqs: string;
  secrets: string;
  /** ARNs, under the names that functions use: `addressKey`, `linkKeys`. */
  secretIds: Record<string, string>;
  table: string;
  /** Domains that SES accepts as senders. */
  senderDomains: string[];
  /** Names, under the names that functions use: `site`, `private`. */
  buckets: Record<string, string>;
  /** URLs, under the names that functions use: `mail`, `site`. */
  queues: Record<string, string>;
  /** Every process of the stack. */
  pids: number[];
}

/** Writes `<data dir>/stack.json` in one step, and returns a function that removes it. */
export function writeStackFile(dataDir: string, content: StackFile): () => void {
  const file = join(dataDir, 'stack.json');
  writeFileSync(`${file}.partial`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.partial`, file);
  return () => rmSync(file, { force: true });
}
