import { createHash } from 'node:crypto';
import { stylesheet } from '../../rendering/pages/stylesheet.ts';
import { consoleScript } from './console-script.ts';
import { consoleStylesheet } from './console-style.ts';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const policy = (...styles: string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(' ')}`,
    `script-src ${hashOf(consoleScript)}`,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

/** The policy of the console's pages, in their `<meta>`: one stylesheet, one script, forms to the same site. */
export const consolePolicy = policy(consoleStylesheet);

/**
 * The same policy in the header. It also allows the site's own stylesheet, for the pages of letters that the console
 * shows.
 */
export const consolePolicyOfHeader = policy(consoleStylesheet, stylesheet);
