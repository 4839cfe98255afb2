import { stylesheet } from '../../rendering/pages/stylesheet.ts';

/** What the console has beside the site's own style. The same rule: no double quotes, no `&`, no less-than sign. */
const source = `
.console, .console main, .console .site { max-width: 64rem; }
.console .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; }
.console .bar form { display: inline; }
.console .bar strong { margin-right: auto; }
.plain-button { padding: .375rem 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.tabs { list-style: none; padding: 0; margin: .5rem 0 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid var(--line); }
.tabs a { display: inline-block; padding: .5rem 0; text-decoration: none; border-bottom: 3px solid transparent; }
.tabs a[aria-current] { border-color: var(--accent); font-weight: 600; }
`;

export const consoleStylesheet = `${stylesheet} ${source
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};,]) ?/g, '$1')
  .replaceAll(': ', ':')
  .trim()}`;
