import type { VNode } from 'preact';
import type { MailContent } from '../../aws/mailer.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts, withColon } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { renderMail } from './mail-document.tsx';
import { type MailStyles, stylesFor } from './mail-styles.ts';

export type MailPart =
  | { type: 'paragraph'; text: string }
  | { type: 'facts'; rows: readonly { label: string; value: string }[] }
  | { type: 'button' | 'link'; label: string; href: string }
  | { type: 'command'; text: string };

export const paragraph = (text: string): MailPart => ({ type: 'paragraph', text });

/** A command for the terminal, as an organizer types it. */
export const command = (line: string): MailPart => ({
  type: 'command',
  text: `npm run campaign -- ${line}`,
});

export interface MailFooter {
  settings: Pick<Settings, 'title' | 'sender' | 'privacy' | 'branding'>;
  /** Why this person gets the mail. It continues the sentence that names the sender. */
  reason: string;
  unsubscribeLink?: string;
}

interface Composition {
  language: Language;
  subject: string;
  heading: string;
  parts: readonly MailPart[];
  footer: MailFooter;
}

/** A mail from its parts. HTML and text are made from the same parts, so both say the same. */
export function compose({ language, subject, heading, parts, footer }: Composition): MailContent {
  const styles = stylesFor(footer.settings.branding);
  const organizer = safeSubject(footer.settings.sender.name);
  return {
    subject: safeSubject(subject),
    text: joined([
      organizer,
      heading,
      ...parts.map((part) => partText(part, language)),
      footerText(footer, language),
    ]),
    html: renderMail({
      language,
      // The subject may contain a stranger's words. The heading has only ours.
      title: heading,
      branding: footer.settings.branding,
      organizer,
      children: (
        <>
          <h1 style={styles.heading}>{heading}</h1>
          {parts.map((part) => (
            <PartHtml part={part} styles={styles} />
          ))}
          <Footer {...footer} language={language} />
        </>
      ),
    }),
  };
}

const joined = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** A label ends in a colon if its address follows in the text, and not if it is a link. */
export const removeTrailingColon = (label: string): string => label.replace(/\s*:$/, '');

function partText(part: MailPart, language: Language): string {
  switch (part.type) {
    case 'paragraph':
      return part.text;
    case 'facts':
      return part.rows.map(({ label, value }) => `${withColon(language, label)} ${value}`).join('\n');
    case 'button':
    case 'link':
      return `${withColon(language, removeTrailingColon(part.label))}\n${part.href}`;
    case 'command':
      return `    ${part.text}`;
  }
}

function PartHtml({ part, styles }: { part: MailPart; styles: MailStyles }): VNode {
  switch (part.type) {
    case 'paragraph':
      return <p style={styles.paragraph}>{part.text}</p>;
    case 'facts':
      return (
        <dl class="box" style={styles.facts}>
          {part.rows.map(({ label, value }, index) => (
            <>
              <dt class="quiet" style={styles.label}>
                {label}
              </dt>
              <dd style={index === part.rows.length - 1 ? styles.lastValue : styles.value}>
                <bdi>{value}</bdi>
              </dd>
            </>
          ))}
        </dl>
      );
    case 'button':
      return (
        <p style={styles.paragraph}>
          <a class="button" href={part.href} style={styles.button}>
            {part.label}
          </a>
        </p>
      );
    case 'link':
      return (
        <p style={styles.paragraph}>
          <a href={part.href} style={styles.link}>
            {removeTrailingColon(part.label)}
          </a>
        </p>
      );
    case 'command':
      return (
        <pre class="box" style={styles.command}>
          {part.text}
        </pre>
      );
  }
}

function footerLines({ settings, reason }: MailFooter, language: Language): string[] {
  const { title, sender, privacy } = settings;
  const who = `${texts(language).mails.sentBy(safeSubject(sender.name), safeSubject(title))} ${reason}`;
  return privacy.postalAddress ? [who, safeSubject(privacy.postalAddress)] : [who];
}

/** Who sends the mail, why, the sender's postal address, and how to unsubscribe. */
export function footerText(footer: MailFooter, language: Language): string {
  const { unsubscribeLink } = footer;
  const unsubscribe = unsubscribeLink ? [`${texts(language).mails.unsubscribe}\n${unsubscribeLink}`] : [];
  return ['—', ...footerLines(footer, language), ...unsubscribe].join('\n');
}

export function Footer({ language, ...footer }: MailFooter & { language: Language }): VNode {
  const { unsubscribeLink } = footer;
  const styles = stylesFor(footer.settings.branding);
  return (
    <div class="quiet rule" style={styles.footer}>
      {footerLines(footer, language).map((line) => (
        <p style={styles.small}>
          <bdi>{line}</bdi>
        </p>
      ))}
      {unsubscribeLink && (
        <p style={styles.small}>
          <a href={unsubscribeLink} style={styles.link}>
            {removeTrailingColon(texts(language).mails.unsubscribe)}
          </a>
        </p>
      )}
    </div>
  );
}
