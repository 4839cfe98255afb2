import { errorFields, log } from '../log.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { noticePrintFailed } from '../operations/publishing/print-failed.ts';
import type { Print } from './artifacts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { printFile } from './site-file.ts';

/** What was printed: the keys of the files that are there now, and of those that could not be made. */
export interface Printed {
  made: string[];
  failed: string[];
}

/** Makes and writes what is printed. What cannot be made stops nothing: it is logged, and the organizers are told. */
export async function writePrints(
  { store, siteFiles, now, newUlid }: SiteDependencies,
  lease: Lease,
  prints: readonly Print[],
): Promise<Printed> {
  const { slug } = lease;
  const printed: Printed = { made: [], failed: [] };
  for (const print of prints) {
    await lease.keep();
    const body = await print.make().catch((error: unknown) => {
      log('error', 'print failed', { slug, ...errorFields(error) });
      return undefined;
    });
    await lease.keep();
    if (body) await siteFiles.put(printFile(print, body));
    printed[body ? 'made' : 'failed'].push(print.key);
  }
  if (printed.failed.length > 0)
    await noticePrintFailed(store, { slug, documents: printed.failed, now: now(), newUlid });
  return printed;
}

/** A PDF that was made before may name somebody who has withdrawn since: it does not stay. */
export async function coverFailed(
  { siteFiles }: SiteDependencies,
  lease: Lease,
  keys: string[],
): Promise<void> {
  for (const key of keys.filter((each) => each.endsWith('.pdf'))) {
    await lease.keep();
    await siteFiles.replace(printFile({ key, contentType: 'text/plain; charset=utf-8' }, Buffer.from('\n')));
  }
}
