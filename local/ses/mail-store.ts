import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import * as z from 'zod';
import type { Email } from './email.ts';

const summarySchema = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  attachments: z.number(),
});

/** What the list of emails shows. */
export type MailSummary = z.infer<typeof summarySchema>;

/** Every accepted email, in one append-only file. Summaries are in memory. */
export interface MailStore {
  append(email: Email, raw: Buffer): void;
  /** Oldest first. */
  summaries(): MailSummary[];
  /** The email as JSON. */
  json(id: string): Buffer | undefined;
  raw(id: string): Buffer | undefined;
  clear(): void;
  close(): void;
}

interface MailLocation {
  summary: MailSummary;
  email: { at: number; length: number };
  raw: { at: number; length: number };
}

const tab = 0x09;
const lineEnd = 0x0a;

/** Opens the file. A line is the summary, the email and the raw message (base64), separated by tabs. */
export function openMailStore(file: string): MailStore {
  const locations = new Map<string, MailLocation>();
  let size = 0;
  const add = (at: number, line: Buffer): void => {
    const first = line.indexOf(tab);
    const second = line.indexOf(tab, first + 1);
    const known: unknown = JSON.parse(line.toString('utf8', 0, first));
    const summary = summarySchema.parse(known);
    locations.set(summary.id, {
      summary,
      email: { at: at + first + 1, length: second - first - 1 },
      raw: { at: at + second + 1, length: line.length - second - 1 },
    });
  };
  if (existsSync(file)) {
    const content = readFileSync(file);
    // An unfinished last line is from when the stack was killed. Its sender got no answer.
    for (let end = content.indexOf(lineEnd); end >= 0; end = content.indexOf(lineEnd, size)) {
      add(size, content.subarray(size, end));
      size = end + 1;
    }
  }
  const descriptor = openSync(file, existsSync(file) ? 'r+' : 'w+');
  ftruncateSync(descriptor, size);

  const slice = (id: string, part: 'email' | 'raw'): Buffer | undefined => {
    const location = locations.get(id)?.[part];
    if (!location) return undefined;
    const bytes = Buffer.alloc(location.length);
    readSync(descriptor, bytes, 0, location.length, location.at);
    return bytes;
  };
  return {
    append: (email, raw) => {
      const { id, at, from, to, cc, bcc, subject, attachments } = email;
      const summary = {
        id,
        at,
        from,
        recipients: [...to, ...cc, ...bcc],
        subject,
        attachments: attachments.length,
      };
      const line = `${JSON.stringify(summary)}\t${JSON.stringify(email)}\t${raw.toString('base64')}`;
      const bytes = Buffer.from(`${line}\n`);
      writeSync(descriptor, bytes, 0, bytes.length, size);
      add(size, bytes.subarray(0, -1));
      size += bytes.length;
    },
    summaries: () => [...locations.values()].map(({ summary }) => summary),
    json: (id) => slice(id, 'email'),
    raw: (id) => {
      const encoded = slice(id, 'raw');
      return encoded && Buffer.from(encoded.toString('latin1'), 'base64');
    },
    clear: () => {
      ftruncateSync(descriptor, 0);
      locations.clear();
      size = 0;
    },
    close: () => closeSync(descriptor),
  };
}
