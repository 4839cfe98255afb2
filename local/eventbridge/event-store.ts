import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { parseJson } from '../json.ts';

/** An event as EventBridge gives it to the targets of rules. */
const busEventSchema = z.object({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
});
export type StoredEvent = z.infer<typeof busEventSchema>;

/** Every event that the bus accepted, in a file with one line per event. */
export interface EventStore {
  append(event: StoredEvent): void;
  /** Oldest first. */
  events(): readonly StoredEvent[];
  clear(): void;
}

/** Opens the file. An unfinished last line, from when the stack was killed, is left out: its sender got no answer. */
export function openEventStore(file: string): EventStore {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const events = lines.flatMap((line) => {
    const parsed = busEventSchema.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
  return {
    append: (event) => {
      // The previous line may be unfinished.
      appendFileSync(file, `\n${JSON.stringify(event)}`);
      events.push(event);
    },
    events: () => events,
    clear: () => {
      rmSync(file, { force: true });
      events.length = 0;
    },
  };
}
