import type { IncomingMessage, ServerResponse } from 'node:http';
import { inboxStyle } from '../ses/inbox-page.ts';
import { escapeXml } from '../xml.ts';
import type { EventStore, StoredEvent } from './event-store.ts';

const shownEvents = 500;

/**
 * Answers `GET /events` of the inbox: a page for a browser, newest first, else JSON, oldest first. `DELETE /events`
 * empties the list.
 */
export function answerEvents(request: IncomingMessage, response: ServerResponse, store: EventStore): void {
  if (request.method === 'DELETE') {
    store.clear();
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD, DELETE' }).end();
    return;
  }
  const isPage = (request.headers.accept ?? '').includes('text/html');
  response.writeHead(200, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    vary: 'accept',
  });
  response.end(isPage ? eventsPage(store.events()) : JSON.stringify({ events: store.events() }));
}

function eventsPage(events: readonly StoredEvent[]): string {
  const newest = events.slice(-shownEvents).reverse();
  const note =
    events.length > shownEvents ? `the last ${shownEvents} of ${events.length}` : `${events.length} events`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Events (${events.length})</title>
<style>${inboxStyle}</style>
<body class="events">
<main>
  <header><h1>Events</h1><span>${note}</span><a href="/">Inbox</a></header>
  <p>What the event bus of this stage carries for chats and other programs. <code>docs/events.md</code> shows how to use it.</p>
  ${newest.length > 0 ? `<ol>${newest.map(row).join('\n')}</ol>` : '<p class="empty">No event has been sent yet.</p>'}
</main>
</html>
`;
}

const row = (event: StoredEvent): string => `<li><details>
    <summary><time datetime="${event.time}">${event.time.replace('T', ' ').replace('Z', '')}</time> <b>${escapeXml(event['detail-type'])}</b> <span>${escapeXml(summaryOf(event))}</span></summary>
    <pre>${escapeXml(JSON.stringify(event, null, 2))}</pre>
  </details></li>`;

/** A summary: the campaign, and the numbers and words of the detail. */
function summaryOf({ detail: { id: _, slug, ...rest } }: StoredEvent): string {
  const parts = Object.entries(rest).map(([name, value]) => `${name} ${inWords(value)}`);
  return [String(slug ?? ''), ...parts].join(' · ');
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value ?? 'none');
  return Object.entries(value)
    .flatMap(([name, one]) => (one === null ? [] : [`${inWords(one)} ${name}`]))
    .join(', ');
}
