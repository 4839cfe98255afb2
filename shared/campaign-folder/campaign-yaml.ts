import * as z from 'zod';
import { isLocalTime, isTimeZone, looksLikeLocalTime } from '../campaign/local-time.ts';
import { weekdays } from '../campaign/publication-window.ts';
import { questionAudiences } from '../campaign/questions.ts';
import {
  isReservedSlug,
  organizerRoles,
  reservedSlugs,
  reviewKinds,
  slugSchema,
} from '../campaign/settings.ts';
import { meantTimeZone, timeZoneOfAbbreviation } from '../campaign/time-zone-names.ts';
import { languageSchema } from '../i18n/language.ts';
import { brandingYamlSchema } from './branding.ts';
import { emailAddress, line, plainLine, threshold, webAddress } from './fields.ts';
import { saying } from './issue-words.ts';
import { questions, thanks } from './questions.ts';

const localTime = z.string().refine(
  isLocalTime,
  saying(({ values: t }, value) => (looksLikeLocalTime(String(value)) ? t.noSuchTime : t.notLocalTime)),
);

const timeZone = z.string().check((context) => {
  const { value: input } = context;
  const abbreviated = timeZoneOfAbbreviation(input);
  const isNamedByPlace = /^(?!us\/)[a-z]+\//i.test(input);
  if (isTimeZone(input) && (abbreviated === undefined || isNamedByPlace)) return;
  const meant = abbreviated ?? meantTimeZone(input);
  context.issues.push({
    code: 'custom',
    input,
    ...saying(({ values: t }) => (meant === undefined ? t.notTimeZone : t.otherTimeZone(meant))),
  });
});

const slug = slugSchema.refine(
  (name) => !isReservedSlug(name),
  saying((t) => t.values.reservedSlug(reservedSlugs.join(', '))),
);

const signatories = z
  .strictObject({ organizations: z.boolean().default(false), individuals: z.boolean().default(false) })
  .refine(
    ({ organizations, individuals }) => organizations || individuals,
    saying((t) => t.values.nobodySigns),
  );

const thresholds = z
  .strictObject({ organizations: threshold.optional(), individuals: threshold.optional() })
  .refine(
    ({ organizations, individuals }) => organizations !== undefined || individuals !== undefined,
    saying((t) => t.values.noThreshold),
  );

const atNotBefore = z
  .strictObject({ organizations: threshold.optional(), individuals: threshold.optional() })
  .refine(
    ({ organizations, individuals }) => organizations !== undefined || individuals !== undefined,
    saying((t) => t.values.noLowerNumber),
  );

/** A time of day, `00:00` to `23:59`; with `orEnd` also `24:00`. Such texts sort as times do. */
const timeOfDay = (orEnd: boolean) =>
  z.string().refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || (orEnd && text === '24:00'),
    saying((t, value) => t.values.notTimeOfDay(String(value))),
  );

const windowSchema = z
  .strictObject({ days: z.array(z.enum(weekdays)).min(1), from: timeOfDay(false), to: timeOfDay(true) })
  .refine(
    ({ from, to }) => from < to,
    saying((t) => t.values.neverOpen),
  );

const delivery = z
  .strictObject({
    by: z.enum(['email', 'hand']),
    to: z.array(emailAddress).max(25).default([]),
    cc: z.array(emailAddress).max(25).default([]),
  })
  .refine(
    ({ by, to }) => by !== 'email' || to.length > 0,
    saying((t) => t.values.noRecipient),
  );

/** `campaign.yaml`, format 1, each key by itself. */
export const campaignYamlSchema = z.strictObject({
  format: z.literal(1),
  slug,
  title: line(200),
  summary: line(500),
  language: languageSchema,
  timeZone,
  signatories,
  opens: localTime.optional(),
  closes: localTime.optional(),
  visibility: z.enum(['public', 'link']).default('public'),
  showProgress: z.boolean().default(true),
  publication: z.strictObject({
    threshold: thresholds,
    notBefore: localTime.optional(),
    atNotBefore: atNotBefore.optional(),
    window: windowSchema.optional(),
  }),
  delivery: delivery.optional(),
  letterUrl: webAddress.optional(),
  review: z.enum(reviewKinds).default('flagged'),
  list: z
    .strictObject({
      groupBy: z.enum(['none', 'scope', 'region']).default('none'),
      leads: z.array(line(200)).max(50).default([]),
    })
    .default({ groupBy: 'none', leads: [] }),
  attestation: line(300).optional(),
  showSignatories: z.enum(['after-publication', 'always']).default('after-publication'),
  questions: questions.optional(),
  newsletter: plainLine(200).optional(),
  thanks: thanks.optional(),
  sender: z.strictObject({ name: line(100), address: emailAddress, replyTo: emailAddress.optional() }),
  organizers: z
    .array(z.strictObject({ name: line(100), email: emailAddress, role: z.enum(organizerRoles).optional() }))
    .min(1)
    .max(50)
    .refine(
      (all) => all.some(({ role = 'owner' }) => role === 'owner'),
      saying((t) => t.values.noOwner),
    ),
  branding: brandingYamlSchema.optional(),
  privacy: z.strictObject({
    contact: emailAddress,
    deletePersonalDataAfterDays: z.int().min(1).max(3650),
    postalAddress: line(300).optional(),
  }),
});
export type CampaignYaml = z.output<typeof campaignYamlSchema>;

/** The keys that are compared with each other, as far as each is right by itself. */
export const timesSchema = z.object({
  timeZone,
  opens: localTime.optional().catch(undefined),
  closes: localTime.optional().catch(undefined),
  publication: z.object({ notBefore: localTime.optional().catch(undefined) }).catch({}),
});

export const kindsSchema = z.object({
  signatories,
  publication: z.object({ threshold: z.looseObject({}) }),
});

/** The keys of `publication` that `atNotBefore` is compared with. */
export const numbersSchema = z.object({
  publication: z.object({
    threshold: z.record(z.string(), z.unknown()),
    notBefore: z.unknown().optional(),
    atNotBefore: z.record(z.string(), z.unknown()),
  }),
});

/** As far as `for` of a question is compared with `signatories`. */
export const audiencesSchema = z.object({
  signatories,
  questions: z.array(z.object({ for: z.enum(questionAudiences).catch('both') })),
});
