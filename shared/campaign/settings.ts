import * as z from 'zod';
import { languageSchema, languages } from '../i18n/language.ts';
import { brandingSchema } from './branding.ts';
import { questionSchema, thanksSchema, translatedQuestionSchema } from './questions.ts';

/** Slugs that would hide another path of the site. */
export const reservedSlugs = [
  ...['api', 'console', 'assets', 'problems'],
  // Pages of the console at the place of a campaign's own.
  ...['sign-in', 'sign-out', 'check-your-inbox', 'new'],
  ...languages,
] as const;

const reserved: readonly string[] = reservedSlugs;

/** Whether a campaign cannot have this slug, because the site has it. */
export const isReservedSlug = (slug: string): boolean => reserved.includes(slug);

/** A campaign's name in addresses and keys: 3 to 60 characters, lower case, digits and inner hyphens. */
export const slugSchema = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])$/);

/** An instant in UTC, ISO 8601 with milliseconds and `Z`, so that strings sort by time. */
export const instantSchema = z.iso.datetime({ precision: 3 });

export const yesOrNoSchema = z.enum(['yes', 'no']);

/**
 * What an organizer reviews before it counts: nothing, what evidence flags, or everything
 * (docs/decisions/0015-evidence-and-review.md).
 */
export const reviewKinds = ['none', 'flagged', 'before-counting'] as const;

/** What an organizer may do in the console (`shared/console/permissions.ts`), the least first. */
export const organizerRoles = ['viewer', 'editor', 'owner'] as const;
export type OrganizerRole = (typeof organizerRoles)[number];

const organizerSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** Absent: owner. */
  role: z.enum(organizerRoles).optional(),
});

/**
 * `campaign.yaml` as it is stored: local times are instants, defaults are filled in. What decides about publication is
 * in the gate (`gate.ts`).
 */
export const settingsSchema = z.object({
  slug: slugSchema,
  title: z.string(),
  summary: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  signatories: z.object({ organizations: z.boolean(), individuals: z.boolean() }),
  /** First instant at which one may sign. Absent: at once. */
  opensAt: instantSchema.optional(),
  /** First instant at which one may no longer sign (the minute after `closes`). Absent: never. */
  closesAt: instantSchema.optional(),
  visibility: z.enum(['public', 'link']),
  showProgress: z.boolean(),
  /** `email`: the letter is mailed to `to` before any press mail. `hand`: the gate waits for `campaign delivered`. */
  delivery: z
    .object({ by: z.enum(['email', 'hand']), to: z.array(z.string()), cc: z.array(z.string()) })
    .optional(),
  /** The letter's address, if it is not on this site. */
  letterUrl: z.string().optional(),
  list: z.object({ groupBy: z.enum(['none', 'scope', 'region']), leads: z.array(z.string()) }),
  /** Absent in campaigns that were applied before there was a review: none. */
  review: z.enum(reviewKinds).optional(),
  /** The campaign's own wording. Absent: that of the language. */
  attestation: z.string().optional(),
  /** Who is counted is listed before publication, too. Absent: afterwards alone. */
  showSignatories: z.literal('always').optional(),
  /** Further questions on the form, at most five. */
  questions: z.array(questionSchema).optional(),
  /** The sentence beside the box for news; absent: no box. */
  newsletter: z.string().optional(),
  thanks: thanksSchema.optional(),
  /** What the translated letters say of these; absent: not translated. */
  translations: z
    .partialRecord(
      languageSchema,
      z.object({
        title: z.string().optional(),
        summary: z.string().optional(),
        attestation: z.string().optional(),
        questions: z.record(z.string(), translatedQuestionSchema).optional(),
        newsletter: z.string().optional(),
        thanks: thanksSchema.optional(),
      }),
    )
    .optional(),
  sender: z.object({ name: z.string(), address: z.string(), replyTo: z.string() }),
  organizers: z.array(organizerSchema),
  /**
   * Names in letter and release that a stranger could use, beside leads and sender, with the domain of the contact's
   * address. Absent in campaigns that were applied before they were kept.
   */
  protectedNames: z.array(z.object({ name: z.string(), domain: z.string().optional() })).optional(),
  /** Absent: the coalition's name in type, and the site's own color. */
  branding: brandingSchema.optional(),
  privacy: z.object({
    contact: z.string(),
    deletePersonalDataAfterDays: z.int(),
    postalAddress: z.string().optional(),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A campaign's words in another language than its own. */
export type TranslatedWords = NonNullable<NonNullable<Settings['translations']>[(typeof languages)[number]]>;
