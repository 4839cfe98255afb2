import type { CampaignEvent } from '../campaign/events.ts';
import { type PressContact, readPressContact } from '../operations/mailing/press-contacts.ts';
import {
  claimPressMail,
  type PressMailKind,
  pressMailState,
  pressMailTag,
  releasePressMailClaim,
  settlePressMail,
} from '../operations/mailing/press-mail-claim.ts';
import { unsubscribedFrom } from '../operations/mailing/unsubscribing.ts';
import { mailboxHash } from '../sign-on/ids.ts';
import { readGate } from '../table/gate.ts';
import type { Store } from '../table/table.ts';
import { pressMail } from './press-mail.ts';
import { afterEarlierAttempt, sendAtMostOnce } from './send-at-most-once.ts';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';

/**
 * Sends the release, an embargoed copy of it or a correction to one journalist. One attempt is made at a time, and its
 * claim is released only if SES has certainly not taken the mail. If SES neither answered nor reported an attempt, the
 * organizers are told, and a second one follows.
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
  if (earlier)
    return await afterEarlierAttempt(earlier, now(), () => {
      const notice = { event: noticeOf('press-mail-unknown', contact, mail), newUlid, now: now() };
      return releasePressMailClaim(store, contact, mail, earlier.claim, notice);
    });
  const mailbox = mailboxHash(await dependencies.addressKey(), contact.email);
  if (await unsubscribedFrom(store, mailbox, slug)) return 'done';
  const message = await pressMail(dependencies, contact, mail);
  if (message === 'none') return 'done';
  if (message === 'not-yet') return 'later';
  const { outgoing, correction } = message;

  const claim = newUlid();
  return await sendAtMostOnce(dependencies, {
    slug,
    task: mail.kind,
    mail: () => ({
      ...outgoing,
      reference: { slug, item: 'press', id: addressHash, mail: pressMailTag(mail), claim },
    }),
    claim: async () => {
      const at = now().toISOString();
      return (await claimPressMail(store, contact, mail, { claim, at, correction })) ? claim : undefined;
    },
    // A correction or a take-down that is written after the claim sees the claim. One that was written before is seen
    // here.
    isStillDue: async () => mail.kind !== 'release' || (await isReleaseUnchanged(store, slug, correction)),
    release: () => releasePressMailClaim(store, contact, mail, claim),
    settle: async (_, outcome) => {
      if (outcome === 'refused' && attempt >= maxAttemptsOnRefusal) {
        const notice = { event: noticeOf('press-mail-refused', contact, mail), newUlid };
        await settlePressMail(store, contact, mail, { claim, state: 'refused', now: now(), notice });
        return 'done';
      }
      if (outcome === 'refused') await releasePressMailClaim(store, contact, mail, claim);
      else {
        const state = outcome === 'accepted' ? 'sent' : 'unknown';
        await settlePressMail(store, contact, mail, { claim, state, now: now() });
      }
      return outcome === 'accepted' ? 'done' : 'later';
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

const noticeOf = (
  type: 'press-mail-unknown' | 'press-mail-refused',
  { name, outlet }: PressContact,
  mail: PressMailKind,
): CampaignEvent => ({
  type,
  contact: [name, outlet].filter(Boolean).join(', '),
  ...(mail.kind !== 'release' && { mail: mail.kind }),
});
