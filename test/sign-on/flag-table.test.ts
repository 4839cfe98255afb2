import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { flagMeanings } from '../../shared/sign-on/flag-meanings.ts';
import { flagEffects, flagTable } from '../../shared/sign-on/flag-table.ts';

test('the organizer’s guide has the same table of evidence as the code', () => {
  const guide = readFileSync(new URL('../../docs/campaign.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (.+) \| `([a-z-]+)` \| (.+) \|$/gm)].map(
    ([, meaning, code, effect]) => [code, meaning, effect],
  );
  const meanings = new Map(Object.entries(flagMeanings));
  const inCode = Object.entries(flagTable).map(([code, { effect }]) => [
    code,
    meanings.get(code),
    flagEffects[effect],
  ]);
  const codes = new Set(inCode.map(([code]) => code));
  expect(rows.filter(([code]) => codes.has(code ?? ''))).toEqual(inCode);
});
