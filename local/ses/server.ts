import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { EventStore } from '../eventbridge/event-store.ts';
import { answerEvents } from '../eventbridge/events-page.ts';
import { listen, type RunningServer, readBody } from '../http.ts';
import { parseJson } from '../json.ts';
import { answerSes } from './api.ts';
import { answerInbox } from './inbox.ts';
import { faultSchema, type Limits, newLimits, type Quota } from './limits.ts';
import { type MailStore, openMailStore } from './mail-store.ts';

export interface SesOptions {
  port: number;
  /** The file that emails are stored in. */
  file: string;
  quota?: Partial<Quota>;
  /** Receives what mailboxes report, as EventBridge would. */
  publish?: (event: object) => void;
  /** What the stage's event bus accepted, shown beside the emails. */
  events?: EventStore;
}

/** High enough that nothing waits. Tests set their own quota. */
const defaultQuota: Quota = { max24HourSend: 1_000_000, maxSendRate: 500 };

/** The embedded SES and its inbox on one port: `POST /`, `/store`, `/faults`, `/events`, and pages for people. */
export async function startSes({
  port,
  file,
  quota: asked,
  publish = () => {},
  events,
}: SesOptions): Promise<RunningServer> {
  const store = openMailStore(file);
  const quota = { ...defaultQuota, ...asked };
  const limits = newLimits(
    quota,
    store.summaries().map(({ at }) => Date.parse(at)),
  );
  const listening = await listen(
    async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://inbox').pathname;
      if (request.method === 'POST' && path === '/') {
        const body = await readBody(request, 80 * 1024 * 1024);
        await answerSes(body?.toString() ?? '', response, { store, limits, quota, publish });
      } else if (path === '/store') answerStore(request, response, store);
      else if (path === '/faults') await answerFaults(request, response, limits);
      else if (path === '/events' && events) answerEvents(request, response, events);
      else await answerInbox(request, response, store);
    },
    { port, setting: 'UNDERSIGNED_INBOX_PORT', bothFamilies: true },
  ).catch((error: unknown) => {
    store.close();
    throw error;
  });
  return {
    ...listening,
    close: async () => {
      await listening.close();
      store.close();
    },
  };
}

/** Every email, oldest first. With `?to=address`, the emails to that address. */
function answerStore(request: IncomingMessage, response: ServerResponse, store: MailStore): void {
  if (request.method === 'DELETE') {
    store.clear();
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET, DELETE' }).end();
    return;
  }
  const to = new URL(request.url ?? '/', 'http://inbox').searchParams.get('to')?.toLowerCase();
  const found = store
    .summaries()
    .filter(({ recipients }) => !to || recipients.some((recipient) => recipient.toLowerCase() === to))
    .flatMap(({ id }, index) => [Buffer.from(index === 0 ? '' : ','), store.json(id) ?? Buffer.alloc(0)]);
  response.writeHead(200, { 'content-type': 'application/json' });
  // Sent in one piece, because programs that wait for an email ask often.
  response.end(Buffer.concat([Buffer.from('{"emails":['), ...found, Buffer.from(']}')]));
}

/** The next `times` sends fail with `code`. 0 clears the fault. */
async function answerFaults(
  request: IncomingMessage,
  response: ServerResponse,
  limits: Limits,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  const fault = faultSchema.safeParse(parseJson((await readBody(request, 10_000))?.toString() ?? ''));
  response.setHeader('content-type', 'application/json');
  if (!fault.success) {
    response.writeHead(400).end(JSON.stringify({ message: z.prettifyError(fault.error) }));
    return;
  }
  limits.setFault(fault.data);
  response.writeHead(200).end(JSON.stringify(fault.data));
}
