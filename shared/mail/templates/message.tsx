import type { MailContent } from '../../aws/mailer.ts';
import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import type { MessageContent } from '../../campaign-folder/message.ts';
import { withColon } from '../../i18n/texts.ts';
import { blocksText } from '../../rendering/document/content-text.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { Blocks } from '../../rendering/pages/content.tsx';
import { langAttribute } from '../../rendering/pages/lang-attribute.ts';
import { Footer, footerText, removeTrailingColon } from './compose.tsx';
import { renderMail } from './mail-document.tsx';
import { stylesFor } from './mail-styles.ts';

interface OrganizersMessageData {
  /** In the reader's language. The message may be in another. */
  settings: LocalizedSettings;
  message: MessageContent;
  /** What follows the text: a button to sign, or a link to the signature. */
  action: { type: 'button' | 'link'; label: string; href: string };
  /** Why this person gets the mail. */
  reason: string;
  unsubscribeLink: string;
}

/** A message that the organizers wrote, to a signer or to an invited organization. */
export function organizersMessageMail(data: OrganizersMessageData): MailContent {
  const { settings, message, action, reason, unsubscribeLink } = data;
  const { language, branding } = settings;
  const styles = stylesFor(branding);
  const organizer = safeSubject(settings.sender.name);
  const subject = safeSubject(message.subject);
  const footer = { settings, reason, unsubscribeLink };
  const label = removeTrailingColon(action.label);
  return {
    subject,
    text: `${[
      organizer,
      subject,
      blocksText(message.body),
      `${withColon(language, label)}\n${action.href}`,
      footerText(footer, language),
    ].join('\n\n')}\n`,
    html: renderMail({
      language,
      title: subject,
      branding,
      organizer,
      children: (
        <>
          <div {...langAttribute(message.language, language)}>
            <h1 style={styles.heading}>{subject}</h1>
            <Blocks of={message.body} below={1} />
          </div>
          <p style={styles.paragraph}>
            {action.type === 'button' ? (
              <a class="button" href={action.href} style={styles.button}>
                {label}
              </a>
            ) : (
              <a href={action.href} style={styles.link}>
                {label}
              </a>
            )}
          </p>
          <Footer {...footer} language={language} />
        </>
      ),
    }),
  };
}
