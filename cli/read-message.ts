import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Gate } from '../shared/campaign/gate.ts';
import { inLanguage } from '../shared/campaign/localized-settings.ts';
import type { Settings } from '../shared/campaign/settings.ts';
import { mistakesIn } from '../shared/campaign-folder/in-words.ts';
import { messageMistakes } from '../shared/campaign-folder/message.ts';
import type { Mistake } from '../shared/campaign-folder/mistakes.ts';
import { decodeText } from '../shared/decode-text.ts';
import { type Language, languages } from '../shared/i18n/language.ts';
import { messageFacts } from '../shared/rendering/document/message-facts.ts';
import type { StoredMessage } from '../shared/table/messages.ts';
import { notFound, Refusal, UsageError } from './refusal.ts';

/** In bytes, of one language. All languages together must fit into one item of the table. */
const maxBytes = 50_000;

/**
 * Reads a message in the campaign's language, and its translations beside it: `message.es.md` of `message.md`.
 *
 * @throws Refusal that lists every mistake in all of them
 */
export async function readMessageFiles(
  file: string,
  { settings, gate, now }: { settings: Settings; gate: Gate; now: Date },
): Promise<StoredMessage['texts']> {
  const name = basename(file);
  if (!name.endsWith('.md')) throw new UsageError(`${file} must be a Markdown file, such as message.md.`);
  const stem = name.slice(0, -'.md'.length);
  const own = languages.find((language) => stem.endsWith(`.${language}`));
  if (own)
    throw new UsageError(
      `${file} is a translation. Name the message in the campaign’s own language: ${stem.slice(0, -own.length - 1)}.md.`,
    );
  const source = await readText(file);
  if (source === undefined) throw notFound(`There is no file ${file}.`);
  const files = [{ language: settings.language, name, source }];
  const mistakes: Mistake[] = [];
  for (const language of languages) {
    const translation = `${stem}.${language}.md`;
    const text = await readText(join(dirname(file), translation));
    if (text === undefined) continue;
    if (language === settings.language) mistakes.push(ownLanguage(translation, name, language));
    else files.push({ language, name: translation, source: text });
  }
  for (const each of files) mistakes.push(...mistakesOf(each, { settings, gate, now }));
  if (mistakes.length === 0) return files.map(({ language, source: text }) => ({ language, source: text }));
  throw new Refusal({
    type: '/problems/invalid',
    title: 'The message has mistakes',
    status: 422,
    detail: `The message has ${mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`}. Nothing was sent.`,
    errors: mistakesIn('en', mistakes),
  });
}

async function readText(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && (decodeText(bytes) ?? bytes.toString('utf8'));
}

const ownLanguage = (file: string, name: string, language: Language): Mistake => ({
  file,
  line: 1,
  words: (t) => t.files.ownLanguage(language, name),
});

function mistakesOf(
  { name, source, language }: { name: string; source: string; language: Language },
  { settings, gate, now }: { settings: Settings; gate: Gate; now: Date },
): Mistake[] {
  const bytes = Buffer.byteLength(source);
  if (bytes > maxBytes) return [{ file: name, line: 1, words: (t) => t.files.tooLarge(bytes, maxBytes) }];
  const numbers = [gate, { organizations: 0, individuals: 0 }, { organizations: 1, individuals: 1 }];
  const facts = numbers.map(({ organizations, individuals }) =>
    messageFacts(inLanguage(settings, language), gate, 'https://example.org', {
      organizations,
      individuals,
      at: now.toISOString(),
    }),
  );
  return messageMistakes(name, source, facts);
}
