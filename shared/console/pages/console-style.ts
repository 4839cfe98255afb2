import { stylesheet } from '../../rendering/pages/stylesheet.ts';

/** The console's additions to the site's style. The same rule applies: no double quotes, no `&`, no less-than sign. */
const source = `
.console main, .console .site { max-width: 64rem; }
.console .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; }
.console .bar form { display: inline; }
.console .bar strong { margin-inline-end: auto; }
.console main { padding-block-start: 1.25rem; }
.console header.site { padding-block-end: 0; }
.band { display: block; width: 100%; height: .375rem; margin-block: .5rem; }
.campaign { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin: .5rem 0 0; font-weight: 600; }
.campaign img { max-height: 2.5rem; width: auto; }
.campaign code { font-weight: 400; }
.plain-button { padding: .375rem 0; border: 0; background: none; color: var(--accent); font: inherit; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.tabs { list-style: none; padding: 0; margin: .5rem 0 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; border-bottom: 1px solid var(--line); }
.tabs a { display: inline-block; padding: .5rem 0; text-decoration: none; border-bottom: 3px solid transparent; }
.chart { margin: 1rem 0 2rem; }
.chart svg { display: block; width: 100%; height: 10rem; margin: .5rem 0; background: var(--paper); border: 1px solid var(--line); }
.chart .line { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; }
.chart .goal { stroke: var(--edge); stroke-dasharray: 6 4; vector-effect: non-scaling-stroke; }
table { border-collapse: collapse; width: 100%; }
th, td { padding-block: .375rem; padding-inline: 0 .75rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
.find { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin: 1rem 0; }
.find .field { margin: 0; }
.find input, .find select { min-height: 2.875rem; padding: .5rem .75rem; border: 2px solid var(--edge); border-radius: 5px; background: var(--paper); max-width: 100%; }
.entries { list-style: none; padding: 0; }
.entries > li { padding: .75rem 0; border-top: 1px solid var(--line); display: flex; gap: .75rem; }
.entries p, .entries ul { margin: 0; }
.entries input { flex: none; width: 1.5rem; height: 1.5rem; accent-color: var(--accent); }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid var(--edge); border-radius: 1rem; font-size: .875rem; }
.decisions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.decisions .action { margin: 0; max-width: 20rem; }
.pair { display: grid; gap: 1rem; }
@media (min-width: 48rem) { .pair { grid-template-columns: 1fr 1fr; } }
.source { display: block; width: 100%; padding: .75rem; border: 2px solid var(--edge); border-radius: 5px; background: var(--paper); color: var(--ink); font: .9375rem/1.5 ui-monospace, 'Liberation Mono', Menlo, Consolas, monospace; tab-size: 2; resize: vertical; }
.changes > div { margin: 0 0 .75rem; }
.changes dd { margin: 0; }
.diff { list-style: none; padding: 0; font: .875rem/1.5 ui-monospace, 'Liberation Mono', Menlo, Consolas, monospace; white-space: pre-wrap; }
.diff .in { border-inline-start: 4px solid var(--accent); padding-inline-start: .5rem; }
.diff .out { border-inline-start: 4px solid var(--bad); padding-inline-start: .5rem; text-decoration: line-through; }
details { margin: 1rem 0; }
.previews { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.tabs a[aria-current] { border-color: var(--accent); font-weight: 600; }
`;

export const consoleStylesheet = `${stylesheet} ${source
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};,]) ?/g, '$1')
  .replaceAll(': ', ':')
  .trim()}`;
