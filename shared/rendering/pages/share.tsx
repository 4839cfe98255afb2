import type { VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';

interface ShareProps {
  language: Language;
  /** What is shared, on one line. */
  title: string;
  /** Its address. */
  url: string;
  /** Whether the page is worth printing. */
  isPrintable?: boolean;
}

/** Each takes text and address in its own address, and learns of nobody who does not press it. */
const networks: Record<string, (text: string, url: string) => string> = {
  WhatsApp: (text, url) => `https://wa.me/?text=${encodeURIComponent(`${text} ${url}`)}`,
  Bluesky: (text, url) => `https://bsky.app/intent/compose?text=${encodeURIComponent(`${text} ${url}`)}`,
  Facebook: (_text, url) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
};

/** RFC 6068: line ends are CRLF, and spaces are no plus signs. */
const mailTo = (title: string, url: string): string =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\r\n\r\n${url}\r\n`)}`;

/** Ways to pass a page on: plain links, no script, nobody's button. */
export function Share({ language, title, url, isPrintable = false }: ShareProps): VNode {
  const t = texts(language).share;
  return (
    <nav aria-label={t.label} class="screen">
      <p>{t.label}</p>
      <ul class="links">
        <li>
          <a href={mailTo(title, url)}>{t.mail}</a>
        </li>
        {Object.entries(networks).map(([name, address]) => (
          <li>
            <a href={address(title, url)} rel="noopener nofollow">
              {name}
            </a>
          </li>
        ))}
      </ul>
      {isPrintable && <p>{t.print}</p>}
    </nav>
  );
}
