import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildFunctions } from '../../infra/build.ts';
import { type BundleSize, budgetProblems } from '../../infra/bundle-budgets.ts';
import { bundleText } from '../support/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-build-'));

describe('Building twice', () => {
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

  test('makes the same bytes each time', () => {
    expect(bundlesIn('second')).toEqual(bundlesIn('first'));
  });

  test('leaves nothing of an earlier build', () => {
    const filesIn = (output: string) => readdirSync(join(folder, output), { recursive: true }).sort();
    expect(filesIn('second')).toEqual(filesIn('first'));
  });

  test('stays within every budget', () => {
    expect(budgetProblems(sizes)).toEqual([]);
  });
});
