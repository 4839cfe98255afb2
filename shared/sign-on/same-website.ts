import { languages } from '../i18n/language.ts';
import { addedToLinks } from './same-link.ts';
import { readWebsite } from './website.ts';

/** Parameters that say where a visitor came from, or in which language, beside those that are added automatically. */
const visitor = /^(?:ref|ref_src|si|pli|hl|locale)$/i;

/** Networks on which the path alone names a page, or with one of these parameters. */
const networks = /^(?:facebook|x|instagram|tiktok|youtube|linkedin|linktr)\.(?:com|ee)$/;
const namingParameter = /^(?:id|v|list)$/;

/** Other names of a network. */
const otherHosts: ReadonlyMap<string, string> = new Map([
  ['fb.com', 'facebook.com'],
  ['twitter.com', 'x.com'],
  ['instagr.am', 'instagram.com'],
]);

/** Names before a host that every site may have: `www2.`, and those for small screens. */
const sameHost = /^(?:(?:www\d*|m|mobile|web)\.)+(?=[^.]+\.[^.])/;

/** Names of a site's first page, and of the same page in another language. */
const firstPage = new RegExp(
  `^/(?:(?:${languages.join('|')})(?:[-_][a-z]{2})?(?:/|$))?(?:(?:index|home|homepage|default|inicio|accueil)(?:\\.\\w{2,5})?/?)?$`,
);

/**
 * The form in which websites are compared as evidence, `harbor.org/about?`. Two are one if they have the same host
 * without `www.`, `m.` and the like, and the same path. Scheme, port, letter case, a slash or `/index.html` at the end
 * and tracking parameters are ignored, and of a host's first page its language, names such as `/home`, and all
 * parameters. Subdomains and paths are different sites, like chapters and pages on a platform. Undefined if the text is
 * no website. Whether a link may take the place of another is `sameLink`.
 */
export function siteOf(typed: string): string | undefined {
  const website = readWebsite(typed.trim());
  if (website === undefined) return undefined;
  const { hostname, pathname, searchParams } = new URL(website);
  const plain = withoutEscapes(pathname.toLowerCase()).replace(/\/{2,}/g, '/');
  const typedHost = hostname.replace(/\.$/, '').replace(sameHost, '');
  const host = otherHosts.get(typedHost) ?? typedHost;
  const lastPart = host === 'sites.google.com' ? /\/(?:home)?\/?$/ : /\/(?:index\.(?:html?|php))?\/?$/;
  const path = firstPage.test(plain) ? '' : plain.replace(lastPart, '');
  const isNamed = (name: string): boolean => !networks.test(host) || namingParameter.test(name);
  const query = [...searchParams]
    .filter(([name]) => path !== '' && !addedToLinks.test(name) && !visitor.test(name) && isNamed(name))
    .map((pair) => pair.join('='));
  return `${host}${path}?${query.toSorted().join('&')}`.toLowerCase();
}

/** A path in which no letter is written as its code: `/%69ndex`. */
const withoutEscapes = (path: string): string =>
  path.replace(/%(?:2d|2e|5f|7e|3\d|[46][1-9a-f]|[57][0-9a])/g, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
