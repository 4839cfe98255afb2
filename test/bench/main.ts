import { measureConfirm } from './confirm.ts';
import { measureCounterWrites } from './counter-writes.ts';
import { type Figure, isHeld, type Measured } from './figure.ts';
import { measureFirstView } from './first-view.ts';
import { measureIdleReads } from './idle-reads.ts';
import { measureImportTime } from './import-time.ts';
import { measureKnownAddresses } from './known-addresses.ts';
import { measureLetterPdf } from './letter-pdf.ts';
import { measureLookAlikes } from './look-alikes.ts';
import { measurePublicationTime } from './publication-time.ts';
import { measurePublishingCrowds, measureStoredRows } from './publishing-crowds.ts';
import { measureSearch } from './search.ts';
import { measureSubmit } from './submit.ts';
import { measureWriteUnits } from './write-units.ts';

/**
 * What the project promises about speed and cost: a table on stderr, JSON on stdout, status 1 if a bound is not held.
 */

/** The stack comes first, so that its memory is not the other measures', too. */
const measures: [string, () => Promise<Measured>][] = [
  ['publication', measurePublicationTime],
  ['publishing crowds', measurePublishingCrowds],
  ['publishing stored rows', measureStoredRows],
  ['letter PDF', measureLetterPdf],
  ['first view', measureFirstView],
  ['look-alikes', measureLookAlikes],
  ['search', measureSearch],
  ['submit', measureSubmit],
  ['known addresses', measureKnownAddresses],
  ['confirm', measureConfirm],
  ['write units', measureWriteUnits],
  ['counter writes', measureCounterWrites],
  ['idle reads', measureIdleReads],
  ['import time', measureImportTime],
];

// The code under test writes its log to standard output, which is for the figures here.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

/** Names of parts to measure alone, in any order; none means all. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !measures.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}; there is ${measures.map(([name]) => name).join(', ')}.`,
  );
  process.exit(2);
}

const results: Record<string, Measured> = {};
for (const [name, measure] of measures) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`measuring ${name} …`);
  const measured = await measure();
  console.error(measured.figures.map(line).join('\n'));
  results[name] = measured;
}
const figures = Object.values(results).flatMap((measured) => measured.figures);
print(`${JSON.stringify(results, null, 2)}\n`);
process.exit(figures.every(isHeld) ? 0 : 1);

function line(figure: Figure): string {
  const { name, value, unit, bound } = figure;
  const wanted = bound ? ('atMost' in bound ? `≤ ${bound.atMost}` : `≥ ${bound.atLeast}`) : '';
  const verdict = bound ? (isHeld(figure) ? 'held' : 'NOT HELD') : '';
  return `${name.padEnd(62)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(8)} ${wanted.padEnd(7)} ${verdict}`;
}
