import { inLanguage, type LocalizedSettings, languagesOf } from '../campaign/localized-settings.ts';
import { type CampaignState, campaignStatus, openness } from '../campaign/status.ts';
import { letterIn } from '../campaign-folder/texts-in-language.ts';
import type { Language } from '../i18n/language.ts';
import type { LetterContent } from '../rendering/document/content.ts';
import { textFacts } from '../rendering/document/text-facts.ts';
import type { CampaignView } from '../rendering/pages/campaign-view.ts';
import { readText, readTranslations } from '../table/texts.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** A campaign as its pages show it. */
export function campaignView(campaign: CampaignState, siteUrl: string): CampaignView {
  const { settings, paused, gate, now } = campaign;
  const { organizations, individuals, thresholdOrganizations, thresholdIndividuals } = gate;
  const progress = {
    organizations,
    individuals,
    thresholdOrganizations,
    thresholdIndividuals,
    asOf: now.toISOString(),
  };
  return {
    settings,
    status: campaignStatus(settings, gate, now),
    openness: openness(settings, paused, now),
    siteUrl,
    ...(settings.showProgress && { progress }),
    ...(gate.status === 'published' && gate.publishedAt && { publishedAt: gate.publishedAt }),
    ...(gate.supplementsSentAt && { supplementSentAt: gate.supplementsSentAt.at(-1) ?? '' }),
    pdfKeys: gate.pdfKeys ?? [],
  };
}

/** The view with its settings in another language. */
export const viewInLanguage = (view: CampaignView, language: Language): CampaignView => ({
  ...view,
  settings: inLanguage(view.settings, language),
});

/**
 * Before publication the letter is rendered with the current counts, or with the threshold's if counts are not shown.
 */
export async function lettersBeforePublication(
  { store, siteUrl }: SiteDependencies,
  { settings, gate, now }: CampaignState,
): Promise<{ language: Language; letter: LetterContent }[]> {
  const { slug, language } = settings;
  const source = (await readText(store, { slug, language, document: 'letter' })) ?? '';
  const translations = await readTranslations(store, settings);
  const numbers = {
    organizations: settings.showProgress ? gate.organizations : gate.thresholdOrganizations,
    individuals: settings.showProgress ? gate.individuals : gate.thresholdIndividuals,
    publishedAt: now.toISOString(),
  };
  const factsOf = (local: LocalizedSettings) => textFacts(local, gate, siteUrl, numbers);
  const sources = { settings, source, translations, factsOf };
  return languagesOf(settings).map((each) => ({ language: each, letter: letterIn(each, sources) }));
}
