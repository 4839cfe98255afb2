import type { VNode } from 'preact';
import type { Language, Settings } from '../../campaign/settings.ts';
import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { renderMail } from './mail-document.tsx';
import { styles } from './mail-styles.ts';
import type { Message } from './message.ts';

export type Part =
  | { type: 'paragraph'; text: string }
  | { type: 'facts'; rows: readonly { label: string; value: string }[] }
  | { type: 'button' | 'link'; label: string; href: string }
  | { type: 'command'; text: string };

export const paragraph = (text: string): Part => ({ type: 'paragraph', text });

export interface MailFooter {
  settings: Pick<Settings, 'title' | 'sender' | 'privacy'>;
  /** Why this person gets the mail; continues the sentence that names the sender. */
  why: string;
  unsubscribeLink?: string;
}

interface Composition {
  language: Language;
  subject: string;
  heading: string;
  parts: readonly Part[];
  footer: MailFooter;
}

/** A mail from its parts: HTML and text are made from the same ones, so both say the same. */
export function compose({ language, subject, heading, parts, footer }: Composition): Message {
  return {
    subject: oneLine(subject),
    text: joined([heading, ...parts.map(partText), footerText(footer, language)]),
    html: renderMail({
      language,
      // The subject can have a stranger's words in it. The heading has only ours.
      title: heading,
      children: (
        <>
          <h1 style={styles.heading}>{heading}</h1>
          {parts.map((part) => (
            <PartHtml part={part} />
          ))}
          <Footer {...footer} language={language} />
        </>
      ),
    }),
  };
}

const joined = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** Labels that lead to an address end in a colon where the address follows, and not where they are the link. */
export const withoutColon = (label: string): string => label.replace(/:$/, '');

function partText(part: Part): string {
  switch (part.type) {
    case 'paragraph':
      return part.text;
    case 'facts':
      return part.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'button':
    case 'link':
      return `${withoutColon(part.label)}:\n${part.href}`;
    case 'command':
      return `    ${part.text}`;
  }
}

function PartHtml({ part }: { part: Part }): VNode {
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
            {withoutColon(part.label)}
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

function footerLines({ settings, why }: MailFooter, language: Language): string[] {
  const { title, sender, privacy } = settings;
  const who = `${texts(language).mails.sentBy(oneLine(sender.name), oneLine(title))} ${why}`;
  return privacy.postalAddress ? [who, oneLine(privacy.postalAddress)] : [who];
}

/** Who sends the mail, why it came, where the sender is at home, and how to get no more. */
export function footerText(footer: MailFooter, language: Language): string {
  const { unsubscribeLink } = footer;
  const unsubscribe = unsubscribeLink ? [`${texts(language).mails.unsubscribe}\n${unsubscribeLink}`] : [];
  return ['—', ...footerLines(footer, language), ...unsubscribe].join('\n');
}

export function Footer({ language, ...footer }: MailFooter & { language: Language }): VNode {
  const { unsubscribeLink } = footer;
  return (
    <div class="quiet rule" style={styles.footer}>
      {footerLines(footer, language).map((line) => (
        <p style={styles.small}>{line}</p>
      ))}
      {unsubscribeLink && (
        <p style={styles.small}>
          <a href={unsubscribeLink} style={styles.link}>
            {withoutColon(texts(language).mails.unsubscribe)}
          </a>
        </p>
      )}
    </div>
  );
}
