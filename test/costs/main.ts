import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateSchema } from '../../infra/template.ts';
import { readsOfAMinute } from '../bench/idle-reads.ts';
import { costsDocument } from './document.ts';
import type { Counts } from './scenarios.ts';
import { signerUnits } from './signer-units.ts';
import { stackCounts } from './stack-counts.ts';

/** `npm run costs`: counts calls, writes counts.json and docs/costs.md, and prints that page. */

const root = join(import.meta.dirname, '..', '..');
const here = import.meta.dirname;

// The code under test writes its log to standard output, which is for the page here.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

const template = templateSchema.parse(
  JSON.parse(readFileSync(join(root, 'cdk.out', 'undersigned-dev.template.json'), 'utf8')),
);
const counts: Counts = {
  countedOn: new Date().toISOString().slice(0, 10),
  person: await signerUnits('person', 'flagged'),
  organization: await signerUnits('organization', 'none'),
  reviewedOrganization: await signerUnits('organization', 'flagged'),
  letterMinute: await readsOfAMinute(170),
  idleMinute: await readsOfAMinute(1_000_000),
  activeMinute: await readsOfAMinute(1_000_000, { isActive: true }),
  stack: stackCounts(template),
};
writeFileSync(join(here, 'counts.json'), `${JSON.stringify(counts, null, 2)}\n`);
const page = costsDocument(counts, readFileSync(join(here, 'measured.md'), 'utf8'));
writeFileSync(join(root, 'docs', 'costs.md'), page);
print(page);
