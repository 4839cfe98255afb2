import type { Localized } from '../../i18n/mistakes/texts.ts';
import { organizationKey } from '../../organization/key.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { invitationUse } from '../../sign-on/invitation-use.ts';
import { mailHostOf } from '../../sign-on/own-domain.ts';
import { ownedNames, protectedNameUsed } from '../../sign-on/protected-use.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import { type Store, undefinedIfUnreadable } from '../../table/table.ts';
import type { CampaignPlan } from './plan.ts';

/** Claims that are read at the same time. */
const claimsAtOnce = 50;

/**
 * Warnings about signatures that count already under a name that a plan newly invites or protects, from another domain
 * than that organization's. With the name in the list before, they would have waited for review. Reads one claim for
 * each new name.
 */
export async function signedElsewhereWarnings(
  store: Store,
  { campaign: { settings }, stored, invited }: Pick<CampaignPlan, 'campaign' | 'stored' | 'invited'>,
  now: Date,
): Promise<Localized<string>[]> {
  if (!stored) return [];
  const { slug } = settings;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const known = new Set(ownedNames(stored.settings).map((owned) => JSON.stringify(owned)));
  const names = ownedNames(settings).filter((owned) => !known.has(JSON.stringify(owned)));
  const ofInvited = await countingUnder(store, { slug, now }, [...invited.added, ...invited.changed], {
    nameOf: ({ organization }) => organization,
    isElsewhere: (row, { email }) => invitationUse(row, email, mailDomains)?.from === 'elsewhere',
  });
  const ofProtected = await countingUnder(store, { slug, now }, names, {
    nameOf: ({ name }) => name,
    isElsewhere: ({ name }, { email }) =>
      protectedNameUsed({ typed: name, email }, settings, mailDomains) !== undefined,
  });
  const warnings: Localized<string>[] = [];
  if (ofInvited.length > 0) warnings.push((t) => t.warnings.invitedElsewhere(listed(ofInvited)));
  if (ofProtected.length > 0) warnings.push((t) => t.warnings.protectedElsewhere(listed(ofProtected)));
  return warnings;
}

/** The sign-ons that count for the organizations that rows name, if their address is elsewhere. Each once. */
async function countingUnder<Row>(
  store: Store,
  { slug, now }: { slug: string; now: Date },
  rows: readonly Row[],
  {
    nameOf,
    isElsewhere,
  }: { nameOf: (row: Row) => string; isElsewhere: (row: Row, holder: SignOn) => boolean },
): Promise<SignOn[]> {
  const holderOf = async (row: Row): Promise<SignOn[]> => {
    const organization = { slug, organizationKey: organizationKey(nameOf(row)), id: '' };
    const id = (await undefinedIfUnreadable(findClaim(store, organization)))?.claim.holder;
    const holder =
      id === undefined ? undefined : await undefinedIfUnreadable(readSignOn(store, { slug, id, now }));
    return holder && isElsewhere(row, holder) ? [holder] : [];
  };
  const found: SignOn[] = [];
  for (let at = 0; at < rows.length; at += claimsAtOnce)
    found.push(...(await Promise.all(rows.slice(at, at + claimsAtOnce).map(holderOf))).flat());
  return [...new Map(found.map((signOn) => [signOn.id, signOn])).values()];
}

/** Each with the host of its address, and the beginning of its id, which commands take. */
const listed = (signOns: readonly SignOn[]): string =>
  signOns
    .map(
      ({ id, email, signed }) =>
        `${safeSubject(signed?.organizationName ?? '')} (${mailHostOf(email)}, ${id.slice(0, 8)})`,
    )
    .join('; ');
