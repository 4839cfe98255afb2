import { hasMixedScripts } from '../organization/confusables.ts';
import { hasNoLetter, isNotAName } from '../organization/not-a-name.ts';
import type { Flag } from './flags.ts';
import { normalizeEmail } from './ids.ts';
import type { MailDomains } from './mail-domains.ts';
import type { Details, SignOn } from './sign-on.ts';

/** All that is looked at when a button is pressed; what needs the table has been read before. */
export interface EvidenceInput {
  kind: SignOn['kind'];
  email: string;
  details: Details;
  /** What the form noticed. */
  formSuspicions: readonly string[];
  /** Signed names that are nearly this one, nearest first. */
  lookAlikes: readonly { organizationKey: string; id: string; score: number }[];
  /** Other organizations for which the same address has lately confirmed. */
  otherOrganizations: number;
}

/** What an organizer is shown beside a sign-on: its flags, and what only shows among all others. */
export type Evidence = Flag | { flag: 'burst'; signOns: number };

/** Names of one organization's that an organizer is shown. */
const maxLookAlikes = 3;

/** What speaks against a sign-on; nothing that does is an answer yet. Pure. */
export function evidenceOf(input: EvidenceInput, domains: MailDomains): Flag[] {
  const { kind, email, formSuspicions, lookAlikes, otherOrganizations } = input;
  const mail = normalizeEmail(email).split('@').at(-1) ?? '';
  const flags: Flag[] = formSuspicions.map((suspicion) => ({ flag: 'form', suspicion }));
  const isDisposable = domains.isDisposableMail(mail);
  if (isDisposable) flags.push({ flag: 'disposable-mail', domain: mail });
  flags.push(...ofName(kind, input.details));
  if (kind === 'individual') return flags;
  const isFree = !isDisposable && domains.isFreeMail(mail);
  if (isFree) flags.push({ flag: 'free-mail', domain: mail });
  flags.push(...ofWebsite(input.details.website, mail, !isFree && !isDisposable, domains));
  for (const { organizationKey, id, score } of lookAlikes.slice(0, maxLookAlikes))
    flags.push({ flag: 'look-alike', organizationKey, id, score });
  if (otherOrganizations > 0) flags.push({ flag: 'shared-address', others: otherOrganizations });
  return flags;
}

function ofName(kind: SignOn['kind'], { organizationName = '', name }: Details): Flag[] {
  const flags: Flag[] = [];
  const isNone = kind === 'organization' ? isNotAName(organizationName) : hasNoLetter(name);
  if (isNone) flags.push({ flag: 'not-a-name' });
  if (hasMixedScripts(kind === 'organization' ? organizationName : name))
    flags.push({ flag: 'mixed-scripts' });
  return flags;
}

function ofWebsite(
  website: string | undefined,
  mail: string,
  isOwnMail: boolean,
  { registrableDomain, isFreeMail, isPlatform }: MailDomains,
): Flag[] {
  const host = website && URL.canParse(website) ? new URL(website).hostname : undefined;
  const site = host && (registrableDomain(host) ?? host);
  if (!site || isPlatform(site) || isFreeMail(site)) return [{ flag: 'no-website' }];
  const isSame = site === (registrableDomain(mail) ?? mail);
  return isOwnMail && !isSame ? [{ flag: 'other-domain', website: site, mail }] : [];
}

/** Other organizations of one address that need no look: who runs one may sign for its sister, too. */
const maxUnsuspiciousOthers = 1;

/** Whether a flag by itself keeps a sign-on waiting for an organizer; the rest is only shown beside it. */
export function requiresReview(flag: Flag): boolean {
  switch (flag.flag) {
    case 'no-website':
    case 'second-domain':
      return false;
    case 'shared-address':
      return flag.others > maxUnsuspiciousOthers;
    case 'disposable-mail':
    case 'free-mail':
    case 'other-domain':
    case 'look-alike':
    case 'not-a-name':
    case 'mixed-scripts':
    case 'same-name':
    case 'form':
      return true;
  }
}

/**
 * How much speaks against a sign-on, for the order in which organizers see them: 0 and more. What hardly happens by
 * accident weighs most; free mail alone is what small groups have.
 */
export const suspicionScore = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, flag) => sum + weightOf(flag), 0);

function weightOf(flag: Evidence): number {
  switch (flag.flag) {
    case 'form':
      return flag.suspicion === 'honeypot' ? 10 : 5;
    case 'disposable-mail':
      return 10;
    case 'look-alike':
      return flag.score >= 90 ? 6 : 4;
    // Somebody claims a website that their address has nothing to do with: more than having none.
    case 'other-domain':
      return 5;
    case 'not-a-name':
    case 'mixed-scripts':
      return 6;
    case 'burst':
      return 4;
    case 'shared-address':
      return flag.others > maxUnsuspiciousOthers ? 4 : 1;
    case 'free-mail':
      return 3;
    // Most are two organizations of one name.
    case 'same-name':
    case 'second-domain':
      return 2;
    case 'no-website':
      return 1;
  }
}
