import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { listSignatories } from '../../shared/operations/listing/list-signatories.ts';
import { safeLine } from '../../shared/rendering/document/safe-text.ts';
import { textPieces } from '../../shared/site/list-text.ts';
import { signatoriesCsv, signatoriesJson } from '../../shared/site/signatory-files.ts';
import type { Snapshot } from '../../shared/site/snapshot.ts';
import { aConfirmedSignOn, aSettings, organizationDetails, slug } from '../support/records.ts';
import { strangeNames } from '../support/strange-names.ts';
import { runs } from '../support/suite.ts';

const asOf = '2026-12-02T15:00:00.000Z';
const snapshot: Snapshot = {
  slug,
  publishedAt: asOf,
  organizations: 1,
  individuals: 0,
  thresholdOrganizations: 1,
  thresholdIndividuals: 0,
  settings: aSettings(),
  letter: '',
  release: '',
  parts: [],
  signatories: [],
};

/** One organization of that name and city, as programs and spreadsheets read it from the published files. */
async function published(
  name: string,
  city: string,
): Promise<{ csv: Record<string, string>[]; json: unknown; text: string }> {
  const signOn = aConfirmedSignOn({ kind: 'organization', signed: organizationDetails(name, { city }) });
  async function* standing() {
    yield { signOn, addedOn: null };
  }
  const list = await listSignatories(standing(), {
    list: { groupBy: 'none', leads: [] },
    language: 'en',
    released: 1,
    asOf,
  });
  const [text, json] = await Promise.all([
    gathered(textPieces(signatoriesCsv(), list)),
    gathered(textPieces(signatoriesJson(snapshot, list), list)),
  ]);
  return {
    text,
    csv: parse(text, { bom: true, columns: true }),
    json: JSON.parse(json),
  };
}

async function gathered(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const shown = (typed: string): string => safeLine(typed).trim();
/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

test.each(Object.entries(strangeNames))(
  'a name is legible and harmless in CSV and JSON: %s',
  async (_kind, name) => {
    const { csv, json, text } = await published(name, 'Łódź, "the city"');
    expect(text.startsWith('\uFEFF"name","city","region","country","scope","website","added_on"\r\n')).toBe(
      true,
    );
    expect(csv).toHaveLength(1);
    expect(csv[0]?.name?.replace(/^'/, '')).toBe(shown(name));
    expect(csv[0]?.city).toBe('Łódź, "the city"');
    expect(json).toMatchObject({ organizations: [{ name: shown(name), city: 'Łódź, "the city"' }] });
  },
);

test('a CSV reader returns exactly what was typed, and no cell begins a formula', async () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t=', '\r\n@', '＝', '"=', "'=", ' =', ',=', ';=');
  const typed = fc
    .tuple(start, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(typed, typed, async (name, city) => {
      const { csv } = await published(name, city);
      expect(csv).toHaveLength(1);
      const [row = {}] = csv;
      for (const cell of Object.values(row)) expect(cell).not.toMatch(formula);
      const back = (cell: string | undefined, original: string) =>
        expect([shown(original), `'${shown(original)}`]).toContain(cell);
      back(row.name, name);
      back(row.city, city);
    }),
    { numRuns: runs(200) },
  );
});
