import { createHash } from 'node:crypto';
import { stylesheet } from './stylesheet.ts';

const hash = createHash('sha256').update(stylesheet).digest('base64');

/**
 * The policy of every page, in its `<meta>` and in the header of the API's answers: the one inline stylesheet, named by
 * its hash, forms to the same site, and nothing else; no script at all.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
