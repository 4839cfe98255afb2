import { letterPdf } from '../../shared/pdf/letter-pdf.ts';
import { documentFacts } from '../pdf/facts.ts';
import { aFullSignatoryList, aSignatoryList } from './sample-lists.ts';
import { aLetter } from './sample-texts.ts';

/** A letter with its names, and one with too many for a PDF. */
export async function samplePdfs(): Promise<Buffer[]> {
  const tooMany = aSignatoryList({ organizations: { count: 5001, groups: [] } });
  return [
    await letterPdf(aLetter(), aFullSignatoryList(), documentFacts()),
    await letterPdf(aLetter(), tooMany, documentFacts()),
  ];
}
