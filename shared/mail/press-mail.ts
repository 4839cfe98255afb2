import type { MailContent, OutgoingMail } from '../aws/mailer.ts';
import { canEmbargo } from '../campaign/embargo.ts';
import type { Gate } from '../campaign/gate.ts';
import type { Settings } from '../campaign/settings.ts';
import { renderRelease } from '../campaign-folder/release.ts';
import type { PressContact } from '../operations/mailing/press-contacts.ts';
import type { PressMailKind } from '../operations/mailing/press-mail-claim.ts';
import { correctionLines } from '../operations/publishing/correction-lines.ts';
import { readCorrections } from '../operations/publishing/corrections.ts';
import { releasedFigures, textFacts } from '../rendering/document/text-facts.ts';
import { readGate } from '../table/gate.ts';
import { readText } from '../table/texts.ts';
import { unsubscribeLink } from './links.ts';
import type { MailDependencies } from './task-outcome.ts';
import { correctionMail } from './templates/correction.tsx';
import { embargoMail } from './templates/embargo.tsx';
import { type ReleaseMailData, releaseMail } from './templates/release.tsx';

/** `none`: this contact does not get it (any more). `not-yet`: another mail to the contact must end first. */
type PressMessage =
  | { outgoing: Omit<OutgoingMail, 'reference'>; correction: string | undefined }
  | 'none'
  | 'not-yet';

/** A complete mail to a journalist, from the current campaign and contact. */
export async function pressMail(
  dependencies: MailDependencies,
  contact: PressContact,
  mail: PressMailKind,
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
    publishedAt: gate.notBefore,
    ...releasedFigures(gate),
  });
  const corrections = await readCorrections(store, gate);
  const release = {
    ...renderRelease(source, facts),
    ...correctionLines(corrections, 'release', facts),
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
  const message = (): MailContent | undefined => {
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
      unsubscribeLink: unsubscribe,
    },
    correction: corrections.at(-1)?.id,
  };
}

const replyToOf = ({ sender }: Settings, [contact]: { email?: string }[]): string =>
  contact?.email ?? sender.replyTo;

function isWanted(
  contact: PressContact,
  mail: PressMailKind,
  gate: Gate | undefined,
  now: Date,
): 'wanted' | 'none' | 'not-yet' {
  const { release } = contact;
  switch (mail.kind) {
    case 'release':
      // The letter goes to its recipient before the press hears of it. Then all mails are queued again.
      return gate?.status === 'published' && !gate.pendingLetterMail ? 'wanted' : 'none';
    case 'embargo':
      return gate && contact.embargoed && canEmbargo(gate, now) ? 'wanted' : 'none';
    case 'correction': {
      if (gate?.status !== 'published') return 'none';
      // An attempt under way may or may not have the correction in it. Without any release sent, there is nothing to
      // correct.
      if (release?.state === 'claimed' || release?.state === 'unknown') return 'not-yet';
      const isThere = release?.state === 'sent' || release?.state === 'delivered';
      return isThere && (release.correction ?? '') < mail.id ? 'wanted' : 'none';
    }
  }
}
