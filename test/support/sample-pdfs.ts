import { letterPdf } from '../../shared/rendering/pdf/letter-pdf.ts';
import { previewImage } from '../../shared/rendering/preview-image/preview-image.ts';
import { artifactRenderer, previewArtifact } from '../../shared/site/artifacts.ts';
import { documentFacts } from '../rendering/pdf/facts.ts';
import { aView } from './builders.ts';
import { aFullSignatoryList, aSignatoryList } from './sample-lists.ts';
import { aLetter } from './sample-texts.ts';

/** A letter with its names, and one with too many names for a PDF. */
export async function samplePdfs(): Promise<Buffer[]> {
  const tooMany = aSignatoryList({ organizations: { count: 5001, groups: [] } });
  const words = { title: 'Letter', callToAction: 'Read', sender: 'Coalition' };
  for (const view of [aView(), aView({ openness: 'closed' })]) {
    await previewArtifact({ ...artifactRenderer, preview: async () => Buffer.from('') }, view).render();
    await previewArtifact({ ...artifactRenderer, preview: async () => Buffer.from('') }, view, {
      released: { organizations: 1, individuals: 0 },
    }).render();
  }
  return [
    Buffer.from(await previewImage(words)),
    await letterPdf(aLetter(), aFullSignatoryList(), documentFacts()),
    await letterPdf(aLetter(), tooMany, documentFacts()),
  ];
}
