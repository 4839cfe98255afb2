import { createHash } from 'node:crypto';
import { formScript } from './form-script.ts';
import { stylesheet } from './stylesheet.ts';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const policy = (...more: string[]): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(stylesheet)}`,
    ...more,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

/**
 * The policy of every page, in its `<meta>` and in the header of the API's answers: the one inline stylesheet, named by
 * its hash, forms to the same site, and nothing else; no script at all.
 */
export const contentSecurityPolicy = policy();

/** The same for a page with the form, or the page after it, with its one script. */
export const formContentSecurityPolicy = policy(`script-src ${hashOf(formScript)}`);

/** The policy of a page as it was rendered. */
export const policyOf = (html: string): string =>
  html.includes(formScript) ? formContentSecurityPolicy : contentSecurityPolicy;
