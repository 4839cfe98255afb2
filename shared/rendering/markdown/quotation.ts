import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { QuotationMarks } from '../../i18n/writing.ts';
import type { Inline } from '../document/content.ts';

/**
 * Puts a quote's paragraphs in quotation marks. Marks around the whole source are removed first. Quotes within the
 * quote get the marks of their depth. Apostrophes and single marks stay as they are.
 */
export function addQuotationMarks(paragraphs: Inline[][], language: Language): Inline[][] {
  const marks = texts(language).writing.quotationMarks;
  return paragraphs.map((paragraph, index) => [
    { type: 'text', text: index === 0 ? marks.open : marks.reopen },
    ...withNestedMarks(paragraph, marks),
    ...(index === paragraphs.length - 1 ? [{ type: 'text' as const, text: marks.close }] : []),
  ]);
}

type Role = 'open' | 'close';

interface Mark {
  index: number;
  role: Role;
  partner?: Mark;
  depth: number;
}

function withNestedMarks(paragraph: Inline[], { nested }: QuotationMarks): Inline[] {
  const text = flat(paragraph);
  const found = paired(marksIn(text));
  const replaced = new Map<number, string>();
  const [first] = found;
  const last = found.at(-1);
  const opensAll =
    first?.index === 0 &&
    first.role === 'open' &&
    (!first.partner || first.partner.index === text.length - 1);
  const closesAll =
    last?.index === text.length - 1 && last.role === 'close' && (!last.partner || last.partner.index === 0);
  for (const mark of found) {
    const isOuter = (opensAll && mark === first) || (closesAll && mark === last);
    const depth = mark.depth - (opensAll && first?.partner ? 1 : 0);
    const pair = nested[depth % nested.length];
    if (isOuter) replaced.set(mark.index, '');
    else if (mark.partner && pair) replaced.set(mark.index, mark.role === 'open' ? pair[0] : pair[1]);
    else continue;
    // The space inside of « and » is a part of the mark.
    const beside = mark.index + (mark.role === 'open' ? 1 : -1);
    if (/[«»]/.test(text.charAt(mark.index)) && /\s/.test(text.charAt(beside))) replaced.set(beside, '');
  }
  return replaceAt(paragraph, replaced, { next: 0 });
}

const roles: Record<string, Role> = { '“': 'open', '«': 'open', '”': 'close', '»': 'close' };

/**
 * Curly and angle marks say whether they open or close. A straight mark opens at the beginning of a word and closes
 * at the end of one.
 */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let openStraight = false;
  for (const { 0: character, index } of text.matchAll(/[“”«»"]/g)) {
    let role = roles[character];
    if (!role) {
      const begins = /(^|[\s([{“«‘—–-])$/.test(text.slice(0, index)) && /^\S/.test(text.slice(index + 1));
      if (!begins && !openStraight) continue;
      role = begins && !openStraight ? 'open' : 'close';
      openStraight = role === 'open';
    }
    marks.push({ index, role, depth: 0 });
  }
  return marks;
}

function paired(marks: Mark[]): Mark[] {
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.role === 'open') open.push(mark);
    const partner = mark.role === 'close' ? open.pop() : undefined;
    if (!partner) continue;
    mark.partner = partner;
    partner.partner = mark;
  }
  let depth = 0;
  for (const mark of marks.filter(({ partner }) => partner)) {
    if (mark.role === 'close') depth--;
    mark.depth = depth;
    if (mark.role === 'open') depth++;
  }
  return marks;
}

/** The text of the paragraph, with one character for everything else, so that positions in it can be found again. */
function flat(items: Inline[]): string {
  return items
    .map((item) => {
      if (item.type === 'text') return item.text;
      return 'children' in item ? flat(item.children) : ' ';
    })
    .join('');
}

function replaceAt(items: Inline[], replaced: Map<number, string>, position: { next: number }): Inline[] {
  return items.map((item) => {
    if ('children' in item) return { ...item, children: replaceAt(item.children, replaced, position) };
    const start = position.next;
    position.next += item.type === 'text' ? item.text.length : 1;
    if (item.type !== 'text') return item;
    const text = [...item.text.split('')]
      .map((unit, offset) => replaced.get(start + offset) ?? unit)
      .join('');
    return { ...item, text };
  });
}
