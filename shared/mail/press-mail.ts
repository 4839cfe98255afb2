import type { Happening } from '../campaign/events.ts';
import { log } from '../log.ts';
import { isSuppressed } from '../operations/mailing/addresses.ts';
import {
  claimPressMail,
  freePressMail,
  type PressContact,
  type PressMail,
  type PressMailState,
  readPressContact,
  settlePressMail,
  stateOf,
} from '../operations/mailing/press-contacts.ts';
import { readGate } from '../table/gate.ts';
import type { Store } from '../table/table.ts';
import { pressMessage } from './press-message.ts';
import { attemptsOnRefusal, type MailDependencies, type TaskOutcome } from './task-outcome.ts';

/** After this long a claim's function is dead (its timeout is one minute), and whether it sent is not known. */
const claimLapsesAfter = 5 * 60_000;

/**
 * Sends the release, an embargoed copy of it or a correction to one journalist, each at most once: the contact is claimed
 * first, only a definite refusal of SES frees it again, and an outcome that is not known is reported to the organizers, not
 * tried again.
 */
export async function sendToPress(
  dependencies: MailDependencies,
  { slug, addressHash }: Pick<PressContact, 'slug' | 'addressHash'>,
  mail: PressMail,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, newUlid } = dependencies;
  const contact = await readPressContact(store, slug, addressHash);
  if (!contact || contact.email === '') return 'done';
  const earlier = stateOf(contact, mail);
  if (earlier) return await afterEarlierAttempt(dependencies, contact, mail, earlier);
  if (await isSuppressed(store, addressHash)) return 'done';
  const message = await pressMessage(dependencies, contact, mail);
  if (message === 'none') return 'done';
  if (message === 'not-yet') return 'later';
  const { outgoing, correction } = message;

  const claim = newUlid();
  if (!(await claimPressMail(store, contact, mail, { claim, at: now().toISOString(), correction })))
    return 'later';
  // A correction or a take-down that came while this was written finds the claim from here on; before, this finds it.
  if (mail.kind === 'release' && !(await isStillSo(store, slug, correction))) {
    await freePressMail(store, contact, mail, claim);
    return 'later';
  }
  const outcome = await dependencies.send(outgoing);
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task: mail.kind, outcome });
  switch (outcome) {
    case 'accepted':
      await settlePressMail(store, contact, mail, { claim, state: 'sent', now: now() });
      return 'done';
    case 'unknown':
      await settleWithNotice(dependencies, contact, mail, { claim, state: 'unknown' });
      return 'done';
    case 'refused':
      if (attempt >= attemptsOnRefusal) {
        await settleWithNotice(dependencies, contact, mail, { claim, state: 'refused' });
        return 'done';
      }
      await freePressMail(store, contact, mail, claim);
      return 'later';
    case 'too-fast':
    case 'not-now':
      await freePressMail(store, contact, mail, claim);
      return 'later';
  }
}

async function isStillSo(store: Store, slug: string, correction: string | undefined): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate?.status === 'published' && gate.corrections?.at(-1) === correction;
}

/** A claim that never came to an end belongs to a function that died, perhaps just after SES had taken the mail. */
async function afterEarlierAttempt(
  dependencies: MailDependencies,
  contact: PressContact,
  mail: PressMail,
  { state, at, claim }: PressMailState,
): Promise<TaskOutcome> {
  if (state !== 'claimed') return 'done';
  if (dependencies.now().getTime() - Date.parse(at) < claimLapsesAfter) return 'later';
  await settleWithNotice(dependencies, contact, mail, { claim, state: 'unknown' });
  return 'done';
}

const noticeOf = { unknown: 'press-mail-unknown', refused: 'press-mail-refused' } as const;

async function settleWithNotice(
  { store, now, newUlid }: MailDependencies,
  contact: PressContact,
  mail: PressMail,
  { claim, state }: { claim: string; state: 'unknown' | 'refused' },
): Promise<void> {
  const happening: Happening = {
    type: noticeOf[state],
    contact: [contact.name, contact.outlet].filter(Boolean).join(', '),
    ...(mail.kind !== 'release' && { mail: mail.kind }),
  };
  await settlePressMail(store, contact, mail, { claim, state, now: now(), notice: { happening, newUlid } });
}
