import { consoleEn } from '../../shared/i18n/console/en.ts';
import { en } from '../../shared/i18n/en.ts';

/** A Hebrew letter for each Latin one, so that a text is from right to left and as long as its original. */
const hebrew = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [
    letter,
    'אבגדהוזחטיכלמנסעפצקרשתגדהכ'[index] ?? '',
  ]),
);
const kept =
  /https?:\S+|\S+@\S+|www\.\S+|\$?\{[^}]*\}|\?source=|application\/\S+|campaign [a-z]+ \S+|\S+\.(?:yaml|csv|md)/g;

const lettersOf = (text: string): string =>
  [...text].map((character) => hebrew.get(character.toLowerCase()) ?? character).join('');

/** A text in the pseudo-language. Addresses, commands and names of files stay as they are. */
export function pseudo(text: string): string {
  let from = 0;
  let written = '';
  for (const { 0: word, index } of text.matchAll(kept)) {
    written += lettersOf(text.slice(from, index)) + word;
    from = index + word.length;
  }
  return written + lettersOf(text.slice(from));
}

/** The same with every text in it in the pseudo-language, such as a letter's content; keys and what is no text stay. */
export function pseudoContent<T>(
  content: T,
  keys = /^(text|date|subject|headline|subheadline|banner|attribution|lead)$/,
): T {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return keys.test(key) ? pseudo(value) : value;
    if (Array.isArray(value)) return value.map((each) => visit(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, visit(each, inner)]));
  };
  return visit(content, '') as T;
}

/** What a text says with these values: words that were given stay as they are, whatever language they are in. */
function saidWith(say: (...given: unknown[]) => unknown, given: unknown[]): unknown {
  const standIns = given.map((value, index) =>
    typeof value === 'string' && value !== '' ? String.fromCharCode(0xe000 + index) : value,
  );
  const restored = (text: string): string =>
    pseudo(text).replace(/[\uE000-\uE00F]/g, (character) => String(given[character.charCodeAt(0) - 0xe000]));
  const said = say(...standIns);
  return Array.isArray(said) ? said.map((each) => restored(String(each))) : restored(String(said));
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...given: unknown[]) => saidWith(value as never, given);
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, translated(each)]));
}

/** Puts these values into the object, also where a property cannot be assigned to. */
function put(holder: object, values: object): void {
  for (const [key, value] of Object.entries(values))
    Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * Runs something while English is a language from right to left: its texts are Hebrew letters, made from the English
 * ones. Afterwards English is English again.
 */
export function inPseudoLanguage<T>(run: () => T): T {
  const before = [{ ...en }, { ...consoleEn }] as const;
  const { writing, ...texts } = before[0];
  put(en, { ...(translated(texts) as object), writing: { ...writing, direction: 'rtl' } });
  put(consoleEn, translated(before[1]) as object);
  try {
    return run();
  } finally {
    put(en, before[0]);
    put(consoleEn, before[1]);
  }
}
