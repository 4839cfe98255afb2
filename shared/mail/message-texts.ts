import type { MailContent } from '../aws/mailer.ts';
import type { Gate } from '../campaign/gate.ts';
import { campaignPath, inLanguage } from '../campaign/localized-settings.ts';
import type { Settings } from '../campaign/settings.ts';
import { renderMessage } from '../campaign-folder/message.ts';
import type { Language } from '../i18n/language.ts';
import { texts } from '../i18n/texts.ts';
import { messageFacts } from '../rendering/document/message-facts.ts';
import { safeSubject } from '../rendering/document/safe-text.ts';
import type { StoredMessage } from '../table/messages.ts';
import { organizersMessageMail } from './templates/message.tsx';

interface MessageReader {
  /** The reader's. Where the message is not translated, it is in the campaign's own. */
  language: Language;
  /** The page of the signature, or that of the invitation. Without it, the page with the form: in a test. */
  link?: string;
  unsubscribeLink: string;
  /** The invited organization. */
  organization?: string;
}

/** A message as one reader gets it. */
export function messageTo(
  reader: MessageReader,
  {
    message,
    settings: own,
    gate,
    siteUrl,
  }: {
    message: Pick<StoredMessage, 'texts' | 'audience' | 'at' | 'organizations' | 'individuals'>;
    settings: Settings;
    gate: Gate;
    siteUrl: string;
  },
): MailContent {
  const settings = inLanguage(own, reader.language);
  const translated = message.texts.find(({ language }) => language === reader.language);
  const [first] = message.texts;
  const text = translated ?? first;
  if (!text) throw new Error('a message without a text');
  const facts = messageFacts(inLanguage(own, text.language), gate, siteUrl, message);
  const t = texts(reader.language).mails;
  const href = reader.link ?? `${siteUrl}${campaignPath(settings)}`;
  const isInvitation = message.audience === 'invited';
  return organizersMessageMail({
    settings,
    message: renderMessage(text.source, facts),
    action: isInvitation
      ? { type: 'button', label: t.message.sign(safeSubject(reader.organization ?? '')), href }
      : { type: 'link', label: t.published.yours, href },
    reason: isInvitation ? t.why.invited : t.why.signed,
    unsubscribeLink: reader.unsubscribeLink,
  });
}
