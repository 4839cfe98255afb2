import { createHash } from 'node:crypto';
import type { Settings } from '../../campaign/settings.ts';
import { type ImportRow, type RowMistake, readImport } from '../../sign-on/import-rows.ts';
import { newDryRunStore } from '../../table/dry-run-store.ts';
import type { Store } from '../../table/table.ts';
import { openGate } from '../counting/open-gate.ts';
import {
  beginImport,
  endImport,
  type ImportedRow,
  type ImportInput,
  importedSignOnId,
  importRow,
} from './import.ts';

/** A table of signatures whose rows can all be imported. */
export interface ImportFile {
  rows: ImportRow[];
  /** Hash of the file's bytes: the same file goes on where its import was interrupted. */
  hash: string;
}

/** Reads a table of signatures. Every mistake is found, also the same signature twice; with one, nothing is imported. */
export function readImportFile(
  bytes: Uint8Array,
  { settings, addressKey, now }: { settings: Settings; addressKey: string; now: Date },
): ImportFile | { mistakes: RowMistake[] } {
  const { rows, mistakes } = readImport(bytes, settings, now.toISOString().slice(0, 10));
  mistakes.push(...repeatedRows(rows, addressKey));
  if (mistakes.length > 0) return { mistakes: mistakes.toSorted((one, other) => one.row - other.row) };
  return { rows, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** The same signature twice, with the same details or others: an organizer must choose one. */
function repeatedRows(rows: ImportRow[], addressKey: string): RowMistake[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const id = importedSignOnId(addressKey, row);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row.row);
    return earlier === undefined
      ? []
      : [{ row: row.row, reason: { field: 'email', code: 'repeated' as const, earlier } }];
  });
}

/** What an import would do with each row: the import itself, with its writes kept from the table. */
export async function tryImport(
  store: Store,
  input: ImportInput,
  { rows }: Pick<ImportFile, 'rows'>,
): Promise<ImportedRow[]> {
  const dry = newDryRunStore(store);
  const imported: ImportedRow[] = [];
  for (const row of rows) imported.push(await importRow(dry, input, row));
  return imported;
}

export interface ImportFileOptions {
  /** Who imports: an organizer's address, or `organizer` for somebody at a terminal. */
  actor?: string;
  /** Gives up another file whose import was interrupted; the rows that it wrote stay. */
  replacesUnfinished?: boolean;
  /** When to stop, in milliseconds of `Date.now`: what is left waits for the same file to be imported again. */
  until?: number;
}

/** `left`: rows that there was no time for. The gate stays shut until they are imported. */
export type ImportFileOutcome =
  | { outcome: 'imported'; rows: ImportedRow[]; left: number }
  | { outcome: 'other-import' | 'not-now' };

/**
 * Imports every row of a file, then lets the gate open again. The gate is shut meanwhile, so that no letter is published
 * with half of a file. Repeated with the same file, it goes on where it was interrupted, and changes nothing twice.
 */
export async function importFile(
  store: Store,
  input: ImportInput,
  { rows, hash }: ImportFile,
  { actor, replacesUnfinished = false, until = Number.POSITIVE_INFINITY }: ImportFileOptions = {},
): Promise<ImportFileOutcome> {
  const { settings, now, newUlid } = input;
  const { slug } = settings;
  const begun = await beginImport(store, slug, hash, replacesUnfinished);
  if (begun !== 'begun') return { outcome: begun };
  const imported: ImportedRow[] = [];
  for (const row of rows) {
    if (Date.now() >= until)
      return { outcome: 'imported', rows: imported, left: rows.length - imported.length };
    imported.push(await importRow(store, input, row));
  }
  await endImport(store, slug, hash, { imported: rows.length, now, newUlid, ...(actor && { actor }) });
  await openGate(store, slug, now);
  return { outcome: 'imported', rows: imported, left: 0 };
}
