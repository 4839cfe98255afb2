import { createHash } from 'node:crypto';
import { gateObstacles, type Obstacle } from '../../campaign/gate.ts';
import type { Settings } from '../../campaign/settings.ts';
import { decodeText } from '../../decode-text.ts';
import { type ImportRow, type RowMistake, readImport } from '../../sign-on/import-rows.ts';
import { newDryRunStore } from '../../table/dry-run-store.ts';
import { readGate } from '../../table/gate.ts';
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
  /** Hash of the file's text: the same table goes on where its import was interrupted. */
  hash: string;
}

/**
 * Reads a table of signatures. Every mistake is found, also the same signature twice; with one, nothing is imported.
 */
export function readImportFile(
  bytes: Uint8Array,
  { settings, addressKey, now }: { settings: Settings; addressKey: string; now: Date },
): ImportFile | { mistakes: RowMistake[] } {
  const { rows, mistakes } = readImport(bytes, settings, now.toISOString().slice(0, 10));
  mistakes.push(...repeatedRows(rows, addressKey));
  if (mistakes.length > 0) return { mistakes: mistakes.toSorted((one, other) => one.row - other.row) };
  return { rows, hash: textHash(bytes) };
}

/** The same for a file and for its text as a browser sends it again, with other line ends and without a byte order mark. */
function textHash(bytes: Uint8Array): string {
  const text = decodeText(bytes)?.replace(/\r\n?/g, '\n');
  return createHash('sha256')
    .update(text ?? bytes)
    .digest('hex');
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

const endsWithImport = (obstacle: Obstacle): boolean => obstacle === 'threshold' || obstacle === 'import';

/**
 * Whether an import can publish the letter: nothing keeps it back but missing signatures and an unfinished import, which
 * this one continues or replaces. Whoever imports is told before.
 */
export async function canImportPublish(store: Store, slug: string, now: Date): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate?.status === 'collecting' && gateObstacles(gate, now).every(endsWithImport);
}

/** What became of the rows of a file. */
export interface ImportedRows {
  rows: ImportedRow[];
  /** How many there was no time for. */
  left: number;
}

const always = (): boolean => true;

/** What an import would do with each row: the import itself, with its writes kept from the table. */
export const tryImport = (
  store: Store,
  input: ImportInput,
  { rows }: Pick<ImportFile, 'rows'>,
  hasTime: () => boolean = always,
): Promise<ImportedRows> => importRows(newDryRunStore(store), input, rows, hasTime);

async function importRows(
  store: Store,
  input: ImportInput,
  rows: readonly ImportRow[],
  hasTime: () => boolean,
): Promise<ImportedRows> {
  const imported: ImportedRow[] = [];
  for (const row of rows) {
    if (!hasTime()) break;
    imported.push(await importRow(store, input, row));
  }
  return { rows: imported, left: rows.length - imported.length };
}

export interface ImportFileOptions {
  /** Who imports: an organizer's address, or `organizer` for somebody at a terminal. */
  actor?: string;
  /** Gives up another file whose import was interrupted; the rows that it wrote stay. */
  replacesUnfinished?: boolean;
  /** Asked before each row. What is left waits for the same file to be imported again. */
  hasTime?: () => boolean;
}

export type ImportFileOutcome =
  | ({ outcome: 'imported' } & ImportedRows)
  | { outcome: 'other-import' | 'not-now' };

/**
 * Imports every row of a file, then lets the gate open again. The gate is shut meanwhile, so that no letter is
 * published with half of a file. Repeated with the same file, it goes on where it was interrupted, and changes nothing
 * twice.
 */
export async function importFile(
  store: Store,
  input: ImportInput,
  { rows, hash }: ImportFile,
  { actor, replacesUnfinished = false, hasTime = always }: ImportFileOptions = {},
): Promise<ImportFileOutcome> {
  const { settings, now, newUlid } = input;
  const { slug } = settings;
  const begun = await beginImport(store, slug, hash, { now: now(), replacesUnfinished });
  if (begun !== 'begun') return { outcome: begun };
  const imported = await importRows(store, input, rows, hasTime);
  if (imported.left === 0) {
    await endImport(store, slug, hash, {
      imported: rows.length,
      now: now(),
      newUlid,
      ...(actor && { actor }),
    });
    await openGate(store, slug, now());
  }
  return { outcome: 'imported', ...imported };
}
