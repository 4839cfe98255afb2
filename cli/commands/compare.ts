import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WordedMistake } from '../../shared/campaign-folder/mistakes.ts';
import { type Comparison, compareNames } from '../../shared/organization/compare.ts';
import { type NamePair, type PairMistake, readNamePairs } from '../../shared/organization/name-pairs.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { comparisonText } from '../comparison-text.ts';
import { notFound, Refusal, UsageError } from '../refusal.ts';

export const compare: Command = {
  name: 'compare',
  positionals: [{ name: 'name or pairs.csv' }, { name: 'other name', isOptional: true }],
  summary:
    'say whether two names are one organization, and why; for a file, each of its pairs; needs no stack',
  run: runCompare,
};

const maxShown = 200;

async function runCompare({ positionals: [one = '', other] }: Invocation): Promise<CommandResult> {
  if (other === undefined) return compareFile(one, await readPairs(one));
  if (one.trim() === '' || other.trim() === '') throw new UsageError('A name is empty.');
  const comparison = compareNames(one, other);
  return { text: comparisonText('en', comparison), json: comparison };
}

function compareFile(file: string, pairs: NamePair[]): CommandResult {
  const comparisons = pairs.map(([one, other]) => compareNames(one, other));
  const lines = pairs.map(([one, other], at) => {
    const verdict = verdictOf(comparisons[at]);
    return `  ${verdict.padEnd(9)} ${one} | ${other}`;
  });
  const count = (verdict: string): number =>
    comparisons.filter((comparison) => verdictOf(comparison) === verdict).length;
  const head = `${file}: ${pairs.length} pairs, ${count('same')} the same, ${count('similar')} similar, ${count('different')} different.`;
  return { text: [head, ...lines].join('\n'), json: comparisons };
}

function verdictOf(comparison: Comparison | undefined): 'same' | 'similar' | 'different' {
  if (comparison?.same) return 'same';
  return comparison?.similar ? 'similar' : 'different';
}

async function readPairs(file: string): Promise<NamePair[]> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes)
    throw notFound(
      `There is no file ${file} that can be read. To compare two names, put each in quotation marks.`,
    );
  const read = readNamePairs(bytes);
  if ('pairs' in read) return read.pairs;
  const errors = read.mistakes.map((mistake) => mistakeOf(basename(file), mistake));
  const more = errors.length > maxShown ? ` The first ${maxShown} are shown.` : '';
  throw new Refusal({
    type: '/problems/invalid',
    title: 'The file has mistakes',
    status: 422,
    detail: `${file} has ${errors.length === 1 ? 'one mistake' : `${errors.length} mistakes`}; nothing is compared.${more}`,
    errors: errors.slice(0, maxShown),
  });
}

function mistakeOf(file: string, { line, code }: PairMistake): WordedMistake {
  switch (code) {
    case 'unreadable-text':
      return {
        file,
        line,
        message: 'It is not in UTF-8 or UTF-16.',
        cure: 'Save it as “CSV UTF-8”, and compare that.',
      };
    case 'open-quote':
      return {
        file,
        line,
        message: 'A quotation mark is open or stands alone.',
        cure: 'Write a quotation mark inside a cell twice.',
      };
    case 'not-two-columns':
      return {
        file,
        line,
        message: 'The row does not have two cells.',
        cure: 'Write one name in each of two columns; put a name with a comma in quotation marks.',
      };
    case 'no-name':
      return { file, line, message: 'A name is missing.', cure: 'Write a name in both columns.' };
  }
}
