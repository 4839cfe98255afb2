import { createHash } from 'node:crypto';
import { stylesheet } from './stylesheet.ts';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/**
 * The policy of a page, in its `<meta>` and in the header of the API's answers: its one inline style, and its script if it has
 * one, named by their hashes; typefaces and pictures of the site; forms to the site; nothing else.
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

/** The policy of a page of the site itself, without the form. */
export const contentSecurityPolicy = policyFor({ style: stylesheet });

/** The policy of a page as it was rendered: the one in its `<meta>`, which stands before anything that was typed. */
export const policyOf = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? contentSecurityPolicy;
