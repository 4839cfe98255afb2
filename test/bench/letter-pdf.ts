import { letterPdf } from '../../shared/rendering/pdf/letter-pdf.ts';
import { documentFacts } from '../rendering/pdf/facts.ts';
import { aSignatoryList, someOrganizations } from '../support/sample-lists.ts';
import { aLetter } from '../support/sample-texts.ts';
import { type Measured, median } from './figure.ts';

const rounds = 3;

/** Processor time for the PDF of a letter with few and with many names: it may grow with the list, not faster. */
export async function measureLetterPdf(): Promise<Measured> {
  await secondsFor(50); // loads pdfmake and the typefaces
  const few: number[] = [];
  const many: number[] = [];
  for (let round = 0; round < rounds; round++) {
    few.push(await secondsFor(500));
    many.push(await secondsFor(5000));
  }
  return {
    figures: [
      { name: 'letter PDF of 5,000 organizations (processor time)', value: median(many), unit: 'seconds' },
      {
        name: 'letter PDF: 5,000 organizations against 500',
        value: median(many) / median(few),
        unit: 'times',
        bound: { atMost: 12 },
      },
    ],
    details: { few, many },
  };
}

async function secondsFor(count: number): Promise<number> {
  const groups = [{ signatories: someOrganizations(count) }];
  const lists = aSignatoryList({ organizations: { count, groups } });
  const before = process.cpuUsage();
  await letterPdf(aLetter(), lists, documentFacts());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
