import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { flagEffects, flagTable } from '../../shared/sign-on/flag-table.ts';

test('the organizer’s guide has every piece of evidence in the order of the code, and says what it does', () => {
  const guide = readFileSync(new URL('../../docs/campaign.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| .+ \| `([a-z-]+)` \| (.+) \|$/gm)].map(([, code, effect]) => [
    code,
    effect,
  ]);
  const inCode = Object.entries(flagTable).map(([code, { effect }]) => [code, flagEffects[effect]]);
  const codes = new Set(inCode.map(([code]) => code));
  expect(rows.filter(([code]) => codes.has(code ?? ''))).toEqual(inCode);
});
