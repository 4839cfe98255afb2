import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** What is named and rightly does not exist here. */
const elsewhere = new Set([
  // Written by an operator.
  'stages/prod.yaml',
  'campaigns/smoke-test/campaign.yaml',
  // Made from a logical id; words of CDK; a word in a stack trace.
  'mailDeadLetters',
  'isWebsite',
  'bootstrapQualifier',
  'onSourceEnd',
]);

const root = join(import.meta.dirname, '../..');
const folders = ['campaigns', 'cli', 'docs', 'functions', 'infra', 'local', 'shared', 'stages', 'test'];
const files = [
  ...readdirSync(root),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  ),
].filter((file) => !file.includes('/node_modules/'));
const comment = /^[ \t{]*\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;

const textsOf = (pattern: RegExp): { file: string; text: string }[] =>
  files
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const sources = textsOf(/\.(tsx?|js)$/);
const prose = [
  ...textsOf(/^(docs\/)?[^/]+\.md$/),
  ...sources.map(({ file, text }) => ({ file, text: (text.match(comment) ?? []).join('\n') })),
];

/** What is wrong in the words between backticks, each with the file that has it. */
const mistakes = (wrongIn: (quoted: string) => string[]): string[] =>
  prose.flatMap(({ file, text }) =>
    [...text.matchAll(/`([^`\n]+)`/g)]
      .flatMap(([, quoted = '']) => wrongIn(quoted))
      .filter((name) => !elsewhere.has(name))
      .map((name) => `${file}: ${name}`),
  );

test('every path that a document or a comment names exists', () => {
  const isPath = (name: string): boolean =>
    /^[\w./-]+$/.test(name) &&
    (/\.tsx?$/.test(name) || folders.some((folder) => name.startsWith(`${folder}/`)));
  const ends = files.map((file) => `/${file}/`);
  const exists = (name: string): boolean => ends.some((end) => end.endsWith(`/${name.replace(/\/$/, '')}/`));
  expect(mistakes((quoted) => [quoted].filter((name) => isPath(name) && !exists(name)))).toEqual([]);
});

test('every identifier that a document or a comment names is in the code', () => {
  const code = new Set(sources.flatMap(({ text }) => text.replace(comment, '').match(/\w+/g) ?? []));
  const identifiers = (quoted: string): string[] => quoted.match(/\b[a-z]+[A-Z]\w*/g) ?? [];
  expect(mistakes((quoted) => identifiers(quoted).filter((word) => !code.has(word)))).toEqual([]);
});
