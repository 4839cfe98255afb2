import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context } from 'aws-lambda';
import { newHandler as newConsole } from '../../functions/console.ts';
import { newHandler as newFolder } from '../../functions/console-folder.ts';
import { newHandler as newLinkHandler } from '../../functions/console-link.ts';
import { newHandler as newPreview } from '../../functions/console-preview.ts';
import { newHandler as newSignInHandler } from '../../functions/console-sign-in.ts';
import { folderRoutes } from '../../shared/http/console/folder-router.ts';
import { consoleRoutes } from '../../shared/http/console/routes.ts';
import type { ApiEvent, ApiResponse } from '../../shared/http/event.ts';
import { changedItemSchema, tasksForChange } from '../../shared/operations/mailing/tasks-for-change.ts';
import { findOrganizer } from '../../shared/operations/signing-in/find-organizer.ts';
import { readLinkRequest, requestLink, takeLink } from '../../shared/operations/signing-in/request-link.ts';
import { startSession } from '../../shared/operations/signing-in/sessions.ts';
import { readSettings } from '../../shared/table/settings.ts';
import { aLog, aRequest, testLinkKeys } from './api.ts';
import { siteUrl } from './builders.ts';
import { newIds } from './ids.ts';
import { type Mailbox, newMailbox } from './mailbox.ts';
import { type MemoryStore, newMemoryStore } from './memory-store/memory-store.ts';
import { addressKey, testAddressKey } from './records.ts';
import type { TestStore } from './store.ts';

export interface RequestOptions {
  method?: 'GET' | 'HEAD' | 'POST';
  /** A JSON body. A form uses `form` instead. */
  body?: unknown;
  form?: Record<string, string> | string[][];
  /** A body as bytes, with its type in `headers`. */
  bytes?: Uint8Array;
  cookie?: string | undefined;
  /** Whether the request is like a browser's. Otherwise it is like a program's. */
  isBrowser?: boolean;
  headers?: Record<string, string>;
  sourceIp?: string;
  language?: string;
}

export interface ConsoleResponse {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read any part of an answer
  json: any;
}

const publicKeys = [
  'GET /console/sign-in',
  'POST /console/sign-in',
  'GET /console/check-your-inbox',
  'GET /console/sign-in/{token}',
  'POST /console/sign-in/{token}',
];

const previewKeys = [
  'GET /console/{slug}/preview',
  'GET /console/{slug}/preview/{path+}',
  'POST /console/{slug}/preview/{path+}',
];

/** The console on a table in memory, with requests as over HTTP, and the emails that it sends. */
export interface Desk {
  test: TestStore;
  store: MemoryStore;
  mailbox: Mailbox;
  lines: unknown[];
  /** Moves the clock forward. */
  later(milliseconds: number): void;
  now(): Date;
  ask(path: string, asked?: RequestOptions): Promise<ConsoleResponse>;
  /** Sends the emails for everything that changed since the last call. */
  deliver(): Promise<void>;
  /** Signs an organizer in from a browser, and returns the cookie. */
  signIn(email: string, userAgent?: string): Promise<string>;
}

export function newDesk(start = new Date('2026-11-24T12:00:00.000Z')): Desk {
  const store = newMemoryStore();
  const test: TestStore = { store, client: { destroy: () => {} }, put: async (item) => store.put(item) };
  const mailbox = newMailbox(test, start);
  const { lines, log } = aLog();
  const ids = newIds();
  const now = () => mailbox.now;
  let count = 0;
  const random = (alphabet: string, length: number): string => `${++count}`.padStart(length, alphabet);
  const common = { log, now, siteUrl, ...ids };
  const signIn = newSignInHandler({
    ...common,
    addressKey,
    admit: () => Promise.resolve({ ok: true }),
    request: (input) => requestLink(store, input),
    newId: () => random('a', 32),
    edgeKey: 'known to the edge',
  });
  const source = { store, readCampaign: (slug: string) => readSettings(store, slug) };
  const link = newLinkHandler({
    ...common,
    linkKeys: () => Promise.resolve(testLinkKeys),
    readRequest: (id, at) => readLinkRequest(store, { id, now: at }),
    findOrganizer: async (hash) => (await findOrganizer(source, testAddressKey, hash))?.organizer,
    takeLink: (id, use) => takeLink(store, id, use),
    start: (session) => startSession(store, session),
    newSecret: () => random('s', 43),
  });
  const signedIn = newConsole({ ...common, store });
  const preview = newPreview({ ...common, store });
  const folder = newFolder({ ...common, store, addressKey, senderDomains: ['example.org'] });

  function handlerOf(key: string): unknown {
    if (key.includes('{token}')) return link;
    if (key.includes('/preview')) return preview;
    if (folderRoutes[key.replace(/^HEAD /, 'GET ')]) return folder;
    return publicKeys.includes(key) ? signIn : signedIn;
  }

  const ask = async (path: string, asked: RequestOptions = {}): Promise<ConsoleResponse> => {
    const method = asked.method ?? (asked.body || asked.form ? 'POST' : 'GET');
    const [bare = '', query = ''] = path.replace(/(.)\/(\?|$)/, '$1$2').split('?');
    const { key, parameters } = routeOf(method, bare);
    const event: ApiEvent = {
      ...aRequest({
        method,
        path: bare,
        routeKey: key,
        parameters,
        ...(asked.sourceIp && { sourceIp: asked.sourceIp }),
        headers: {
          ...(asked.isBrowser && { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }),
          ...(asked.language && { 'accept-language': asked.language }),
          ...(asked.body !== undefined && { 'content-type': 'application/json' }),
          ...(asked.form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...asked.headers,
        },
        ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
        ...(asked.form !== undefined && { body: new URLSearchParams(asked.form).toString() }),
      }),
      ...(asked.bytes && { body: Buffer.from(asked.bytes).toString('base64'), isBase64Encoded: true }),
      ...(asked.cookie !== undefined && { cookies: [asked.cookie] }),
      ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    };
    const handle = handlerOf(key) as (event: ApiEvent, context: Context) => Promise<ApiResponse>;
    const { statusCode = 0, headers = {}, cookies = [], body = '' } = await handle(event, {} as Context);
    const isJson = String(headers['content-type']).includes('json');
    return {
      status: statusCode,
      headers: headers as Record<string, string>,
      cookies,
      text: body,
      json: isJson ? JSON.parse(body) : undefined,
    };
  };

  let seen = 0;
  const deliver = async (): Promise<void> => {
    for (let rounds = 0; seen < store.changes.length && rounds < 10; rounds++) {
      const changes = store.changes.slice(seen);
      seen = store.changes.length;
      const tasks = changes.flatMap(({ oldImage, newImage }) =>
        newImage
          ? tasksForChange(
              changedItemSchema.parse(unmarshall(newImage)),
              oldImage && changedItemSchema.parse(unmarshall(oldImage)),
            ).mail
          : [],
      );
      await mailbox.deliver(tasks);
    }
  };

  return {
    test,
    store,
    mailbox,
    lines,
    now,
    later: (milliseconds) => {
      mailbox.now = new Date(mailbox.now.getTime() + milliseconds);
    },
    ask,
    deliver,
    signIn: async (email, userAgent = 'Mozilla/5.0 (Windows) Firefox/140.0') => {
      await ask('/console/sign-in', { body: { email }, sourceIp: `192.0.2.${(count % 200) + 1}` });
      await deliver();
      const path = linkPathIn(mailbox);
      const { cookies } = await ask(path, { method: 'POST', headers: { 'user-agent': userAgent } });
      await deliver();
      return (cookies[0] ?? '').split(';')[0] ?? '';
    },
  };
}

/** The path of the link in the last email that has one. */
export function linkPathIn({ sent }: Mailbox): string {
  const links = sent.flatMap(({ message }) => message.text.match(/\/console\/sign-in\/\S+/) ?? []);
  return links.at(-1) ?? '';
}

function routeOf(method: string, path: string): { key: string; parameters: Record<string, string> } {
  const asked = method === 'HEAD' ? 'GET' : method;
  const keys = [
    ...publicKeys,
    ...Object.keys(consoleRoutes),
    ...Object.keys(folderRoutes),
    ...previewKeys,
  ].toSorted((one, other) => (one.match(/\{/g)?.length ?? 0) - (other.match(/\{/g)?.length ?? 0));
  for (const key of keys) {
    const [of, template = ''] = key.split(' ');
    const names = [...template.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
    const values = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)').replace(/\{\w+\+\}/g, '(.+)')}$`)
      .exec(path)
      ?.slice(1);
    if (of === asked && values)
      return {
        key: method === 'HEAD' ? key.replace('GET', 'HEAD') : key,
        parameters: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')])),
      };
  }
  return { key: '$default', parameters: {} };
}
