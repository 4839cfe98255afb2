import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildFunctions } from '../../infra/build.ts';
import { type BundleSize, budgetFor, overBudget, sizeTable } from '../../infra/bundle-budgets.ts';
import { fontFiles } from '../../shared/fonts/font-files.ts';
import { bundleText } from '../support/bundle.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'undersigned-build-'));

describe('Building', () => {
  let sizes: BundleSize[] = [];
  const bundlesIn = (output: string) => sizes.map(({ name }) => bundleText(name, join(folder, output)));

  beforeAll(async () => {
    sizes = await buildFunctions(join(folder, 'first'));
    mkdirSync(join(folder, 'second', 'tally'), { recursive: true });
    for (const file of ['tally/of-before.mjs', 'of-before.mjs'])
      writeFileSync(join(folder, 'second', file), '');
    await buildFunctions(join(folder, 'second'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes one bundle of each function', () => {
    const names = readdirSync(join(root, 'functions')).map((file) => file.replace(/\.tsx?$/, ''));
    expect(sizes.map(({ name }) => name)).toEqual(names.sort());
  });

  test('makes the same bytes each time', () => {
    expect(bundlesIn('second')).toEqual(bundlesIn('first'));
  });

  test('leaves nothing of an earlier build', () => {
    const filesIn = (output: string) => readdirSync(join(folder, output), { recursive: true }).sort();
    expect(filesIn('second')).toEqual(filesIn('first'));
  });

  test('keeps what is needed seldom out of what is loaded at the start', () => {
    const start = readFileSync(join(folder, 'first', 'confirm-sign-on', 'index.mjs'), 'utf8');
    const all = bundleText('confirm-sign-on', join(folder, 'first'));
    const aThrowawayDomain = 'guerrillamail.com';
    expect([all.includes(aThrowawayDomain), start.includes(aThrowawayDomain)]).toEqual([true, false]);
  });

  test('copies the typefaces that PDFs need beside the bundle that makes them', () => {
    const copied = readdirSync(join(folder, 'first', 'publish', 'fonts')).sort();
    expect(copied.filter((file) => file.endsWith('.ttf'))).toEqual(
      Object.values(fontFiles)
        .map((file) => basename(file))
        .sort(),
    );
  });

  test('stays within every budget', () => {
    expect(overBudget(sizes)).toEqual([]);
  });

  test('puts no path of the machine into a bundle', () => {
    for (const bundle of bundlesIn('first')) expect(bundle.includes(root)).toBe(false);
  });
});

describe('A bundle over its budget', () => {
  test('is named, with both sizes and what to do', () => {
    const sizes = [
      { name: 'tally', bytes: 600_000, budget: 550_000 },
      { name: 'sweep', bytes: 10, budget: 550_000 },
    ];
    expect(overBudget(sizes)).toEqual([
      'tally is 600.0 kB, over its budget of 550.0 kB: see what it imports, or raise the budget in infra/bundle-budgets.ts and say why.',
    ]);
    expect(sizeTable(sizes).split('\n')).toEqual([
      'function        size      budget',
      'tally       600.0 kB    550.0 kB',
      'sweep         0.0 kB    550.0 kB',
    ]);
  });

  test('has the budget of an API function where none is said', () => {
    expect(budgetFor('a-new-one')).toBe(budgetFor('show-sign-on'));
  });
});
