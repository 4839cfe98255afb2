import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What other programs need to know of a running stack. */
export interface StackFile {
  site: string;
  inbox: string;
  dynamodb: string;
  s3: string;
  sqs: string;
  secrets: string;
  /** ARNs, by what functions call them: `addressKey`, `linkKeys`. */
  secretIds: Record<string, string>;
  table: string;
  /** Domains that SES accepts as senders. */
  senderDomains: string[];
  /** Names, by what functions call them: `site`, `private`. */
  buckets: Record<string, string>;
  /** URLs, by what functions call them: `mail`, `site`. */
  queues: Record<string, string>;
  /** Every process of the stack. */
  pids: number[];
}

/** Writes `<data dir>/stack.json`, whole or not at all, and answers how to remove it. */
export function writeStackFile(dataDir: string, content: StackFile): () => void {
  const file = join(dataDir, 'stack.json');
  writeFileSync(`${file}.partial`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.partial`, file);
  return () => rmSync(file, { force: true });
}
