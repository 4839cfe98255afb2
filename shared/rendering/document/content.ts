import type { Tone } from '../../campaign/logo.ts';
import type { Language } from '../../i18n/language.ts';

/**
 * The content model: what a letter and a release say, independent of how they look. Page, plain text and PDF are
 * rendered from the same value, so they cannot differ.
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
 * A quote in its printed form. `paragraphs` already include quotation marks (each further paragraph reopens with “).
 * There is either an `attribution` (after the quote, its name in bold) or a `lead` (before it).
 */
export interface Quote {
  paragraphs: Inline[][];
  attribution?: Inline[];
  lead?: Inline[];
}

/** What was corrected after publication: a dated line for each correction, the latest first. */
export interface Corrections {
  /** `date` in words; `note` as the organizers wrote it. */
  lines: { date: string; note: string }[];
  /** The address of the text as it was first published. */
  originalUrl: string;
}

/** A logo at the top of a release. */
export interface LogoContent {
  /** The file name of the picture in the campaign's folder. */
  file: string;
  /** Its file name on the site. The name depends on the content, so a file never changes. */
  name: string;
  /** A PNG in base64. */
  png: string;
  /** The size at which it is shown, in CSS pixels. */
  width: number;
  height: number;
  tone?: Tone | undefined;
  alt: string;
  /** Language of `alt`. */
  language: Language;
  url?: string;
}

export interface ReleaseContent {
  /** Language of the text. */
  language: Language;
  /** Printed above the text. Absent if nothing was corrected. */
  corrections?: Corrections;
  /** Absent if there are none, and in emails, which have no pictures. */
  logos?: LogoContent[];
  banner?: string;
  contacts: Contact[];
  /** The date of publication in words, in the campaign's language and time zone. */
  date: string;
  headline: string;
  subheadline?: string;
  /** The first paragraph already begins with the dateline and " – ". */
  body: Block[];
  quotes: Quote[];
  about: Inline[][];
}

export interface LetterContent {
  /** Language of the text. */
  language: Language;
  /**
   * SHA-256 of its source in base64url. The form below the letter sends it to say which text was read. Absent if
   * there can be no form.
   */
  hash?: string;
  /** Printed above the text. Absent if nothing was corrected. */
  corrections?: Corrections;
  /** In words: the date of the front matter, or else the date of publication. */
  date: string;
  recipient: string[];
  subject: string;
  body: Block[];
  closing: string[];
}

/** A signatory as the public sees it. No other data of a signer may reach a page, a file or an email to others. */
export interface Signatory {
  id: string;
  kind: 'organization' | 'individual';
  /**
   * The organization's name, or the person's name as they chose to show it. Absent if they are counted but not named.
   */
  name?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  scope?: 'national' | 'state' | 'local' | undefined;
  website?: string | undefined;
  /** A person whose name was erased. */
  isRemoved?: boolean | undefined;
  /**
   * Day (YYYY-MM-DD in the campaign's time zone) on which it was added after publication. Null if it was in the
   * release.
   */
  addedOn: string | null;
}

export interface SignatoryGroup {
  /** Scope or region as stored. Absent for leads, for signatories that gave none, and if the list is not grouped. */
  heading?: string;
  /** The signatories that gave no scope or region, if others did. */
  isRest?: boolean;
  /** The first names of this group are on the previous page of the list. */
  isContinued?: boolean;
  signatories: Signatory[];
}

/** What a reader sees of the signatories, in the order in which they are printed: the whole list or one page of it. */
export interface SignatoryLists {
  /** Counts are of the whole list, also on each page. `isContinued`: the first names are on a previous page. */
  organizations: { count: number; groups: SignatoryGroup[]; isContinued?: boolean };
  individuals: {
    count: number;
    named: Signatory[];
    withheld: number;
    /** How many of `withheld` were erased. */
    removed?: number;
    isContinued?: boolean;
  };
  withdrawnSince: number;
  /** Whether the signatories on the whole list are in more than one country. */
  isInternational: boolean;
  asOf: string;
}

/** Numbers, times and addresses that a text can contain. */
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
