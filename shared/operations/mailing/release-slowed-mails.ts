import {
  type ConfirmationStop,
  isConfirmationStopped,
  releasedAtOnce,
} from '../../campaign/confirmation-stop.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import type { MailTask } from '../../table/tasks.ts';
import { releasableMails } from './network-mail-budget.ts';
import { releaseSlowedMail } from './record-mail.ts';

/** Milliseconds for which a released mail is not released again: its message may be in the queue. */
const underWayFor = 60 * 60_000;

/** Whether the mail to a sign-on's owner waits for others of its network. */
export const isMailSlowed = ({ pendingMail, keep, mailSlowed, mailNetwork }: SignOn): boolean =>
  pendingMail !== undefined && keep === undefined && mailSlowed !== undefined && mailNetwork !== undefined;

/** Whether a waiting mail can be released: nothing else holds it, and it was not released just now. */
function isReleasable({ mailSlowed, mailHeldUntil = '' }: SignOn, now: Date): boolean {
  const releasedAt = mailSlowed?.releasedAt;
  const isUnderWay = releasedAt !== undefined && now.getTime() - Date.parse(releasedAt) < underWayFor;
  return mailHeldUntil <= now.toISOString() && !isUnderWay;
}

export const mailDomainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/**
 * Releases as many of a campaign's slowed mails as the budget allows (`releasableMails`): first those to mail domains
 * from which somebody has confirmed, then those that have waited longest.
 *
 * @param confirmedDomains mail domains from which somebody has confirmed in this campaign
 * @param stop confirmations that wait since too many came back; they are not released
 */
export async function releaseSlowedMails(
  store: Store,
  slowed: readonly SignOn[],
  {
    confirmedDomains,
    stop,
    now,
  }: { confirmedDomains: ReadonlySet<string>; stop?: ConfirmationStop | undefined; now: Date },
): Promise<MailTask[]> {
  const released: MailTask[] = [];
  const most = releasedAtOnce(stop, now);
  for (const [network, waiting] of Map.groupBy(
    slowed.filter((signOn) => isReleasable(signOn, now)),
    ({ mailNetwork = '' }) => mailNetwork,
  )) {
    if (isConfirmationStopped(stop, network, now)) continue;
    const ordered = waiting.toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)));
    const count = await releasableMails(store, { slug: ordered[0]?.slug ?? '', network }, now);
    for (const signOn of ordered.slice(0, Math.min(count, most - released.length)))
      if (await releaseSlowedMail(store, signOn, now))
        released.push({ task: 'pending', ...signOnKey(signOn.slug, signOn.id), isReleased: true });
  }
  return released;

  function orderOf({ email, mailSlowed }: SignOn): string {
    return `${confirmedDomains.has(mailDomainOf(email)) ? 0 : 1} ${mailSlowed?.at ?? ''}`;
  }
}
