import type { VNode } from 'preact';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';

interface ShareProps {
  language: Language;
  /** What is shared, on one line. */
  title: string;
  /** The address that is shared. */
  url: string;
}

/** Each network gets text and address in a link. It learns nothing about people who do not follow it. */
const networks: Record<string, (text: string, url: string) => string> = {
  WhatsApp: (text, url) => `https://wa.me/?text=${encodeURIComponent(`${text} ${url}`)}`,
  Bluesky: (text, url) => `https://bsky.app/intent/compose?text=${encodeURIComponent(`${text} ${url}`)}`,
  Facebook: (_text, url) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
};

/** RFC 6068: line ends are CRLF, and a space is not a plus sign. */
const mailTo = (title: string, url: string): string =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\r\n\r\n${url}\r\n`)}`;

/** Links to share a page, in a box of their own. */
export function Share(props: ShareProps): VNode {
  const t = texts(props.language).share;
  return (
    <nav aria-label={t.label} class="screen">
      <ShareLinks {...props} class="tools" />
    </nav>
  );
}

/** Links to share a page. They are plain links without script or tracking. */
export function ShareLinks({
  language,
  title,
  url,
  class: name = 'menu',
}: ShareProps & { class?: 'menu' | 'tools' }): VNode {
  const look = name === 'tools' ? { class: 'button second' } : {};
  return (
    <ul class={name}>
      <li>
        <a href={mailTo(title, url)} {...look}>
          {texts(language).share.mail}
        </a>
      </li>
      {Object.entries(networks).map(([network, address]) => (
        <li>
          <a href={address(title, url)} rel="noopener nofollow" {...look}>
            {network}
          </a>
        </li>
      ))}
    </ul>
  );
}
