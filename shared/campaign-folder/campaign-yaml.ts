import * as z from 'zod';
import {
  isLocalTime,
  isTimeZone,
  looksLikeLocalTime,
  timeZoneOfAbbreviation,
} from '../campaign/local-time.ts';
import { weekdays } from '../campaign/publication-window.ts';
import { questionAudiences } from '../campaign/questions.ts';
import {
  isReservedSlug,
  organizerRoles,
  reservedSlugs,
  reviewKinds,
  slugSchema,
} from '../campaign/settings.ts';
import { closestMatch } from '../edit-distance.ts';
import { languageSchema } from '../i18n/language.ts';
import { brandingYamlSchema } from './branding.ts';
import { emailAddress, line, plainLine, threshold, webAddress } from './fields.ts';
import { questions, thanks } from './questions.ts';

const localTime = z.string().refine(isLocalTime, {
  error: ({ input }) =>
    looksLikeLocalTime(String(input))
      ? 'is not a valid date and time'
      : 'must be a date and time without a time zone',
});

const timeZone = z.string().check((context) => {
  const { value: input } = context;
  const abbreviated = timeZoneOfAbbreviation(input);
  if (abbreviated === undefined && isTimeZone(input)) return;
  const zones = Intl.supportedValuesOf('timeZone');
  const meant = abbreviated ?? zoneOfCity(input, zones) ?? closestMatch(input, zones);
  const message = 'is not the name of an IANA time zone';
  context.issues.push({
    code: 'custom',
    input,
    message: meant === undefined ? message : `${message} (did you mean ${meant}?)`,
    params: {
      cure: meant
        ? `Write it like this: timeZone: ${meant}`
        : 'Name a large city with the same time, such as America/New_York. An offset does not know daylight saving time.',
    },
  });
});

/** The zone that is named for a city. */
const zoneOfCity = (city: string, zones: readonly string[]): string | undefined => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  return zones.find((zone) => plain(city) !== '' && plain(zone.split('/').at(-1) ?? '') === plain(city));
};

const slug = slugSchema.refine((name) => !isReservedSlug(name), {
  error: 'is reserved for the site',
  params: { cure: `Choose a slug other than ${reservedSlugs.join(', ')}.` },
});

const signatories = z
  .strictObject({ organizations: z.boolean().default(false), individuals: z.boolean().default(false) })
  .refine(({ organizations, individuals }) => organizations || individuals, {
    error: 'allows nobody to sign',
    params: { cure: 'Write true for organizations, for individuals, or for both.' },
  });

const thresholds = z
  .strictObject({ organizations: threshold.optional(), individuals: threshold.optional() })
  .refine(({ organizations, individuals }) => organizations !== undefined || individuals !== undefined, {
    error: 'has no number',
    params: { cure: 'Write how many must sign: threshold: { organizations: 170 }' },
  });

const atNotBefore = z
  .strictObject({ organizations: threshold.optional(), individuals: threshold.optional() })
  .refine(({ organizations, individuals }) => organizations !== undefined || individuals !== undefined, {
    error: 'has no number',
    params: { cure: 'Write how many are enough at that time: atNotBefore: { organizations: 150 }' },
  });

/** A time of day, `00:00` to `23:59`; with `orEnd` also `24:00`. Such texts sort as times do. */
const timeOfDay = (orEnd: boolean) =>
  z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || (orEnd && text === '24:00'), {
    error: ({ input }) => `is not a time of the day: “${input}”`,
  });

const windowSchema = z
  .strictObject({ days: z.array(z.enum(weekdays)).min(1), from: timeOfDay(false), to: timeOfDay(true) })
  .refine(({ from, to }) => from < to, {
    error: 'is never open because from is not before to',
    params: {
      cure: 'Write an end that is later on the same day: from: "09:00", to: "17:00". Midnight is to: "24:00".',
    },
  });

const delivery = z
  .strictObject({
    by: z.enum(['email', 'hand']),
    to: z.array(emailAddress).max(25).default([]),
    cc: z.array(emailAddress).max(25).default([]),
  })
  .refine(({ by, to }) => by !== 'email' || to.length > 0, {
    error: 'has no recipient',
    params: { cure: 'Add the recipient: delivery: { by: email, to: [commission@example.org] }' },
  });

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
    .refine((all) => all.some(({ role = 'owner' }) => role === 'owner'), {
      error: 'has no owner',
      params: { cure: 'Give at least one organizer role: owner, or no role, which means the same.' },
    }),
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
