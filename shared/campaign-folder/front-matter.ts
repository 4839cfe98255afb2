import type * as z from 'zod';
import type { Mistake } from './mistakes.ts';
import { type KeyGuide, schemaMistakes } from './schema-mistakes.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A text of a campaign, split into its parts. All lines are counted as in the file. */
export interface TextSource {
  front: YamlSource;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** False if the end of the keys is missing, so that the start of the body is unknown. */
  hasBody: boolean;
  mistakes: Mistake[];
}

/** A text whose keys have been read; without `keys`, `mistakes` says why. */
export interface ParsedSource<Keys> extends TextSource {
  keys?: Keys;
}

/** Splits a file and reports mistakes in its keys. `checkTexts` reports mistakes in its texts. */
export function readSource<Keys>(
  file: string,
  source: string,
  schema: z.ZodType<Keys>,
  guide: KeyGuide,
): ParsedSource<Keys> {
  const text = splitFrontMatter(file, source);
  if (text.front.isBroken) return text;
  const parsed = schema.safeParse(text.front.value ?? {});
  if (parsed.success) return { ...text, keys: parsed.data };
  return {
    ...text,
    mistakes: [...text.mistakes, ...schemaMistakes(file, text.front, parsed.error.issues, guide)],
  };
}

const fence = /^---[ \t]*$/;

/** Splits a file into the YAML between its two lines of `---` and the Markdown after them. */
function splitFrontMatter(file: string, source: string): TextSource {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const opens = fence.test(lines[first] ?? '');
  const last = opens ? lines.findIndex((line, index) => index > first && fence.test(line)) : -1;
  if (last === -1) {
    const front = { ...readYaml(file, ''), isBroken: true };
    return {
      front,
      body: '',
      bodyLine: 1,
      hasBody: false,
      mistakes: [
        { file, line: first + 1 || 1, words: ({ texts: t }) => (opens ? t.keysWithoutEnd : t.noKeys) },
      ],
    };
  }
  // Blank lines replace what comes before, so that YAML's line numbers are the file's.
  const yaml = [...Array.from({ length: first + 1 }, () => ''), ...lines.slice(first + 1, last)].join('\n');
  const front = readYaml(file, `${yaml}\n`);
  const body = lines.slice(last + 1).join('\n');
  return { front, body, bodyLine: last + 2, hasBody: true, mistakes: front.mistakes };
}
