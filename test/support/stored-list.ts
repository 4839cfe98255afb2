import { unmarshall } from '@aws-sdk/util-dynamodb';
import { noteListingChanges } from '../../shared/operations/listing/note-listing-changes.ts';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { gateKey, signOnKey } from '../../shared/table/keys.ts';
import type { CrashRun } from './crash.ts';
import { newIds } from './ids.ts';
import { type MemoryStore, newMemoryStore } from './memory-store/memory-store.ts';
import { slug } from './records.ts';
import { newSite, type Site } from './site.ts';
import { type Seed, seed, type TestStore } from './store.ts';
import { letterSource, releaseSource } from './texts.ts';

/** Names on a page, so that a few make a long list. */
export const namesPerPage = 3;

/** A campaign whose list is stored, with the stream's reader that notes changes. */
export interface StoredListCampaign {
  store: MemoryStore;
  table: TestStore;
  site: Site;
  /** Changes a row as it is in the table. */
  change(id: string, changed: Record<string, unknown>): void;
  /** The stream's reader gets what it has not got yet, and what it got before as often as it is told. */
  deliver(again?: boolean): Promise<void>;
  /** Runs the site job when its pages are due. */
  run(crash?: CrashRun, seconds?: number): Promise<void>;
}

export async function newStoredListCampaign(seeded: Seed): Promise<StoredListCampaign> {
  const store = newMemoryStore();
  const table = tableOf(store);
  await seed(table, { letter: letterSource, release: releaseSource, ...seeded });
  const site = newSite(table);
  const ids = newIds();
  let delivered = store.changes.length;
  return {
    store,
    table,
    site,
    change: (id, changed) => {
      const key = signOnKey(slug, id);
      const was = store.items().find(({ PK, SK }) => PK === key.PK && SK === key.SK);
      store.put({ ...was, ...changed, ...key });
    },
    deliver: async (again = false) => {
      const changes = store.changes.slice(again ? 0 : delivered);
      delivered = store.changes.length;
      await noteListingChanges(
        store,
        changes.map(({ key, oldImage, newImage }) => ({
          key,
          oldImage: oldImage && unmarshall(oldImage),
          image: newImage && unmarshall(newImage),
        })),
        ids,
      );
    },
    run: async (crash, seconds = 61) => {
      site.now = new Date(site.now.getTime() + seconds * 1000);
      await runSiteJob({ ...site.dependencies(crash), namesPerPage }, slug);
    },
  };
}

const tableOf = (store: MemoryStore): TestStore => ({
  store,
  client: { destroy: () => {} },
  put: async (item) => store.put(item),
});

/** The site as a job writes it that reads every row and finds nothing stored. */
export async function rebuiltSite({ store, site }: StoredListCampaign): Promise<Site> {
  const copy = newMemoryStore();
  for (const { PK, SK, ...item } of store.items()) copy.put({ PK: String(PK), SK: String(SK), ...item });
  await copy.update({ key: gateKey(slug), update: 'REMOVE listing, lease, pagesWrittenAt, siteRetryAt' });
  const other = newSite(tableOf(copy), site.now);
  for (const [key, body] of site.snapshots.files)
    if (key.startsWith('snapshots/')) other.snapshots.files.set(key, body);
  await runSiteJob({ ...other.dependencies(), namesPerPage }, slug);
  return other;
}

/** Everything that a site says of who has signed, however the names are spread over pages. */
export function listOf({ site }: Site, folder: 'letter' | 'signatories') {
  return ['', 'es/'].map((language) => {
    const text = (name: string) => site.files.get(`${slug}/${language}${name}`) ?? '';
    const names: string[] = [];
    const sizes: number[] = [];
    const headings: string[] = [];
    for (let page = 1; ; page++) {
      const html = text(`${folder}/${page === 1 ? '' : `${page}/`}index.html`);
      const pages = Number(/(?:Page|Página) \d+ (?:of|de) (\d+)/.exec(html)?.[1] ?? 1);
      const list = html.slice(html.indexOf('id="signatories"'));
      const read = [...list.matchAll(/<li><bdi>([\s\S]*?)<\/li>/g)].map(([, line = '']) => line);
      names.push(...read);
      sizes.push(read.length);
      const onPage = [...list.matchAll(/<h([34])>([\s\S]*?)<\/h\1>/g)].map(([, , heading = '']) => heading);
      // A page repeats the headings of the one before.
      for (const heading of onPage)
        if (!/continued|continuación/.test(heading) && !headings.includes(heading)) headings.push(heading);
      if (page >= pages) break;
    }
    const [first = ''] = [text(`${folder}/index.html`)];
    return {
      names,
      sizes,
      headings,
      notes: [...first.matchAll(/<p class="note">([\s\S]*?)<\/p>/g)].map(([, note = '']) => note),
      files: ['letter.txt', 'signatories.json', 'signatories.csv', 'letter.pdf'].map(text),
    };
  });
}
