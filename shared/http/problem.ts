import type { LocalizedSettings } from '../campaign/localized-settings.ts';
import { Failure } from '../failure.ts';
import type { Catalog } from '../i18n/texts.ts';
import type { FieldError } from '../rendering/pages/field.tsx';
import type { FieldRefusal } from '../sign-on/field-refusals.ts';

/** Why a request can be refused, with the status. The names are the last part of `type` (`/problems/closed`). */
const statuses = {
  malformed: 400,
  'sign-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'not-open-yet': 409,
  closed: 409,
  paused: 409,
  changed: 409,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'too-many': 429,
} as const;
export type ProblemType = keyof typeof statuses;
export const problemTypes = Object.keys(statuses);

/** Our own errors have no page: their `type` is `about:blank` (RFC 9457 section 4.2.1). */
const faults = { unexpected: 500, busy: 503 } as const;
type Fault = keyof typeof faults;

/** Texts in the catalog's `problems` that have a title and a detail. */
export type ProblemText = {
  [Key in keyof Catalog['problems']]: Catalog['problems'][Key] extends string ? never : Key;
}[keyof Catalog['problems']];

export interface ProblemOptions {
  /** A detail that replaces the type's own. */
  text?: ProblemText;
  /** Refused fields, for `invalid`. */
  errors?: FieldRefusal[];
  /** The campaign's own questions, with the labels that the errors use. */
  questions?: { id: string; label: string }[];
  /** The campaign whose page says what to do next. It also decides the language. */
  campaign?: Pick<LocalizedSettings, 'slug' | 'language' | 'own'>;
  /** The page for a browser instead of the problem's own page, such as the form with everything that was typed. */
  page?: (errors: FieldError[]) => Promise<string>;
  /** Title and detail of this refusal in the requester's language, instead of the texts in the catalog. */
  words?: { title: string; detail: string };
  /** Additional members of the problem document, for programs. */
  more?: Record<string, unknown>;
  /** The link to what to do next, for a browser. */
  back?: { href: string; label: string };
  /** Seconds after which to try again. */
  retryAfterSeconds?: number;
}

const busyRetryAfterSeconds = 2;

/**
 * A refusal. If it is thrown anywhere within the middleware, it becomes the answer: problem+json (RFC 9457) or a
 * page.
 */
export class Problem extends Error {
  readonly type: string;
  readonly status: number;
  readonly text: ProblemText;
  readonly options: ProblemOptions;
  readonly headers: Record<string, string>;

  constructor(type: ProblemType | Fault, options: ProblemOptions = {}) {
    super(type);
    this.name = 'Problem';
    this.type = type in faults ? 'about:blank' : `/problems/${type}`;
    this.status = { ...statuses, ...faults }[type];
    this.text = options.text ?? type;
    this.options = options;
    const { retryAfterSeconds = type === 'busy' ? busyRetryAfterSeconds : undefined } = options;
    this.headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  }
}

/**
 * Turns any error into a problem that reveals nothing. Conflicts and outages are temporary, everything else is our
 * fault.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const passes = error instanceof Failure && error.kind !== 'refused';
  return new Problem(passes ? 'busy' : 'unexpected');
}
