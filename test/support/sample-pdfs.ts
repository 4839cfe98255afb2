import { letterPdf } from '../../shared/rendering/pdf/letter-pdf.ts';
import { previewImage } from '../../shared/rendering/preview-image/preview-image.ts';
import { previewPrint, printer } from '../../shared/site/artifacts.ts';
import { documentFacts } from '../rendering/pdf/facts.ts';
import { aView } from './builders.ts';
import { aFullSignatoryList, aSignatoryList } from './sample-lists.ts';
import { aLetter } from './sample-texts.ts';

/** A letter with its names, and one with too many for a PDF. */
export async function samplePdfs(): Promise<Buffer[]> {
  const tooMany = aSignatoryList({ organizations: { count: 5001, groups: [] } });
  const words = { title: 'Letter', ask: 'Read', sender: 'Coalition' };
  for (const view of [aView(), aView({ openness: 'closed' })]) {
    await previewPrint({ ...printer, preview: async () => Buffer.from('') }, view).make();
    await previewPrint({ ...printer, preview: async () => Buffer.from('') }, view, {
      organizations: 1,
      individuals: 0,
    }).make();
  }
  return [
    Buffer.from(await previewImage(words)),
    await letterPdf(aLetter(), aFullSignatoryList(), documentFacts()),
    await letterPdf(aLetter(), tooMany, documentFacts()),
  ];
}
