/**
 * The whole site's style, inlined into every page. Neither double quotes nor `&` nor the less-than sign may occur: the
 * renderer would escape them, and the hash in the policy would no longer match.
 */
const source = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ground: #f5f3ee; --ink: #1d1c1a; --soft: #57534b; --line: #d8d3c8; --edge: #77726a;
  --accent: #14477a; --accent-dark: #0e3359; --on-accent: #fff; --tint: #e8eef5;
  --bad: #a3161c; --focus: #b35c00;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1e2023; --ground: #141517; --ink: #ebe8e2; --soft: #b5b0a6; --line: #3b3d42; --edge: #8d8980;
    --accent: #93c3f4; --accent-dark: #b9daf9; --on-accent: #0d1b29; --tint: #1d2a38;
    --bad: #ff9d97; --focus: #ffb454;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 var(--sans); overflow-wrap: anywhere; }
main, .site { max-width: 45rem; margin: 0 auto; padding: 0 1rem; }
main { padding-top: 1rem; padding-bottom: 3rem; }
main:focus { outline: none; }
h1, h2, h3, h4, h5, h6 { font-family: var(--serif); line-height: 1.2; margin: 2rem 0 .75rem; font-weight: 700; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); margin-top: .5rem; }
h2 { font-size: clamp(1.375rem, 1.2rem + 1vw, 1.75rem); }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol, dl, blockquote, pre { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { color: var(--accent-dark); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
pre { white-space: pre-wrap; }
code { font-size: .9em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
form + p { margin-top: 1.5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: .75rem 1rem; background: var(--paper); }
.site { font-size: .9375rem; color: var(--soft); padding-top: 1rem; padding-bottom: 1rem; }
.site p { margin: 0; }
header.site { padding-bottom: 0; }
header.site a { display: inline-block; padding: .375rem 0; }
footer.site { border-top: 1px solid var(--line); padding-bottom: 3rem; }
footer.site p { margin-bottom: .375rem; }
.eyebrow { margin: 1.5rem 0 0; font-size: .875rem; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
.lead { font-size: 1.1875rem; color: var(--soft); }
.hint, .note { color: var(--soft); font-size: .9375rem; }
.quiet { color: var(--soft); font-weight: 400; }
.box { margin: 1.5rem 0; padding: 1rem 1.25rem; border-left: 5px solid var(--accent); background: var(--tint); }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.box h2 { font-size: 1.25rem; }
.progress { margin: 1.5rem 0; }
.progress p { margin: 0 0 .375rem; }
.progress progress + p { margin-top: 1rem; }
.progress strong { font-size: 1.125rem; }
.progress .note { margin: .5rem 0 0; }
progress { appearance: none; display: block; width: 100%; height: .75rem; border: 1px solid var(--edge); border-radius: 1rem; background: var(--paper); overflow: hidden; color: var(--accent); }
progress::-webkit-progress-bar { background: var(--paper); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }
.button { display: inline-block; max-width: 100%; padding: .75rem 1.375rem; border: 2px solid var(--accent); border-radius: 5px; background: var(--accent); color: var(--on-accent); font: 600 1.0625rem/1.3 var(--sans); text-align: center; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--accent-dark); border-color: var(--accent-dark); color: var(--on-accent); }
.button.second { background: transparent; color: var(--accent); }
.button.second:hover { color: var(--accent-dark); text-decoration: underline; }
.sheet { margin: 1.5rem 0; padding: clamp(1.25rem, 5vw, 3.25rem); background: var(--paper); border: 1px solid var(--line); border-radius: 3px; box-shadow: 0 1px 3px rgb(0 0 0 / .08); }
.sheet > :first-child { margin-top: 0; }
.sheet > :last-child, .sheet > .lines:last-child, .signatories > :last-child { margin-bottom: 0; }
.letter, .release { font: 1.125rem/1.6 var(--serif); }
.letter blockquote, .release blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.letter .lines { margin: 1.25rem 0; font-style: normal; }
.letter .subject { font-size: 1.5rem; margin: 1.5rem 0 1.25rem; }
.letter h2, .letter h3 { font-size: 1.25rem; }
.letter h2.subject { font-size: 1.5rem; }
.correction { margin: 0 0 1.25rem; padding-left: 1rem; border-left: 4px solid var(--accent); font: 1rem/1.5 var(--sans); }
.correction p { margin: 0 0 .375rem; }
.logos { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; margin: 0 0 1.5rem; }
.logos a, .logos img { display: block; }
.logos img { max-width: 100%; height: auto; background: #fff; }
.release .banner { font: 700 .9375rem/1.4 var(--sans); letter-spacing: .06em; margin-bottom: 1.25rem; }
.release .contact { font: 1rem/1.5 var(--sans); margin-bottom: 1.25rem; }
.release .contact a[href^=tel] { white-space: nowrap; }
.release .headline { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem); margin: 1rem 0 .75rem; }
.release .subheadline { font-style: italic; font-size: 1.1875rem; }
.release .quote { padding: 0; border: 0; }
.release .end { text-align: center; letter-spacing: .15em; margin-top: 1.5rem; }
.names { list-style: none; padding: 0; columns: 15rem auto; column-gap: 2rem; font: 1rem/1.45 var(--sans); }
.names li { break-inside: avoid; padding: .25rem 0; contain: paint; }
.names a { color: inherit; text-decoration-color: var(--accent); }
.names a:hover { color: var(--accent-dark); }
.names .quiet { display: block; font-size: .875rem; }
.signatories { font-family: var(--sans); font-size: 1rem; }
.signatories h2 { margin-top: 2.5rem; }
.sheet > .signatories:first-child h2 { margin-top: 0; }
.signatories h2, .signatories h3, .signatories h4 { font-family: var(--sans); }
.signatories h3 { font-size: 1.125rem; margin: 1rem 0 .5rem; }
.signatories h4 { font-size: 1rem; margin: 1.25rem 0 .375rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
.links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.links a { display: inline-block; padding: .375rem 0; }
.plain { list-style: none; padding: 0; }
.plain li { margin: 0 0 1.5rem; padding: 0 0 1.5rem; border-bottom: 1px solid var(--line); }
.plain h2 { margin: 0 0 .375rem; }
.plain p { margin: 0 0 .375rem; }
form { margin: 0; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
legend.group { font: 700 1.375rem/1.2 var(--serif); padding: 1.25rem 0 .75rem; }
.spare { display: none; }
.field { margin: 0 0 1.5rem; }
.field > label, .field > legend { display: block; font-weight: 600; margin-bottom: .25rem; }
.field .hint { margin: 0 0 .375rem; }
input, select { font: inherit; color: inherit; }
.field > input, .field > select { display: block; width: 100%; max-width: 32rem; min-height: 2.875rem; padding: .5rem .75rem; border: 2px solid var(--edge); border-radius: 5px; background: var(--paper); }
.field > .option { display: flex; align-items: flex-start; gap: .75rem; margin: 0; padding: .5rem 0; font-weight: 400; cursor: pointer; }
.option input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent); }
.wrong { padding-left: 1rem; border-left: 5px solid var(--bad); }
.problem { color: var(--bad); font-weight: 600; margin: 0 0 .375rem; }
.wrong > input, .wrong > select { border-color: var(--bad); }
.summary { margin: 1.5rem 0; padding: 1.25rem; border: 4px solid var(--bad); border-radius: 5px; background: var(--paper); }
.summary h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
.summary h2:focus { outline: none; }
.summary a { color: var(--bad); font-weight: 600; }
.summary ul { margin: 0; padding-left: 1.25rem; }
.summary li { padding: .125rem 0; }
.facts { margin: 1rem 0; }
.facts div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: .9375rem; }
.facts dd { margin: 0; }
.printed { padding: 1.25rem; margin: 0 0 1rem; }
.printed .quiet { display: block; font-size: .9375rem; }
.action { margin: 2rem 0 0; }
details { margin: 1rem 0; }
summary { padding: .5rem 0; cursor: pointer; }
.action p { margin: .5rem 0 0; }
form:has(#kind):not(:has(#kind:checked, #kind-individual:checked, .wrong)) .after-kind { display: none; }
form:has(#kind:checked) .for-people:not(:has(.wrong)), form:has(#kind-individual:checked) .for-organizations:not(:has(.wrong)) { display: none; }
@media (max-width: 30rem) {
  .logos:has(:nth-child(3)) img { width: auto; max-height: 2.5rem; }
}
@media screen and (prefers-color-scheme: dark) {
  .logos img { box-sizing: content-box; max-width: calc(100% - 1.5rem); padding: .5rem .75rem; border-radius: 3px; }
}
@media (forced-colors: active) {
  progress { appearance: auto; }
  .button { border-color: ButtonText; }
}
@media (min-width: 40rem) {
  .facts div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; }
}
@media print {
  @page { margin: 2cm; }
  :root { color-scheme: light; --paper: #fff; --ground: #fff; --ink: #000; --soft: #333; --line: #bbb; --accent: #000; }
  body { font-size: 11pt; }
  .site, .skip, .screen { display: none; }
  main { max-width: none; padding: 0; }
  a { text-decoration: none; }
  .sheet { margin: 0; padding: 0; border: 0; box-shadow: none; }
  .letter, .release { font-size: 11.5pt; line-height: 1.45; }
  .release .headline { font-size: 18pt; }
  .names { columns: 3; font-size: 9.5pt; }
  .names .quiet { font-size: 8.5pt; }
  .release .contact, .note { font-size: 10.5pt; }
  h1, h2, h3, h4 { break-after: avoid; }
  .lines, .quote, .contact { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`;

export const stylesheet = source
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};,]) ?/g, '$1')
  .replaceAll(': ', ':')
  .trim();
