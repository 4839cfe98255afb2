import type { CampaignEvent } from '../campaign/events.ts';
import { isSuppressed } from '../operations/mailing/daily-mail-cap.ts';
import {
  claimPressMail,
  type PressContact,
  type PressMailKind,
  type PressMailState,
  pressMailState,
  readPressContact,
  settlePressMail,
  unclaimPressMail,
} from '../operations/mailing/press-contacts.ts';
import { mailboxHash } from '../sign-on/ids.ts';
import { readGate } from '../table/gate.ts';
import type { Store } from '../table/table.ts';
import { pressMessage } from './press-message.ts';
import { hasClaimLapsed, sendAtMostOnce } from './send-at-most-once.ts';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';

/**
 * Sends the release, an embargoed copy of it or a correction to one journalist, each at most once: the contact is claimed
 * first, only a definite refusal of SES frees it again, and an outcome that is not known is reported to the organizers, not
 * tried again.
 */
export async function sendToPress(
  dependencies: MailDependencies,
  { slug, addressHash }: Pick<PressContact, 'slug' | 'addressHash'>,
  mail: PressMailKind,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, newUlid } = dependencies;
  const contact = await readPressContact(store, slug, addressHash);
  if (!contact || contact.email === '') return 'done';
  const earlier = pressMailState(contact, mail);
  if (earlier) return await afterEarlierAttempt(dependencies, contact, mail, earlier);
  if (await isSuppressed(store, mailboxHash(await dependencies.addressKey(), contact.email))) return 'done';
  const message = await pressMessage(dependencies, contact, mail);
  if (message === 'none') return 'done';
  if (message === 'not-yet') return 'later';
  const { outgoing, correction } = message;

  const claim = newUlid();
  return await sendAtMostOnce(dependencies, {
    slug,
    task: mail.kind,
    mail: outgoing,
    claim: async () => {
      const at = now().toISOString();
      return (await claimPressMail(store, contact, mail, { claim, at, correction })) ? claim : undefined;
    },
    // A correction or a take-down that is written after the claim sees it. One written before it is seen here.
    isStillDue: async () => mail.kind !== 'release' || (await isReleaseUnchanged(store, slug, correction)),
    free: () => unclaimPressMail(store, contact, mail, claim),
    settle: async (_, outcome) => {
      if (outcome === 'accepted')
        await settlePressMail(store, contact, mail, { claim, state: 'sent', now: now() });
      else if (outcome === 'refused' && attempt < maxAttemptsOnRefusal) {
        await unclaimPressMail(store, contact, mail, claim);
        return 'later';
      } else await settleWithNotice(dependencies, contact, mail, { claim, state: outcome });
      return 'done';
    },
  });
}

async function isReleaseUnchanged(
  store: Store,
  slug: string,
  correction: string | undefined,
): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate?.status === 'published' && gate.corrections?.at(-1) === correction;
}

/** A claim that never came to an end belongs to a function that died, perhaps just after SES had taken the mail. */
async function afterEarlierAttempt(
  dependencies: MailDependencies,
  contact: PressContact,
  mail: PressMailKind,
  { state, at, claim }: PressMailState,
): Promise<TaskOutcome> {
  if (state !== 'claimed') return 'done';
  if (!hasClaimLapsed(at, dependencies.now())) return 'later';
  await settleWithNotice(dependencies, contact, mail, { claim, state: 'unknown' });
  return 'done';
}

const noticeOf = { unknown: 'press-mail-unknown', refused: 'press-mail-refused' } as const;

async function settleWithNotice(
  { store, now, newUlid }: MailDependencies,
  contact: PressContact,
  mail: PressMailKind,
  { claim, state }: { claim: string; state: 'unknown' | 'refused' },
): Promise<void> {
  const campaignEvent: CampaignEvent = {
    type: noticeOf[state],
    contact: [contact.name, contact.outlet].filter(Boolean).join(', '),
    ...(mail.kind !== 'release' && { mail: mail.kind }),
  };
  await settlePressMail(store, contact, mail, {
    claim,
    state,
    now: now(),
    notice: { event: campaignEvent, newUlid },
  });
}
