import type { SiteDependencies } from '../../shared/publication/site-dependencies.ts';
import type { File, Files } from '../../shared/store/files.ts';
import { mortalFiles, mortalStore, newRun, type Run } from './crash.ts';
import { newIds } from './ids.ts';
import type { TestStore } from './store.ts';

/** Files of a bucket in memory, with what was written when. */
export interface Bucket extends Files {
  files: Map<string, string>;
  written: string[];
}

export function newBucket(): Bucket {
  const files = new Map<string, string>();
  const written: string[] = [];
  return {
    files,
    written,
    put: ({ key, body }: File) => {
      files.set(key, body);
      written.push(key);
      return Promise.resolve();
    },
    replace: ({ key, body }: File) => {
      const isThere = files.has(key);
      if (isThere) files.set(key, body);
      return Promise.resolve(isThere);
    },
    read: (key) => {
      const body = files.get(key);
      return body === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(body);
    },
  };
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
