import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { account, region } from '../aws.ts';
import { listen, type RunningServer, readBody } from '../http.ts';
import { isObject, parseJson } from '../json.ts';
import type { EventStore, StoredEvent } from './event-store.ts';

/** EventBridge's own limit. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const maxEntries = 10;
const maxBytes = 1024 * 1024;

const requestSchema = z.object({
  Entries: z
    .array(
      z.object({
        EventBusName: z.string().default('default'),
        Source: z.string().default(''),
        DetailType: z.string().default(''),
        Detail: z.string().default(''),
        /** Seconds. */
        Time: z.number().optional(),
        Resources: z.array(z.string()).default([]),
      }),
    )
    .min(1)
    .max(maxEntries),
});
type Entry = z.infer<typeof requestSchema>['Entries'][number];

/** The embedded EventBridge: `PutEvents` on the buses of these names, and nothing else. */
export function startEventBridge(buses: readonly string[], store: EventStore): Promise<RunningServer> {
  return listen(async (request, response) => {
    const body = await readBody(request, maxBytes);
    if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents')
      return fail(response, 'UnknownOperationException', 'The local EventBridge knows only PutEvents.');
    const parsed = requestSchema.safeParse(parseJson(body?.toString() ?? ''));
    if (!parsed.success) return fail(response, 'ValidationException', z.prettifyError(parsed.error));
    const results = parsed.data.Entries.map((entry) => {
      const detail = parseJson(entry.Detail);
      if (!isObject(detail)) return refused('MalformedDetail', 'Detail is malformed.');
      if (entry.Source === '' || entry.DetailType === '')
        return refused('InvalidArgument', 'Source and DetailType are required.');
      // EventBridge takes events for a bus that does not exist, and drops them.
      const event = eventOf(entry, detail);
      if (buses.includes(entry.EventBusName.split('/').at(-1) ?? '')) store.append(event);
      return { EventId: event.id };
    });
    const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
    answer(response, 200, { FailedEntryCount, Entries: results });
  });
}

const eventOf = (
  { DetailType, Source, Time, Resources }: Entry,
  detail: StoredEvent['detail'],
): StoredEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': DetailType,
  source: Source,
  account,
  time: `${new Date(Time === undefined ? Date.now() : Time * 1000).toISOString().slice(0, 19)}Z`,
  region,
  resources: Resources,
  detail,
});

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

const fail = (response: ServerResponse, type: string, message: string): void =>
  answer(response, 400, { __type: type, message });

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
