import { type Logo, logoFileName } from '../campaign/logo.ts';
import { longDate } from '../i18n/formats.ts';
import type {
  Block,
  Contact,
  Inline,
  LogoContent,
  Quote,
  ReleaseContent,
  TextFacts,
} from '../rendering/document/content.ts';
import { fillInMarkdown, fillInPlain } from '../rendering/markdown/fill-in-markdown.ts';
import { blocksOf, inlineOf } from '../rendering/markdown/markdown.ts';
import { addQuotationMarks } from '../rendering/markdown/quotation.ts';
import { type ParsedSource, readSource } from './front-matter.ts';
import { type ReleaseFrontMatter, releaseFrontMatterSchema, releaseKeys } from './release-source.ts';

export type ReleaseSource = ParsedSource<ReleaseFrontMatter>;

/** Reads `release.md` or its translation: its keys, and the text below them. */
export const readRelease = (source: string, file = 'release.md'): ReleaseSource =>
  readSource(file, source, releaseFrontMatterSchema, releaseKeys);

/** Renders a release that has passed `check`, with its drawn logos. Throws for any other. */
export function renderRelease(source: string, facts: TextFacts, logos: readonly Logo[] = []): ReleaseContent {
  const { keys, body, front } = readRelease(source);
  if (!keys) throw new Error('release.md has mistakes: run `campaign check`');
  const plain = (text: string) => fillInPlain(text, facts);
  const inline = (text: string) => {
    const filled = fillInMarkdown(text, facts);
    return inlineOf(filled.text, filled);
  };
  const paragraphs = (text: string, path: (string | number)[]): Inline[][] =>
    splitParagraphs(text, front.scalarAt(path)?.keepsLines ?? false).map(inline);
  const filled = fillInMarkdown(body, facts);
  const blocks = blocksOf(filled.text, filled);
  const shown = keys.logos.flatMap(({ file, alt, url }): LogoContent[] => {
    const logo = logos.find((each) => each.file === file);
    if (!logo) return [];
    return [
      { ...logo, name: logoFileName(logo), alt: plain(alt), language: facts.language, ...(url && { url }) },
    ];
  });
  return {
    language: facts.language,
    ...(shown.length > 0 && { logos: shown }),
    ...(keys.banner && { banner: plain(keys.banner) }),
    contacts: keys.contacts.map((contact) => contactOf(contact, plain)),
    date: longDate(facts.language, facts.timeZone, facts.publishedAt),
    headline: plain(keys.headline),
    ...(keys.subheadline && { subheadline: plain(keys.subheadline) }),
    body: keys.dateline ? withDateline(blocks, plain(keys.dateline)) : blocks,
    quotes: keys.quotes.map(
      ({ text, attribution, lead }, index): Quote => ({
        paragraphs: addQuotationMarks(paragraphs(text, ['quotes', index, 'text']), facts.language),
        ...(attribution && { attribution: inline(attribution) }),
        ...(lead && { lead: inline(lead) }),
      }),
    ),
    about: keys.about.flatMap((text, index) => paragraphs(text, ['about', index])),
  };
}

/**
 * After `|`, single line ends only wrap and a blank line separates paragraphs. In other YAML texts, wrapped lines are
 * joined already.
 */
function splitParagraphs(text: string, keepsLines: boolean): string[] {
  return text
    .split(keepsLines ? /\n[ \t]*\n\s*/ : /\s*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function contactOf(
  { name, organization, phone, email }: ReleaseFrontMatter['contacts'][number],
  plain: (text: string) => string,
): Contact {
  return {
    name: plain(name),
    ...(organization && { organization: plain(organization) }),
    ...(phone && { phone: plain(phone) }),
    ...(email && { email }),
  };
}

/** The dateline opens the first paragraph. If the body begins with something else, it is a paragraph of its own. */
function withDateline(blocks: Block[], dateline: string): Block[] {
  const opening: Inline = { type: 'text', text: `${dateline} – ` };
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [opening] }, ...blocks];
  const [start, ...rest] = first.children;
  const children: Inline[] =
    start?.type === 'text'
      ? [{ type: 'text', text: opening.text + start.text }, ...rest]
      : [opening, ...first.children];
  return [{ type: 'paragraph', children }, ...others];
}
