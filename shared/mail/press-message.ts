import { mayEmbargo } from '../campaign/embargo.ts';
import type { Gate } from '../campaign/gate.ts';
import type { Settings } from '../campaign/settings.ts';
import { correctionsOf } from '../publication/corrected.ts';
import { releasedOf, textFacts } from '../publication/facts.ts';
import { renderRelease } from '../publication/release.ts';
import { readGate } from '../store/gate.ts';
import type { PressContact, PressMail } from '../store/press.ts';
import { readCorrections } from '../store/publishing/corrections.ts';
import { readText } from '../store/texts.ts';
import { unsubscribeLink } from './links.ts';
import type { Outgoing } from './mailer.ts';
import { correctionMail } from './messages/correction.tsx';
import { embargoMail } from './messages/embargo.tsx';
import type { Message } from './messages/message.ts';
import { type ReleaseMailData, releaseMail } from './messages/release.tsx';
import type { MailDependencies } from './task-outcome.ts';

/** `none`: this contact is not to get it (any more). `not-yet`: another mail to it has to come to its end before. */
type PressMessage = { outgoing: Outgoing; correction: string | undefined } | 'none' | 'not-yet';

/** A mail to a journalist, complete, as campaign and contact stand now. */
export async function pressMessage(
  dependencies: MailDependencies,
  contact: PressContact,
  mail: PressMail,
): Promise<PressMessage> {
  const { store, readCampaign, linkKeys, siteUrl } = dependencies;
  const { slug, addressHash, nonce } = contact;
  const campaign = await readCampaign(slug);
  const gate = await readGate(store, slug);
  const wanted = isWanted(contact, mail, gate, dependencies.now());
  if (!campaign || !gate || wanted === 'none') return 'none';
  if (wanted === 'not-yet') return 'not-yet';
  const { settings } = campaign;
  const source = await readText(store, { slug, language: settings.language, document: 'release' });
  if (source === undefined) return 'none';

  const facts = textFacts(settings, gate, siteUrl, {
    organizations: gate.organizations,
    individuals: gate.individuals,
    publishedOn: gate.notBefore,
    ...releasedOf(gate),
  });
  const corrections = await readCorrections(store, gate);
  const release = {
    ...renderRelease(source, facts),
    ...correctionsOf(corrections, 'release', facts),
  };
  const unsubscribe = unsubscribeLink(
    { siteUrl, keys: await linkKeys() },
    { purpose: 'press', slug, id: addressHash, nonce },
  );
  const data: ReleaseMailData = {
    settings,
    release,
    letterUrl: facts.letterUrl,
    releaseUrl: facts.releaseUrl,
    ...(contact.name && { contactName: contact.name }),
    unsubscribeLink: unsubscribe,
  };
  const message = (): Message | undefined => {
    switch (mail.kind) {
      case 'release':
        return releaseMail(data);
      case 'embargo':
        return embargoMail({ ...data, gate, now: dependencies.now() });
      case 'correction': {
        const correction = corrections.find(({ id }) => id === mail.id);
        return correction && correctionMail({ ...data, correction });
      }
    }
  };
  const composed = message();
  if (!composed) return 'none';
  return {
    outgoing: {
      message: composed,
      sender: { ...settings.sender, replyTo: replyToOf(settings, release.contacts) },
      to: contact.email,
      about: { slug, item: 'press', id: addressHash },
      unsubscribeLink: unsubscribe,
    },
    correction: corrections.at(-1)?.id,
  };
}

const replyToOf = ({ sender }: Settings, [contact]: { email?: string }[]): string =>
  contact?.email ?? sender.replyTo;

function isWanted(
  contact: PressContact,
  mail: PressMail,
  gate: Gate | undefined,
  now: Date,
): 'wanted' | 'none' | 'not-yet' {
  const { release } = contact;
  switch (mail.kind) {
    case 'release':
      // The letter goes to its recipient before the press hears of it; then all mails are called for anew.
      return gate?.status === 'published' && !gate.letterDue ? 'wanted' : 'none';
    case 'embargo':
      return gate && contact.embargoed && mayEmbargo(gate, now) ? 'wanted' : 'none';
    case 'correction': {
      if (gate?.status !== 'published') return 'none';
      // What is under way may be with or without the correction; what was not sent, nobody has to be corrected about.
      if (release?.state === 'claimed') return 'not-yet';
      return release?.state === 'sent' && (release.correction ?? '') < mail.id ? 'wanted' : 'none';
    }
  }
}
