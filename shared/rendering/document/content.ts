import type { Tone } from '../../campaign/logo.ts';
import type { Language } from '../../i18n/language.ts';

/**
 * The content model: what a letter and a release say, apart from how they look. Page, plain text (and later PDF)
 * are rendered from the same value, so they cannot differ.
 */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'break' };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'quotation'; children: Block[] }
  | { type: 'code'; text: string }
  | { type: 'rule' };

export interface Contact {
  name: string;
  organization?: string;
  phone?: string;
  email?: string;
}

/**
 * A quote as it is printed: quotation marks are already in `paragraphs` (each further paragraph reopens with “).
 * Exactly one of `attribution` (after the quote, bold) and `lead` (before it) is there.
 */
export interface Quote {
  paragraphs: Inline[][];
  attribution?: Inline[];
  lead?: Inline[];
}

/** What was put right after publication: a dated line for each correction, the latest first. */
export interface Corrections {
  /** `date` in words; `note` as the organizers wrote it. */
  lines: { date: string; note: string }[];
  /** Where the text stands as it was first published. */
  originalUrl: string;
}

/** A logo at the head of a release. */
export interface LogoContent {
  /** The picture as the campaign's folder calls it. */
  file: string;
  /** The name of its file on the site: by what is in it, so that it never changes. */
  name: string;
  /** A PNG in base64. */
  png: string;
  /** How large it is shown, in CSS pixels. */
  width: number;
  height: number;
  tone?: Tone | undefined;
  alt: string;
  /** Language of `alt`. */
  language: Language;
  url?: string;
}

export interface ReleaseContent {
  /** Language that it is written in. */
  language: Language;
  /** Printed above the text; absent where nothing was corrected. */
  corrections?: Corrections;
  /** Absent where there are none, and in mails, which have no pictures. */
  logos?: LogoContent[];
  banner?: string;
  contacts: Contact[];
  /** The publication's date in words, in the campaign's language and time zone. */
  date: string;
  headline: string;
  subheadline?: string;
  /** The dateline and " – " already open the first paragraph. */
  body: Block[];
  quotes: Quote[];
  about: Inline[][];
}

export interface LetterContent {
  /** Language that it is written in. */
  language: Language;
  /** SHA-256 of its source in base64url: what the form below it says was read. Absent where no form can be. */
  hash?: string;
  /** Printed above the text; absent where nothing was corrected. */
  corrections?: Corrections;
  /** In words; the front matter's, else the publication's date. */
  date: string;
  recipient: string[];
  subject: string;
  body: Block[];
  closing: string[];
}

/** A signatory as the public sees it. Nothing else about a signer may reach a page, a file or a mail to others. */
export interface Signatory {
  id: string;
  kind: 'organization' | 'individual';
  /** The organization's name, or the person's as they chose it to be shown; absent: counted, not named. */
  name?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  scope?: 'national' | 'state' | 'local' | undefined;
  website?: string | undefined;
  /** A person whose name was erased. */
  isRemoved?: boolean | undefined;
  /** Day (YYYY-MM-DD in the campaign's time zone) on which it joined after publication; null: as released. */
  addedOn: string | null;
}

export interface SignatoryGroup {
  /** Scope or region as stored; absent where the list is not grouped, for leads, and for those that gave none. */
  heading?: string;
  /** Those that gave none, where others did. */
  isRest?: boolean;
  /** On a page of a longer list: its first names are on the page before. */
  isContinued?: boolean;
  signatories: Signatory[];
}

/** What a reader sees of who signed, in the order in which it is printed; all of it, or one page of it. */
export interface SignatoryLists {
  /** Numbers are of the whole list, on each page. `isContinued`: the first of them are on a page before. */
  organizations: { count: number; groups: SignatoryGroup[]; isContinued?: boolean };
  individuals: {
    count: number;
    named: Signatory[];
    withheld: number;
    /** Of `withheld`, those whose name was erased. */
    removed?: number;
    isContinued?: boolean;
  };
  withdrawnSince: number;
  /** Whether those on the whole list are in more than one country. */
  isInternational: boolean;
  asOf: string;
}

/** Numbers, times and addresses that a text can name. */
export interface TextFacts {
  organizations: number;
  individuals: number;
  thresholdOrganizations: number | null;
  thresholdIndividuals: number | null;
  campaignTitle: string;
  letterUrl: string;
  releaseUrl: string;
  /** Instant of the publication, ISO 8601 UTC. */
  publishedAt: string;
  timeZone: string;
  language: Language;
}
