/** Colors, type, and the parts of every page: header, footer, links, buttons, boxes. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b1a18; --soft: #57534b; --line: #dcd7cc; --edge: #77726a;
  --bad: #a3161c; --focus: #b35c00; --shadow: 0 1px 2px rgb(0 0 0 / .06), 0 6px 24px rgb(0 0 0 / .06);
  --serif: 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Liberation Serif', serif;
  --sans: 'Source Sans 3', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ebe8e2; --soft: #b5b0a6; --line: #3b3d42; --edge: #8d8980;
    --bad: #ff9d97; --focus: #ffb454; --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { --width: 44rem; margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.5 var(--sans); overflow-wrap: anywhere; }
body.letter-page { --width: 50rem; }
body.campaign { --width: 70rem; }
main, .site, .above, .masthead .bar { max-width: var(--width); margin: 0 auto; padding: 0 1rem; }
main { padding-top: 1.5rem; padding-bottom: 3.5rem; }
main:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { font-family: var(--serif); line-height: 1.2; margin: 2rem 0 .75rem; font-weight: 700; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.3vw, 2.75rem); line-height: 1.12; letter-spacing: -.01em; margin-top: 0; }
h2 { font-size: clamp(1.375rem, 1.2rem + 1vw, 1.75rem); }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.125rem; }
p, ul, ol, dl, blockquote, pre { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.5rem; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { color: var(--accent-dark); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
bdi { text-align: -webkit-match-parent; text-align: match-parent; }
pre { white-space: pre-wrap; }
code { font-size: .9em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
details { margin: 1rem 0; }
summary { padding: .5rem 0; cursor: pointer; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; z-index: 1; padding: .75rem 1rem; background: var(--paper); }
.masthead { border-top: .375rem solid var(--accent); border-bottom: 1px solid var(--line); background: var(--paper); }
.masthead .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; min-height: 3.75rem; padding-top: .5rem; padding-bottom: .5rem; }
.masthead .links { margin: 0; }
.masthead nav { margin-inline-start: auto; font-size: 1rem; }
.mark { color: var(--ink); font: 700 1.25rem/1.2 var(--serif); text-decoration: none; padding: .25rem 0; }
.mark:hover { color: var(--accent-dark); text-decoration: underline; }
.mark img { display: block; max-width: 100%; height: auto; }
.above { padding-top: 1.25rem; }
.above > :last-child { margin-bottom: 0; }
header:has(.above) + main { padding-top: 1.25rem; }
header:has(.tools) + main > .sheet:first-child { margin-top: 0; }
@media (max-width: 30rem) { .mark img { width: auto; max-height: 2.75rem; } }
.trail { margin: 0 0 1rem; font-size: 1rem; }
.trail a { display: inline-block; padding: .25rem 0; }
.trail a::before { content: '‹ '; }
.site { font-size: 1rem; color: var(--soft); padding-top: 1.25rem; padding-bottom: 3rem; }
.site p { margin: 0 0 .25rem; }
footer.site { border-top: 1px solid var(--line); }
.eyebrow { margin: 0 0 .5rem; font-size: .9375rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--accent); }
.lead { font-size: clamp(1.125rem, 1.05rem + .35vw, 1.25rem); line-height: 1.45; color: var(--soft); }
.hint, .note { color: var(--soft); font-size: 1rem; }
.quiet { color: var(--soft); font-weight: 400; }
.box { margin: 1.5rem 0; padding: 1rem 1.25rem; border-inline-start: 5px solid var(--accent); background: var(--tint); }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.box h2 { font-size: 1.25rem; }
.button { display: inline-block; max-width: 100%; padding: .75rem 1.5rem; border: 2px solid var(--accent); border-radius: 4px; background: var(--accent); color: var(--on-accent); font: 600 1.125rem/1.3 var(--sans); text-align: center; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--accent-dark); border-color: var(--accent-dark); color: var(--on-accent); }
.button.second { background: transparent; color: var(--accent); }
.button.second:hover { color: var(--accent-dark); text-decoration: underline; }
.signed { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 .75rem; font: 700 1.25rem/1.3 var(--serif); }
.signed a { padding: .25rem 0; }
.tools { display: flex; flex-wrap: wrap; align-items: flex-start; gap: .5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.tools .button { padding: .5rem 1rem; font-size: 1rem; }
.tools .button.second { background: var(--paper); border-color: var(--edge); border-width: 1px; padding: calc(.5rem + 1px) 1rem; }
.tools details { margin: 0; position: relative; }
.tools summary { list-style: none; }
.tools summary::-webkit-details-marker { display: none; }
.tools summary::after { content: ' ▾'; }
.menu { position: absolute; z-index: 1; inset-inline-start: 0; min-width: 12rem; margin: .25rem 0 0; padding: .5rem 0; list-style: none; background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; box-shadow: var(--shadow); }
.menu a { display: block; padding: .5rem 1rem; font-size: 1rem; }
.progress { margin: 0 0 1rem; }
.progress p { margin: 0 0 .5rem; }
.progress progress + p { margin-top: 1rem; }
.progress .note { margin: .5rem 0 0; font-size: .9375rem; }
.count { line-height: 1.25; }
.count strong { font-weight: 400; }
.figure { font: 700 2.5rem/1 var(--serif); letter-spacing: -.02em; color: var(--accent); }
progress { appearance: none; display: block; width: 100%; height: .625rem; border: 1px solid var(--edge); border-radius: 1rem; background: var(--paper); overflow: hidden; color: var(--accent); }
progress::-webkit-progress-bar { background: var(--paper); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
.links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.links a { display: inline-block; padding: .375rem 0; }
.plain { list-style: none; padding: 0; }
.plain > li { margin: 0 0 1.5rem; padding: 0 0 1.5rem; border-bottom: 1px solid var(--line); }
.plain h2 { margin: 0 0 .375rem; }
.plain p { margin: 0 0 .375rem; }
.cards { list-style: none; margin: 2rem 0 0; padding: 0; display: grid; gap: 1.5rem; }
.cards > li { padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 3px; box-shadow: var(--shadow); }
.cards h2 { margin: 0 0 .5rem; font-size: 1.5rem; }
.cards h2 a { color: inherit; text-decoration-color: var(--accent); }
.cards p { margin: 0 0 .5rem; }
.cards > li > :last-child { margin-bottom: 0; }
.panel { margin: 2rem 0; padding: clamp(1.25rem, 5vw, 3rem); background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 2px; box-shadow: var(--shadow); }
.panel > h2:first-child { margin-top: 0; }
.beside { margin: 1.5rem 0; }
.beside > :last-child { margin-bottom: 0; }
.beside > p > .button { width: 100%; max-width: 28rem; }
.facts { margin: 1rem 0; }
.facts div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: 1rem; }
.facts dd { margin: 0; }
@media (min-width: 40rem) {
  .facts div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; }
}
@media (min-width: 64rem) {
  .campaign main { padding-top: 3rem; display: grid; grid-template-columns: minmax(0, 44rem) 18rem; justify-content: space-between; align-items: start; }
  .beside .figure { display: block; font-size: 3.25rem; margin-bottom: .25rem; }
  .opening, .reading { grid-column: 1; min-width: 0; }
  .beside { grid-column: 2; grid-row: 1 / span 2; position: sticky; top: 1.5rem; margin: 0; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 2px; box-shadow: var(--shadow); }
}
@media screen and (prefers-color-scheme: dark) {
  /* The color is that of the words in place of a logo that is not there: inverted, they are light. */
  .too-dark { filter: invert(1) hue-rotate(180deg); color: #1d1c1a; }
}
@media (forced-colors: active) {
  progress { appearance: auto; }
  .button { border-color: ButtonText; }
}
`;
