/** The printed page: the coalition's name or logo, the text, the signatories, and no buttons. */
export const printStyle = `
@media print {
  @page { margin: 2cm; }
  :root { color-scheme: light; --paper: #fff; --ground: #fff; --ink: #000; --soft: #333; --line: #bbb; --edge: #777; --bad: #000; --accent: #000; --accent-dark: #000; --on-accent: #000; --tint: #fff; --shadow: none; }
  .button { background: none; }
  body { font-size: 11pt; }
  .site, .skip, .screen, .above, .masthead nav { display: none; }
  main, .masthead .bar { display: block; max-width: none; padding: 0; }
  .masthead { border: 0; margin-bottom: 1cm; }
  a { text-decoration: none; }
  .sheet { margin: 0; padding: 0; border: 0; }
  .letter, .release { font-size: 11.5pt; line-height: 1.45; }
  .release .headline { font-size: 18pt; }
  .names { columns: 3; font-size: 9.5pt; }
  .names .quiet { font-size: 8.5pt; }
  .release .contact, .note { font-size: 10.5pt; }
  details:not([open])::details-content { content-visibility: visible; block-size: auto; }
  h1, h2, h3, h4 { break-after: avoid; }
  .lines, .quote, .contact, .field { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`;
