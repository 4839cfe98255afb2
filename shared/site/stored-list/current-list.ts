import type { Gate } from '../../campaign/gate.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import type { ListEntry, SignatoryList } from '../../operations/listing/list-signatories.ts';
import type { TextFile } from './list-texts.ts';

/** The list as it is now, and which pages do not show it yet. */
export interface CurrentList {
  inOrder(language: Language): SignatoryList;
  /** Numbers of the pages that have to be written, in the order of a language. Undefined: all. */
  pagesToWrite(language: Language): ReadonlySet<number> | undefined;
  /** A text with everybody on the list, as a file of the site. */
  text: TextFile;
  /** Stores the list. Call it once all changed files are written. */
  keep(): Promise<void>;
}

export interface ListSource {
  /** Everybody who is listed, from the table, in the order of ids. */
  readAll(): AsyncIterable<ListEntry>;
  /** One sign-on as it is in the table now. Undefined: it is not listed. */
  readOne(id: string): Promise<ListEntry | undefined>;
}

export interface ListInput {
  settings: Settings;
  gate: Gate;
  now: Date;
  /** How many were on the list as released. Absent before that. */
  released?: number;
  /** A hash of everything that pages show beside the list. If it changes, all pages are written. */
  inputs: string;
  /** Whether everything has to be read. */
  mustReadAll: boolean;
  source: ListSource;
}
