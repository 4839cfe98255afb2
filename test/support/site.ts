import type { SiteDependencies } from '../../shared/publication/site-dependencies.ts';
import type { File, Files } from '../../shared/store/files.ts';
import { mortalFiles, mortalStore, newRun, type Run } from './crash.ts';
import { newIds } from './ids.ts';
import type { TestStore } from './store.ts';

/** Files of a bucket in memory, with what was written when. */
export interface Bucket extends Files {
  files: Map<string, string>;
  /** Keys in the order in which they were put. */
  written: string[];
  /** Those of them whose content was another one before: the others cost no write. */
  changed: string[];
}

export function newBucket(): Bucket {
  const files = new Map<string, string>();
  const written: string[] = [];
  const changed: string[] = [];
  const set = (key: string, body: string): void => {
    if (files.get(key) !== body) changed.push(key);
    files.set(key, body);
  };
  return {
    files,
    written,
    changed,
    put: async ({ key, body }: File) => {
      set(key, await textOf(body));
      written.push(key);
    },
    replace: async ({ key, body }: File) => {
      const isThere = files.has(key);
      if (isThere) set(key, await textOf(body));
      return isThere;
    },
    read: (key) => {
      const body = files.get(key);
      return body === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(body);
    },
  };
}

async function textOf(body: File['body']): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  let text = '';
  for await (const piece of body) text += piece;
  return text;
}

export interface Site {
  site: Bucket;
  snapshots: Bucket;
  /** Calls for another run of the job, in seconds from when they were made. */
  calls: number[];
  invalidated: string[][];
  now: Date;
  dependencies(run?: Run): SiteDependencies;
}

export function newSite({ store }: TestStore, now = new Date('2026-11-24T12:00:00.000Z')): Site {
  const site: Site = {
    site: newBucket(),
    snapshots: newBucket(),
    calls: [],
    invalidated: [],
    now,
    dependencies: (run = newRun()) => ({
      store: mortalStore(store, run),
      siteFiles: mortalFiles(site.site, run),
      privateFiles: mortalFiles(site.snapshots, run),
      invalidate: (paths) =>
        run.step(async () => {
          site.invalidated.push(paths);
        }),
      callAgain: (_slug, seconds) =>
        run.step(async () => {
          site.calls.push(seconds);
        }),
      siteUrl: 'https://letters.example.org',
      now: () => site.now,
      newUlid: newIds().newUlid,
    }),
  };
  return site;
}
