import { partsOf } from '../organization/bodies.ts';
import { hasMixedScripts } from '../organization/confusables.ts';
import { isFormWord } from '../organization/legal-forms.ts';
import { foldLetters, lettersOf } from '../organization/letters.ts';
import { isNoPersonsName, isNotAName, isNotPrintable } from '../organization/not-a-name.ts';
import { isNotAPlace } from '../organization/place-words.ts';
import { hasNoLetter } from '../organization/placeholder.ts';
import { regionOf } from '../organization/regions.ts';
import { flagTable } from './flag-table.ts';
import type { Flag } from './flags.ts';
import { normalizeEmail } from './ids.ts';
import type { InvitationUse } from './invitation-use.ts';
import type { MailDomains } from './mail-domains.ts';
import { makesSignOnWait } from './review.ts';
import type { Details, SignOn } from './sign-on.ts';

/** All that evidence is made from when a button is pressed. What needs the table has been read before. */
export interface EvidenceInput {
  kind: SignOn['kind'];
  email: string;
  details: Details;
  /** What the form noticed. */
  formSuspicions: readonly string[];
  /** Signed names that are nearly this one, nearest first. Of a person: another one of exactly this name and mailbox. */
  lookAlikes: readonly { organizationKey: string; id: string; score: number; isRejected?: boolean }[];
  /** Other organizations for which the same mailbox has lately confirmed; of a person, other people. */
  otherOrganizations: number;
  /** The same for all addresses of its own domain. 0 if the domain is not its own. */
  othersOfDomain: number;
  /** The protected name that this one nearly is, and that may not be used from this address. */
  protectedName?: string | undefined;
  /** From where an invited organization signs. Undefined: it is not invited, or nothing is known of it. */
  invitation?: InvitationUse | undefined;
  /** The sign-on of this organization that an organizer has rejected. */
  rejected?: string | undefined;
  /** Another organization's sign-on that counts and has the same website. */
  sameWebsite?: { organizationKey: string; id: string } | undefined;
}

/**
 * What an organizer sees beside a sign-on: its flags, and bursts, which show only among all sign-ons. `flagTable` lists
 * every kind.
 */
export type Evidence = Flag | { flag: 'burst'; signOns: number };

/** Names like one organization's that an organizer is shown, at most. Rejected ones are counted apart. */
const maxShown = 3;

/** Other organizations of one mail domain from which on this is shown: all members of a federation have its domain. */
const minOthersOfDomain = 3;

/** Flags that say that an organization may be there twice. An invitation says who it is, and not that it is there once. */
const saysTwice: readonly Flag['flag'][] = ['look-alike', 'same-website'];

/**
 * The flags of a sign-on. A flag is a question, not an answer. An invited organization that signs from its own domain
 * waits for none that asks who it is. After a rejection under its name, somebody has to ask. Pure.
 */
export function evidenceOf(input: EvidenceInput, domains: MailDomains): Flag[] {
  const flags = allFlags(input, domains);
  if (input.invitation?.from !== 'own-domain') return flags;
  return flags.filter(
    (flag) =>
      !makesSignOnWait(flag) ||
      saysTwice.includes(flag.flag) ||
      (flag.flag === 'rejected-before' && flag.id === input.rejected),
  );
}

function allFlags(input: EvidenceInput, domains: MailDomains): Flag[] {
  const { kind, email, details, formSuspicions, lookAlikes, otherOrganizations, othersOfDomain } = input;
  const mail = normalizeEmail(email).split('@').at(-1) ?? '';
  const flags: Flag[] = formSuspicions.map((suspicion) => ({ flag: 'form', suspicion }));
  const isDisposable = domains.isDisposableMail(mail);
  if (isDisposable) flags.push({ flag: 'disposable-mail', domain: mail });
  flags.push(...ofName(kind, details));
  if (input.protectedName !== undefined) flags.push({ flag: 'protected-name', name: input.protectedName });
  if (input.rejected !== undefined) flags.push({ flag: 'rejected-before', id: input.rejected });
  const ofNames = flagsOfNames(lookAlikes);
  const ofMailbox: Flag[] =
    otherOrganizations > 0 ? [{ flag: 'shared-address', others: otherOrganizations }] : [];
  if (kind === 'individual') return [...flags, ...ofNames, ...ofMailbox];
  if (input.invitation?.from === 'elsewhere')
    flags.push({ flag: 'invited-elsewhere', host: input.invitation.invitedHost });
  const isFree = !isDisposable && domains.isFreeMail(mail);
  if (isFree) flags.push({ flag: 'free-mail', domain: mail });
  flags.push(...ofWebsite(details.website, mail, !isFree && !isDisposable, domains));
  flags.push(...ofNames);
  flags.push(...flagsOfWebsite(details.website, input.sameWebsite));
  flags.push(...ofMailbox);
  if (othersOfDomain >= minOthersOfDomain)
    flags.push({ flag: 'shared-domain', domain: mail, others: othersOfDomain });
  return flags;
}

/** The flags of names that are nearly the same, nearest first. Those that were rejected come last. */
export function flagsOfNames(lookAlikes: EvidenceInput['lookAlikes']): Flag[] {
  const standing = lookAlikes.filter(({ isRejected }) => !isRejected);
  const rejected = lookAlikes.filter(({ isRejected }) => isRejected);
  return [
    ...standing
      .slice(0, maxShown)
      .map(({ organizationKey, id, score }): Flag => ({ flag: 'look-alike', organizationKey, id, score })),
    ...rejected.slice(0, maxShown).map(({ id }): Flag => ({ flag: 'rejected-before', id })),
  ];
}

/** The flag of a website that another organization has, too, if one has. */
export const flagsOfWebsite = (
  website: string | undefined,
  sameWebsite: EvidenceInput['sameWebsite'],
): Flag[] => (sameWebsite && website ? [{ flag: 'same-website', website, ...sameWebsite }] : []);

function ofName(kind: SignOn['kind'], details: Details): Flag[] {
  const { organizationName = '', name, publicName } = details;
  const flags: Flag[] = [];
  const isNone =
    kind === 'organization'
      ? isNotAName(organizationName) || isAnotherField(organizationName, details)
      : publicName === 'withheld'
        ? hasNoLetter(name)
        : isNoPersonsName(name);
  // What stands beside the name is printed, too.
  const isNotPlace = [details.city, details.region].some(
    (place) => place !== undefined && (isNotPrintable(place) || isNotAPlace(place)),
  );
  if (isNone || isNotPlace) flags.push({ flag: 'not-a-name' });
  const printed = [kind === 'organization' ? organizationName : name, details.city, details.region];
  if (printed.some((text = '') => hasMixedScripts(text))) flags.push({ flag: 'mixed-scripts' });
  return flags;
}

/**
 * Whether an organization's name repeats another field: the signer's name or title, also beside another name, or the
 * city, with its region in any spelling or without it.
 */
function isAnotherField(typed: string, details: Details): boolean {
  const { name, title, city, region, country } = details;
  const letters = (text: string): string => lettersOf(foldLetters(text));
  const state = region && regionOf(region, country);
  const others = [
    title,
    city,
    region,
    `${city ?? ''} ${region ?? ''}`,
    state && `${city ?? ''} ${state.key}`,
    state && `${city ?? ''} ${state.name ?? ''}`,
  ];
  return (
    others.some((other) => other && letters(other) !== '' && letters(other) === letters(typed)) ||
    isNameOfPerson(typed, name) ||
    hasOwnPart(typed, details)
  );
}

const titles = 'dr|mr|mrs|ms|miss|mx|rev|reverend|hon|prof|professor|sr|sra|srta|lic|ing|don|dona';
const honorifics = new RegExp(`^(?:${titles})$`);
/** Before a whole name, also those that are names themselves. */
const leadingHonorifics = new RegExp(
  String.raw`^(?:(?:${titles}|pastora?|rabbi|imam|fr|father|padre|bishop|obispo|deacon)\.?\s+)+`,
);
const behindPersons =
  /^(?:jr|md|phd|rn|esq|cpa|mba|lcsw|individual|individually|personally|self|family|familia)$/;

/**
 * "Dr. Ana Ruiz", "Ruiz, Ana", "Ana M. Ruiz, RN", "The Ruiz Family" of a signer called Ana Ruiz. "Ana Ruiz Foundation"
 * is a name.
 */
function isNameOfPerson(typed: string, name: string): boolean {
  const wordsIn = (text: string): string[] =>
    foldLetters(text.replace(/(?<=\p{L})\.(?=\p{L})/gu, ''))
      .split(/[^\p{L}\p{N}']+/u)
      .filter((word) => word.length > 1 && !honorifics.test(word));
  const own = wordsIn(name).filter((word) => !behindPersons.test(word));
  const words = wordsIn(typed);
  const plain = words.filter((word) => !behindPersons.test(word));
  const isFamily = words.some((word) => /^famil(?:y|ia)$/.test(word));
  if (isFamily && words.length < 4)
    return plain.filter((word) => word !== 'the' && word !== 'la').join(' ') === own.at(-1);
  return own.length > 1 && plain.toSorted().join(' ') === own.toSorted().join(' ');
}

/** "Harbor Families, Rev. Ana Ruiz", "Harbor Families (Program Lead)" of its signer. "Ana Ruiz, Inc." is a name. */
function hasOwnPart(typed: string, { name, title = '' }: Details): boolean {
  const withoutHonorific = (text: string): string => foldLetters(text.trim()).replace(leadingHonorifics, '');
  const parts = partsOf(foldLetters(typed)).map((part) => lettersOf(withoutHonorific(part)));
  // A single word may be a word of the name, too: "Rosa", "Harbor".
  const own = [name, title]
    .map(withoutHonorific)
    .filter((text) => text.includes(' '))
    .map(lettersOf);
  return (
    parts.some((part) => own.includes(part)) && parts.some((part) => !own.includes(part) && !isFormWord(part))
  );
}

function ofWebsite(
  website: string | undefined,
  mail: string,
  isOwnMail: boolean,
  { registrableDomain, isFreeMail }: MailDomains,
): Flag[] {
  const host = website && URL.canParse(website) ? new URL(website).hostname : undefined;
  const site = host && (registrableDomain(host) ?? host);
  if (!host || !site || isFreeMail(host)) return [{ flag: 'no-website' }];
  const isSame = site === (registrableDomain(mail) ?? mail);
  return isOwnMail && !isSame ? [{ flag: 'other-domain', website: site, mail }] : [];
}

/**
 * The weight of a sign-on's flags, for the order in which organizers see them. What hardly happens by accident weighs
 * most. Free mail alone weighs least, since small groups have nothing else.
 */
export const suspicionScore = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, flag) => sum + weightOf(flag), 0);

function weightOf(flag: Evidence): number {
  const { weight } = flagTable[flag.flag];
  if (flag.flag === 'form') return flag.suspicion === 'honeypot' ? 2 * weight : weight;
  if (flag.flag === 'shared-address') return flag.others > 1 ? weight : 1;
  return weight;
}
