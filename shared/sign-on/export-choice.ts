import { readInstant, startOfDay } from '../campaign/local-time.ts';
import type { SignOn } from './sign-on.ts';

/** `standard` has everything, the others what a CRM imports. */
export const exportFormats = ['standard', 'action-network', 'actionkit', 'civicrm'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which sign-ons an export can be restricted to. Of several, all apply. */
export const exportGroups = ['organizations', 'individuals', 'counted', 'newsletter'] as const;
export type ExportGroup = (typeof exportGroups)[number];

export interface ExportChoice {
  format: ExportFormat;
  only: readonly ExportGroup[];
  /** ISO 8601 UTC. */
  since?: string | undefined;
}

export const everything: ExportChoice = { format: 'standard', only: [] };

export type ExportField = 'format' | 'only' | 'since';

/**
 * What somebody chose, or the fields that say something else than they can. `only` is a list with commas; empty ones
 * are no choice.
 */
export function readExportChoice(
  { format, only, since }: Partial<Record<ExportField, string | undefined>>,
  timeZone: string,
): { choice: ExportChoice; wrong: ExportField[] } {
  const groups = (only ?? '')
    .split(',')
    .map((group) => group.trim())
    .filter(Boolean);
  const chosen = {
    format: exportFormats.find((each) => each === (format || 'standard')),
    only: exportGroups.filter((each) => groups.includes(each)),
    since: since ? (startOfDay(since, timeZone) ?? readInstant(since, timeZone)) : undefined,
  };
  const isBoth = chosen.only.includes('organizations') && chosen.only.includes('individuals');
  const isUnknown = groups.some((group) => !chosen.only.some((each) => each === group));
  return {
    choice: { ...everything, ...chosen, format: chosen.format ?? 'standard' },
    wrong: [
      ...(chosen.format === undefined ? (['format'] as const) : []),
      ...(isBoth || isUnknown ? (['only'] as const) : []),
      ...(since && chosen.since === undefined ? (['since'] as const) : []),
    ],
  };
}

/** Whoever is imported into these is subscribed to mailings, so they need the answer to the newsletter box. */
export const needsConsent = (format: ExportFormat): boolean =>
  format === 'action-network' || format === 'actionkit';

/**
 * Whether a sign-on belongs to an export. A file for a CRM has confirmed ones that no organizer has yet to look at, and
 * nobody who withdrew, was rejected or erased, said no to the newsletter, unsubscribed, complained, or cannot be
 * reached.
 */
export function isExported(signOn: SignOn, { format, only, since }: ExportChoice): boolean {
  const { kind, counted, signed } = signOn;
  const groups: Record<ExportGroup, boolean> = {
    organizations: kind === 'organization',
    individuals: kind === 'individual',
    counted: counted === 'yes',
    newsletter: signed?.newsletter === true,
  };
  if (!only.every((group) => groups[group])) return false;
  if (since !== undefined && !timesOf(signOn).some((time) => time !== undefined && time >= since))
    return false;
  return format === 'standard' || isContact(signOn, needsConsent(format));
}

/** When its signer did something. */
const timesOf = ({
  requestedAt,
  confirmedAt,
  withdrawnAt,
  proposedAt,
  signed,
}: SignOn): (string | undefined)[] => [
  ...[requestedAt, confirmedAt, withdrawnAt, proposedAt, signed?.newsletterAt],
];

function isContact(
  { status, email, signed, proposed, review, unsubscribed, mailFeedback }: SignOn,
  isConsentNeeded: boolean,
): boolean {
  if (status !== 'confirmed' || email === '' || review === 'waiting' || !signed) return false;
  if (unsubscribed !== undefined || mailFeedback?.what === 'complained' || mailFeedback?.what === 'bounced')
    return false;
  // A no counts at once, although the words beside it wait for an organizer. A yes waits with them.
  if (proposed?.newsletter === false) return false;
  return isConsentNeeded ? signed.newsletter === true : signed.newsletter !== false;
}
