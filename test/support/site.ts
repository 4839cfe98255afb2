import { createHash } from 'node:crypto';
import type { File, Files } from '../../shared/aws/files/files.ts';
import { Failure } from '../../shared/failure.ts';
import type { ArtifactRenderer } from '../../shared/site/artifacts.ts';
import type { SiteDependencies } from '../../shared/site/site-dependencies.ts';
import { type CrashRun, crashingFiles, crashingStore, newCrashRun } from './crash.ts';
import { newIds } from './ids.ts';
import type { TestStore } from './store.ts';

/** The files of a bucket in memory, with a record of the writes. */
export interface Bucket extends Files {
  files: Map<string, string>;
  /** Keys in the order in which they were written. */
  written: string[];
  /** The written keys whose content changed. Writing the others costs nothing. */
  changed: string[];
  /** Keys of files that were taken down. */
  gone: Set<string>;
  /** Keys of files that are answered with 404. */
  missing: Set<string>;
}

function newBucket(): Bucket {
  const files = new Map<string, string>();
  const written: string[] = [];
  const changed: string[] = [];
  const gone = new Set<string>();
  const missing = new Set<string>();
  const set = async ({ key, isGone, isMissing, ...file }: File): Promise<string> => {
    const body = await textOf(file.body);
    if (gone.has(key) && !isGone) throw new Failure('refused', 'PutObject', 'Gone');
    if (isGone) gone.add(key);
    if (isMissing) missing.add(key);
    else missing.delete(key);
    if (files.get(key) !== body) changed.push(key);
    files.set(key, body);
    return digestOf(body);
  };
  return {
    files,
    written,
    changed,
    gone,
    missing,
    put: async (file) => {
      const digest = await set(file);
      written.push(file.key);
      return digest;
    },
    replace: async (file) => {
      const isThere = files.has(file.key);
      if (isThere) await set(file);
      return isThere;
    },
    open: async (key, digest) => {
      const body = files.get(key);
      if (body === undefined || digestOf(body) !== digest) return undefined;
      return (async function* () {
        const bytes = Buffer.from(body);
        // Pieces that end within characters, as those of a network may.
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
      })();
    },
    remove: async (key) => {
      files.delete(key);
      gone.delete(key);
      missing.delete(key);
    },
    list: async (prefix) => [...files.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
    read: (key) => {
      const body = files.get(key);
      return body === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(body);
    },
  };
}

const digestOf = (body: string): string => createHash('sha256').update(body).digest('base64url');

async function textOf(body: File['body']): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  let text = '';
  for await (const piece of body) text += piece;
  return text;
}

/** Renders text that a test can compare. Real PDFs have their own tests. */
const plainRenderer: ArtifactRenderer = {
  letter: async ({ subject }, { organizations }) =>
    Buffer.from(
      `PDF: ${subject}, ${organizations.groups.flatMap((group) => group.signatories.map(({ name }) => name))}`,
    ),
  preview: async ({ title, number }) => Buffer.from(`PNG: ${title}, ${number}`),
  release: async ({ headline }) => Buffer.from(`PDF: ${headline}`),
  qrCode: async (address) => Buffer.from(`QR: ${address}`),
};

export interface Site {
  /** Renders the artifacts. A test may replace it. */
  renderer: ArtifactRenderer;
  site: Bucket;
  snapshots: Bucket;
  /** The delays, in seconds, of the further runs that the job has requested. */
  calls: number[];
  invalidated: string[][];
  now: Date;
  dependencies(run?: CrashRun): SiteDependencies;
}

export function newSite({ store }: TestStore, now = new Date('2026-11-24T12:00:00.000Z')): Site {
  const site: Site = {
    renderer: { ...plainRenderer },
    site: newBucket(),
    snapshots: newBucket(),
    calls: [],
    invalidated: [],
    now,
    dependencies: (run = newCrashRun()) => ({
      store: crashingStore(store, run),
      siteFiles: crashingFiles(site.site, run),
      privateFiles: crashingFiles(site.snapshots, run),
      renderer: site.renderer,
      invalidate: (paths) =>
        run.step(async () => {
          site.invalidated.push(paths);
        }),
      requeue: (_slug, seconds) =>
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
