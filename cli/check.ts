import { languageName } from '../shared/pages/locales/formats.ts';
import { textFacts } from '../shared/publication/facts.ts';
import { glyphWarnings } from '../shared/publication/glyph-warnings.ts';
import { renderLetter } from '../shared/publication/letter.ts';
import { renderRelease } from '../shared/publication/release.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { readFolder } from './read-folder.ts';

export const check: Command = {
  usage: 'check <folder>',
  summary: 'find mistakes in a campaign folder; needs no running stack',
  run: runCheck,
};

async function runCheck({ positionals: [folder = ''], outside }: Invocation): Promise<Answer> {
  const { campaign, ...read } = await readFolder(folder);
  const warnings = [...read.warnings, ...glyphWarnings(campaign)];
  const { settings, gate, texts, press } = campaign;
  const facts = textFacts(settings, gate, 'https://example.org', {
    organizations: gate.thresholdOrganizations,
    individuals: gate.thresholdIndividuals,
    publishedOn: outside.now().toISOString(),
  });
  const letter = renderLetter(texts[0].letter, facts);
  const release = renderRelease(texts[0].release, facts, campaign.logos);
  const logos = release.logos?.length ?? 0;
  const translations = texts.slice(1).map(({ language }) => languageName('en', language));
  const approved = gate.quotesApproved === 'yes' ? 'all approved' : 'not all approved';
  const lines = [
    `${folder} has no mistakes.`,
    `  letter    ${letter.subject}`,
    `  release   ${release.headline}`,
    `  quotes    ${release.quotes.length}${release.quotes.length > 0 ? `, ${approved}` : ''}`,
    ...(logos > 0 ? [`  logos     ${logos}`] : []),
    ...(translations.length > 0 ? [`  also in   ${translations.join(', ')}`] : []),
    `  press     ${press.length === 1 ? '1 address' : `${press.length} addresses`}`,
    ...warnings.map((warning) => `Note: ${warning}`),
  ];
  const json = {
    slug: settings.slug,
    subject: letter.subject,
    headline: release.headline,
    quotes: { count: release.quotes.length, approved: gate.quotesApproved === 'yes' },
    logos,
    translations: texts.slice(1).map(({ language }) => language),
    pressContacts: press.length,
    warnings,
  };
  return { text: lines.join('\n'), json };
}
