import { createHash } from 'node:crypto';

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

const decoded = (attribute: string): string =>
  attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

/**
 * The policy of a previewed page or email. It allows the page's own styles by their hashes, including style
 * attributes in emails, pictures and typefaces, and no script and no form. So nobody can sign in a preview.
 */
export function previewPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, source = '']) => source);
  const attributes = [...html.matchAll(/ style="([^"]*)"/g)].map(([, source = '']) => decoded(source));
  const hashes = [...new Set([...sheets, ...attributes])].map(hashOf);
  const styles = [...(attributes.length > 0 ? ["'unsafe-hashes'"] : []), ...hashes].join(' ') || "'none'";
  return `default-src 'none'; style-src ${styles}; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'`;
}
