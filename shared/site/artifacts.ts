import { createHash } from 'node:crypto';
import { brandingLogo } from '../campaign/branding.ts';
import { campaignPath } from '../campaign/localized-settings.ts';
import type { Logo } from '../campaign/logo.ts';
import type { Settings } from '../campaign/settings.ts';
import { texts } from '../i18n/texts.ts';
import type { SignatoryList } from '../operations/listing/list-signatories.ts';
import type { LetterContent, ReleaseContent, SignatoryLists } from '../rendering/document/content.ts';
import { isPrintable } from '../rendering/fonts/font-runs.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { type ShareFiles, sourceLink } from '../rendering/pages/share-page.tsx';
import { letterPdf, maxPrintedNames } from '../rendering/pdf/letter-pdf.ts';
import type { Letterhead } from '../rendering/pdf/letterhead.ts';
import type { PdfProperties } from '../rendering/pdf/make-pdf.ts';
import { releasePdf } from '../rendering/pdf/release-pdf.ts';
import {
  type PictureFormat,
  type PreviewTexts,
  pictureSizes,
  previewImage,
} from '../rendering/preview-image/preview-image.ts';
import { qrPng } from '../rendering/share/qr-code.ts';
import type { Snapshot } from './snapshot.ts';

/** The functions that make artifacts from contents. */
export interface ArtifactRenderer {
  letter(letter: LetterContent, lists: SignatoryLists, facts: PdfProperties): Promise<Uint8Array>;
  release(release: ReleaseContent, facts: PdfProperties): Promise<Uint8Array>;
  /** A link preview, or a picture for posts. */
  preview(words: PreviewTexts, format?: PictureFormat): Promise<Uint8Array>;
  /** A QR code that leads to an address. */
  qrCode(address: string): Promise<Uint8Array>;
}

export const artifactRenderer: ArtifactRenderer = {
  letter: letterPdf,
  release: releasePdf,
  preview: previewImage,
  qrCode: qrPng,
};

/** A file that takes long to make. The pages are complete without it. */
export interface Artifact {
  /** Its key in the site's bucket. */
  key: string;
  contentType: string;
  render(): Promise<Uint8Array>;
  /** Its name says what is in it, so it is made once. */
  isNamedByContent?: true;
}

interface Counts {
  organizations: number;
  individuals: number;
}

/** The link preview image in the view's language, before and after publication. */
export const previewArtifact = (
  renderer: ArtifactRenderer,
  view: CampaignView,
  { logos, released }: { logos?: readonly Logo[] | undefined; released?: Counts } = {},
): Artifact => ({
  key: `${campaignPath(view.settings).slice(1)}preview.png`,
  contentType: 'image/png',
  render: () => renderer.preview({ ...previewWords(view, released), ...logoOf(view.settings, logos) }),
});

/** The pictures of the share kit without numbers, so that they are made anew only when the words change. */
export function shareArtifacts(
  renderer: ArtifactRenderer,
  view: CampaignView,
  logos?: readonly Logo[],
): Artifact[] {
  const { number: _, ...words } = previewWords(view, undefined);
  const folder = `${campaignPath(view.settings).slice(1)}share/`;
  const { qrCode, pictures } = shareFiles(view, words);
  const picture = (name: string, render: Artifact['render']): Artifact => ({
    key: `${folder}${name}`,
    contentType: 'image/png',
    isNamedByContent: true,
    render,
  });
  return [
    picture(qrCode, () => renderer.qrCode(sourceLink(view, 'qr'))),
    ...pictures.map(({ name, format }) =>
      picture(name, () => renderer.preview({ ...words, ...logoOf(view.settings, logos) }, format)),
    ),
  ];
}

/** The names of the share kit's pictures as the view has them. */
export const sharePictures = (view: CampaignView): ShareFiles => {
  const { number: _, ...words } = previewWords(view, undefined);
  return shareFiles(view, words);
};

function shareFiles(view: CampaignView, words: PreviewTexts): ShareFiles {
  const named = (format: 'square' | 'story') => ({
    name: `${format}-${contentMark(JSON.stringify({ ...words, logo: view.settings.branding?.logo?.name }))}.png`,
    format,
    ...pictureSizes[format],
  });
  return {
    qrCode: `qr-${contentMark(sourceLink(view, 'qr'))}.png`,
    pictures: [named('square'), named('story')],
  };
}

/** Enough of a hash to tell one content from the next. */
const contentMark = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);

/** After publication the headline's number, before it the current one. Undefined if the campaign shows no counts. */
function previewWords(
  { settings, status, openness, progress }: CampaignView,
  released: Counts | undefined,
): PreviewTexts {
  const { title, language, sender, branding } = settings;
  const t = texts(language);
  const { organizations = 0, individuals = 0 } = released ?? (status === 'scheduled' ? {} : (progress ?? {}));
  const number = [
    ...(organizations > 0 ? [t.letter.organizations(organizations)] : []),
    ...(individuals > 0 ? [t.letter.people(individuals)] : []),
  ]
    .map((count) => count.replaceAll(' ', '\u00a0'))
    .join(' + ');
  const only = individuals === 0 ? t.progress.organizations(organizations) : t.progress.people(individuals);
  const words = organizations > 0 && individuals > 0 ? number : only;
  return {
    title,
    ...(number !== '' && { number: words }),
    callToAction: openness === 'open' ? t.preview.sign : released ? t.preview.read : t.preview.letter,
    sender: sender.name,
    ...(branding?.color && { color: branding.color }),
  };
}

/** A publication in one language. */
interface PublishedLanguage {
  view: CampaignView;
  snapshot: Snapshot;
  logos: readonly Logo[];
  letter: LetterContent;
  release: ReleaseContent;
  /** In the sort order of the letter's own language. */
  listOfLetter: SignatoryList;
}

/** The PDFs of a published letter and release, for the pages in one language. Each is in its text's own language. */
export function publishedArtifacts(
  renderer: ArtifactRenderer,
  { view: { settings, siteUrl }, snapshot, logos, letter, release, listOfLetter }: PublishedLanguage,
): Artifact[] {
  const home = campaignPath(settings);
  const facts = (title: string, { language }: { language: PdfProperties['language'] }, page: string) => ({
    language,
    timeZone: settings.timeZone,
    title,
    author: settings.sender.name,
    publishedAt: snapshot.publishedAt,
    url: `${siteUrl}${home}${page}/`,
  });
  const pdf = (name: string, render: Artifact['render']): Artifact => ({
    key: `${home.slice(1)}${name}.pdf`,
    contentType: 'application/pdf',
    render,
  });
  return [
    pdf('release', () => renderer.release(release, facts(release.headline, release, 'release'))),
    pdf('letter', async () =>
      renderer.letter(letter, await listForPdf(listOfLetter), {
        ...facts(settings.title, letter, 'letter'),
        letterhead: letterheadOf(settings, logos),
      }),
    ),
  ];
}

function letterheadOf({ sender, privacy, branding }: Settings, logos?: readonly Logo[]): Letterhead {
  return {
    name: sender.name,
    lines: [...(privacy.postalAddress ? [privacy.postalAddress] : []), sender.replyTo],
    ...(branding?.color && { color: branding.color }),
    ...logoOf({ branding }, logos),
  };
}

/** The coalition's own logo, if it has one and its drawing is there. */
function logoOf({ branding }: Pick<Settings, 'branding'>, logos: readonly Logo[] = []): { logo?: Logo } {
  const logo = brandingLogo(branding, logos);
  return logo ? { logo } : {};
}

async function listForPdf(list: SignatoryList): Promise<SignatoryLists> {
  const { organizations, individuals, named, isInternational, withdrawnSince, asOf } = list.totals;
  const tooMany = {
    organizations: { count: organizations, groups: [] },
    individuals: { count: individuals, named: [], withheld: individuals - named },
    isInternational,
    withdrawnSince,
    asOf,
  };
  return (await list.all(maxPrintedNames)) ?? tooMany;
}

const maxNotifiedNames = 20;

/** Organizations in whose names the PDF prints an empty box, the first twenty. */
export async function namesWithoutGlyphs(list: SignatoryList): Promise<string[]> {
  const lists = await list.all(maxPrintedNames);
  const names = lists?.organizations.groups.flatMap(({ signatories }) =>
    signatories.map(({ name = '' }) => name),
  );
  return names?.filter((name) => !isPrintable(name)).slice(0, maxNotifiedNames) ?? [];
}
