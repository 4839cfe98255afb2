/** Letter, release, and signatories. */
export const letterStyle = `
.sheet { margin: 1.5rem 0; padding: clamp(1.25rem, 5vw, 4rem); background: var(--paper); border: 1px solid var(--line); border-radius: 2px; box-shadow: var(--shadow); }
.sheet > :first-child { margin-top: 0; }
.sheet > :last-child, .sheet > .lines:last-child, .signatories > :last-child { margin-bottom: 0; }
.letter, .release { font: 1.1875rem/1.6 var(--serif); }
.letter blockquote, .release blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.letter li, .release li { margin-bottom: .375rem; }
.letter .lines { margin: 1.5rem 0; }
.letter .subject { font-size: clamp(1.5rem, 1.3rem + 1vw, 1.875rem); margin: 1.75rem 0 1.25rem; }
.letter h3 { font-size: 1.25rem; }
.correction { margin: 0 0 1.25rem; padding-inline-start: 1rem; border-inline-start: 4px solid var(--accent); font: 1.0625rem/1.5 var(--sans); }
.correction p { margin: 0 0 .375rem; }
.logos { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; margin: 0 0 1.75rem; }
.logos a, .logos img { display: block; }
.logos img { max-width: 100%; height: auto; }
.release .banner { font: 600 1rem/1.4 var(--sans); letter-spacing: .06em; margin-bottom: 1.25rem; }
.release .contact { font: 1.0625rem/1.5 var(--sans); margin-bottom: 1.25rem; }
.release .contact a[href^=tel] { white-space: nowrap; }
.release .headline { font-size: clamp(1.625rem, 1.2rem + 2vw, 2.375rem); line-height: 1.15; margin: 1.25rem 0 .75rem; }
.release .subheadline { font-style: italic; font-size: 1.25rem; line-height: 1.4; }
.release .quote { padding: 0; border: 0; }
.release .end { text-align: center; letter-spacing: .15em; margin-top: 1.5rem; }
.names { list-style: none; padding: 0; columns: 14rem auto; column-gap: 2rem; font: 1.0625rem/1.35 var(--sans); }
.names li { break-inside: avoid; margin: 0; padding: .3125rem 0; contain: paint; }
.names a { color: inherit; text-decoration-color: var(--accent); }
.names a:hover { color: var(--accent-dark); }
.names .quiet { display: block; font-size: .9375rem; }
.signatories { font-family: var(--sans); font-size: 1.0625rem; }
.signatories h2 { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); }
.sheet > .signatories:first-child h2 { margin-top: 0; padding-top: 0; border: 0; }
.signatories h3, .signatories h4 { font-family: var(--sans); font-weight: 600; }
.signatories h3 { font-size: 1.1875rem; margin: 1rem 0 .5rem; }
.signatories h4 { font-size: 1.0625rem; margin: 1.25rem 0 .375rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
.fold { margin: 1.5rem 0; background: var(--paper); border: 1px solid var(--line); border-radius: 2px; }
.fold > summary { padding: 1rem 1.25rem; }
.fold > summary h2 { display: inline; font-size: 1.25rem; }
.fold > .sheet { margin: 0; border: 0; border-top: 1px solid var(--line); box-shadow: none; }
.printed { padding: 1.25rem; margin: 0 0 1rem; }
.printed .quiet { display: block; font-size: 1rem; }
@media (max-width: 30rem) {
  .logos:has(:nth-child(3)) img { width: auto; max-height: 2.5rem; }
  .sheet, .panel { margin-inline: -1rem; border-inline: 0; border-radius: 0; }
  .sheet.printed, .fold > .sheet { margin-inline: 0; }
}
`;
