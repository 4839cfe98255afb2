import { countWarnings } from '../../shared/campaign-folder/count-warnings.ts';
import { glyphWarnings } from '../../shared/campaign-folder/glyph-warnings.ts';
import { warningsIn } from '../../shared/campaign-folder/in-words.ts';
import { renderLetter } from '../../shared/campaign-folder/letter.ts';
import { pastTimeWarnings } from '../../shared/campaign-folder/past-times.ts';
import { pastedTextWarnings } from '../../shared/campaign-folder/pasted-text.ts';
import { renderRelease } from '../../shared/campaign-folder/release.ts';
import { languageName } from '../../shared/i18n/formats.ts';
import { textFacts } from '../../shared/rendering/document/text-facts.ts';
import { checkSender } from '../check-sender.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { readFolder } from '../read-folder.ts';

export const check: Command = {
  name: 'check',
  positionals: [{ name: 'folder' }],
  summary:
    'find mistakes in a campaign folder; needs no running stack; with --stage, also what does not fit it',
  run: runCheck,
};

async function runCheck({
  positionals: [folder = ''],
  options,
  environment,
}: Invocation): Promise<CommandResult> {
  const { campaign, ...read } = await readFolder(folder);
  const stage = stageOf(options);
  if (stage !== undefined) await checkSender(folder, campaign, await environment.connect(stage));
  const warnings = [
    ...read.warnings,
    ...warningsIn('en', [
      ...pastTimeWarnings(campaign, environment.now()),
      ...countWarnings(campaign),
      ...pastedTextWarnings(campaign),
      ...glyphWarnings(campaign),
    ]),
  ];
  const { settings, gate, texts, press } = campaign;
  const facts = textFacts(settings, gate, 'https://example.org', {
    organizations: gate.thresholdOrganizations,
    individuals: gate.thresholdIndividuals,
    publishedAt: environment.now().toISOString(),
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
