import type { Happening } from '../campaign/events.ts';
import { log } from '../log.ts';
import { releasedOf, textFacts } from '../publication/facts.ts';
import { renderRelease } from '../publication/release.ts';
import { isSuppressed } from '../store/addresses.ts';
import { readGate } from '../store/gate.ts';
import {
  claimRelease,
  freeRelease,
  type PressContact,
  readPressContact,
  settleRelease,
} from '../store/press.ts';
import { readText } from '../store/texts.ts';
import { unsubscribeLink } from './links.ts';
import type { Outgoing } from './mailer.ts';
import { releaseMail } from './messages/release.tsx';
import { attemptsOnRefusal, type MailDependencies, type TaskOutcome } from './task-outcome.ts';

/** After this long a claim's function is dead (its timeout is one minute), and whether it sent is not known. */
const claimLapsesAfter = 5 * 60_000;

/**
 * Sends the release to one journalist, at most once: the contact is claimed first, only a definite refusal of SES frees
 * it again, and an outcome that is not known is reported to the organizers, not tried again.
 */
export async function sendReleaseToPress(
  dependencies: MailDependencies,
  { slug, addressHash }: Pick<PressContact, 'slug' | 'addressHash'>,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, newUlid } = dependencies;
  const contact = await readPressContact(store, slug, addressHash);
  if (!contact) return 'done';
  if (contact.release) return await afterEarlierAttempt(dependencies, contact, contact.release);
  if (await isSuppressed(store, addressHash)) return 'done';
  const outgoing = await releaseTo(dependencies, contact);
  if (!outgoing) return 'done';

  const claim = newUlid();
  if (!(await claimRelease(store, contact, { claim, at: now().toISOString() }))) return 'later';
  const outcome = await dependencies.send(outgoing);
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task: 'release', outcome });
  switch (outcome) {
    case 'accepted':
      await settleRelease(store, contact, { claim, state: 'sent', now: now() });
      return 'done';
    case 'unknown':
      await settleWithNotice(dependencies, contact, { claim, state: 'unknown' });
      return 'done';
    case 'refused':
      if (attempt >= attemptsOnRefusal) {
        await settleWithNotice(dependencies, contact, { claim, state: 'refused' });
        return 'done';
      }
      await freeRelease(store, contact, claim);
      return 'later';
    case 'too-fast':
    case 'not-now':
      await freeRelease(store, contact, claim);
      return 'later';
  }
}

/** A claim that never came to an end belongs to a function that died, perhaps just after SES had taken the mail. */
async function afterEarlierAttempt(
  dependencies: MailDependencies,
  contact: PressContact,
  { state, at, claim }: NonNullable<PressContact['release']>,
): Promise<TaskOutcome> {
  if (state !== 'claimed') return 'done';
  if (dependencies.now().getTime() - Date.parse(at) < claimLapsesAfter) return 'later';
  await settleWithNotice(dependencies, contact, { claim, state: 'unknown' });
  return 'done';
}

const noticeOf = { unknown: 'press-mail-unknown', refused: 'press-mail-refused' } as const;

async function settleWithNotice(
  { store, now, newUlid }: MailDependencies,
  contact: PressContact,
  { claim, state }: { claim: string; state: 'unknown' | 'refused' },
): Promise<void> {
  const happening: Happening = {
    type: noticeOf[state],
    contact: [contact.name, contact.outlet].filter(Boolean).join(', '),
  };
  await settleRelease(store, contact, { claim, state, now: now(), notice: { happening, newUlid } });
}

async function releaseTo(
  { store, readCampaign, linkKeys, siteUrl }: MailDependencies,
  contact: PressContact,
): Promise<Outgoing | undefined> {
  const { slug, addressHash, nonce } = contact;
  const campaign = await readCampaign(slug);
  const gate = await readGate(store, slug);
  const released = gate?.status === 'published' ? releasedOf(gate) : undefined;
  if (!campaign || !gate || !released) return undefined;
  const { settings } = campaign;
  const source = await readText(store, { slug, language: settings.language, document: 'release' });
  if (source === undefined) return undefined;
  const facts = textFacts(settings, gate, siteUrl, released);
  const release = renderRelease(source, facts);
  const site = { siteUrl, keys: await linkKeys() };
  const unsubscribe = unsubscribeLink(site, { purpose: 'press', slug, id: addressHash, nonce });
  const [mediaContact] = release.contacts;
  return {
    message: releaseMail({
      settings,
      release,
      letterUrl: facts.letterUrl,
      releaseUrl: facts.releaseUrl,
      ...(contact.name && { contactName: contact.name }),
      unsubscribeLink: unsubscribe,
    }),
    sender: { ...settings.sender, replyTo: mediaContact?.email ?? settings.sender.replyTo },
    to: contact.email,
    about: { slug, item: 'press', id: addressHash },
    unsubscribeLink: unsubscribe,
  };
}
