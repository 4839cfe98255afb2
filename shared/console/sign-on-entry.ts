import type { consoleTexts } from '../i18n/console/texts.ts';
import { shownHashOf } from '../operations/deciding/unseen-decision.ts';
import type { ReviewListEntry } from '../operations/searching/review-list.ts';
import { safeSubject } from '../rendering/document/safe-text.ts';
import { shownDetails } from '../sign-on/confirmation.ts';
import type { Evidence } from '../sign-on/evidence.ts';
import type { SignOn } from '../sign-on/sign-on.ts';

type Texts = ReturnType<typeof consoleTexts>;

/** The name of the organization or person that signed. */
export function nameOf(signOn: SignOn, t: Texts): string {
  const details = signOn.signed ?? shownDetails(signOn);
  return safeSubject(details?.organizationName ?? details?.name ?? '') || t.signOns.unnamed;
}

/** One piece of evidence about `name` in words. `related` are the sign-ons that evidence may name. */
export function evidenceText(flag: Evidence, t: Texts, related: readonly SignOn[], name = ''): string {
  const words = t.evidence;
  const nameBehind = (id: string): string => {
    const other = related.find((signOn) => signOn.id === id);
    return other ? nameOf(other, t) : id.slice(0, 8);
  };
  switch (flag.flag) {
    case 'disposable-mail':
    case 'free-mail':
      return words[flag.flag](flag.domain);
    case 'other-domain':
      return words['other-domain'](flag.website, flag.mail);
    case 'no-website':
    case 'not-a-name':
    case 'mixed-scripts':
      return words[flag.flag];
    case 'same-name':
    case 'rejected-before':
    case 'former-name':
    case 'second-domain':
      return words[flag.flag](nameBehind(flag.id));
    case 'protected-name':
      return words[isSameName(name, flag.name) ? 'protected-same' : 'protected-name'](safeSubject(flag.name));
    case 'invited-elsewhere':
      return words['invited-elsewhere'](flag.host);
    case 'same-website':
      return words['same-website'](nameBehind(flag.id));
    case 'shared-domain':
      return words['shared-domain'](flag.domain, flag.others);
    case 'look-alike':
      return isSameName(name, nameBehind(flag.id))
        ? words['look-alike-same'](nameBehind(flag.id))
        : words['look-alike'](nameBehind(flag.id), flag.score);
    case 'shared-address':
      return words['shared-address'](flag.others);
    case 'burst':
      return words.burst(flag.signOns);
    case 'form':
      if (flag.suspicion === 'honeypot' || flag.suspicion === 'hurried') return words[flag.suspicion];
      return words.other(safeSubject(flag.suspicion));
  }
}

/** Whether two names differ in case and accents at most. */
const isSameName = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), 'en', { sensitivity: 'base' }) === 0;

/** The last email to a signer, whether another one is pending, until when it is held, and what came back. */
function deliveryOf({ mailedAt, pendingMail, mailHeldUntil, mailFeedback, unsubscribed }: SignOn) {
  const [last] = Object.entries(mailedAt).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  return {
    last: last ? { mail: last[0], at: last[1] } : null,
    isPending: pendingMail !== undefined,
    ...(mailHeldUntil !== undefined && { heldUntil: mailHeldUntil }),
    returned: mailFeedback ?? null,
    unsubscribed: unsubscribed ?? null,
  };
}

/** A sign-on in the form for lists. */
export function signOnEntry(
  { signOn, state, evidence, suspicionScore }: ReviewListEntry,
  t: Texts,
  related: readonly SignOn[],
) {
  const { id, kind, email, requestedAt, confirmedAt, withdrawnAt, proposed } = signOn;
  const details = signOn.signed ?? shownDetails(signOn);
  return {
    id,
    name: nameOf(signOn, t),
    status: state,
    kind,
    email,
    signer: details?.name ?? null,
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    suspicionScore,
    shown: shownHashOf(signOn),
    ...(proposed && { proposed }),
    evidence: evidence.map((flag) => ({ ...flag, words: evidenceText(flag, t, related, nameOf(signOn, t)) })),
    delivery: deliveryOf(signOn),
  };
}
export type SignOnEntry = ReturnType<typeof signOnEntry>;
