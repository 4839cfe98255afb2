import { createHash } from 'node:crypto';
import { stylesheet } from './stylesheet.ts';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/**
 * The policy of a page, in its `<meta>` and in the header of API answers. It allows only the page's inline style and
 * script, by their hashes, the site's typefaces and pictures, and forms to the site.
 */
export const policyFor = ({ style, script }: { style: string; script?: string }): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

/** The policy of a site page without the form. */
export const contentSecurityPolicy = policyFor({ style: stylesheet });

/** The policy of a rendered page, from its `<meta>`, which comes before anything that a person typed. */
export const policyOf = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? contentSecurityPolicy;
