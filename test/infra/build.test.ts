import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { budgetFor, budgetProblems, sizeTable } from '../../infra/bundle-budgets.ts';
import { fontFiles } from '../../shared/rendering/fonts/font-files.ts';
import { bundleText } from '../support/bundle.ts';

const root = join(import.meta.dirname, '..', '..');

/** What `npm run build` has made; it fails when a bundle is over its budget. */
describe('The build', () => {
  const bundles = join(root, 'build', 'functions');
  const names = readdirSync(join(root, 'functions')).map((file) => file.replace(/\.tsx?$/, ''));

  test('makes one bundle of each function', () => {
    expect(readdirSync(bundles).sort()).toEqual(names.sort());
  });

  test('keeps what is needed seldom out of what is loaded at the start', () => {
    const start = readFileSync(join(bundles, 'confirm-sign-on', 'index.mjs'), 'utf8');
    const aThrowawayDomain = 'guerrillamail.com';
    expect([
      bundleText('confirm-sign-on').includes(aThrowawayDomain),
      start.includes(aThrowawayDomain),
    ]).toEqual([true, false]);
  });

  test('copies the typefaces that PDFs need beside the bundle that makes them', () => {
    const copied = readdirSync(join(bundles, 'publish', 'fonts')).sort();
    expect(copied.filter((file) => file.endsWith('.ttf'))).toEqual(
      Object.values(fontFiles)
        .map((file) => basename(file))
        .sort(),
    );
  });

  test('puts no path of the machine into a bundle', () => {
    for (const name of names) expect(bundleText(name).includes(root)).toBe(false);
  });
});

describe('A bundle over its budget', () => {
  test('is named, with both sizes and what to do', () => {
    const sizes = [
      { name: 'tally', bytes: 600_000, budget: 550_000 },
      { name: 'sweep', bytes: 10, budget: 550_000 },
    ];
    expect(budgetProblems(sizes)).toEqual([
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
