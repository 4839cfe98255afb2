import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { devTemplate } from '../infra/synthesized.ts';
import { costsDocument } from './document.ts';
import { dollarsFor } from './prices.ts';
import { countsSchema, scenarios } from './scenarios.ts';
import { signerUnits } from './signer-units.ts';
import { stackCounts } from './stack-counts.ts';

const here = import.meta.dirname;
const fileIn = (...path: string[]) => readFileSync(join(here, ...path), 'utf8');
const counts = countsSchema.parse(JSON.parse(fileIn('counts.json')));

// If one of these fails, `npm run costs` writes both files anew: look at what has become dearer.
test('docs/costs.md is what `npm run costs` prints', () => {
  expect(fileIn('..', '..', 'docs', 'costs.md')).toBe(costsDocument(counts, fileIn('measured.md')));
});

test('README and docs/deploy.md name the costs that docs/costs.md has', () => {
  const costs = fileIn('..', '..', 'docs', 'costs.md');
  const together = [...costs.matchAll(/\*\*together\*\* \| {2}\| \*\*.*?\*\* \| \*\*(\$[\d.]+)\*\*/g)];
  const [, further] = /costs up to (\$[\d.]+) a month at list prices/.exec(costs) ?? [];
  const named = fileIn('..', '..', 'README.md').match(/\$\d[\d.]*\d/g) ?? [];
  const ofMails = '$300';
  expect(named.filter((dollars) => dollars !== ofMails)).toEqual(together.map(([, dollars]) => dollars));
  expect(fileIn('..', '..', 'docs', 'deploy.md')).toContain(`costs up to ${further} a month`);
});

test('A signer costs what was counted', async () => {
  expect(await signerUnits('person', 'flagged')).toEqual(counts.person);
  expect(await signerUnits('organization', 'none')).toEqual(counts.organization);
  expect(await signerUnits('organization', 'flagged')).toEqual(counts.reviewedOrganization);
});

test('A stage has as many alarms, metrics and secrets as were counted', () => {
  expect(stackCounts(devTemplate())).toEqual(counts.stack);
});

test('Reads of an idle month cost two dollars at most', () => {
  const [, , quiet] = scenarios(counts);
  expect(dollarsFor('reads', quiet?.usage.reads ?? 0, { isFree: false })).toBeLessThanOrEqual(2);
});

test('What is free is taken off each month, and never below nothing', () => {
  expect(dollarsFor('invocations', 3_000_000, { isFree: true })).toBeCloseTo(0.4);
  expect(dollarsFor('invocations', 500_000, { isFree: true })).toBe(0);
  expect(dollarsFor('invocations', 500_000, { isFree: false })).toBeCloseTo(0.1);
});
