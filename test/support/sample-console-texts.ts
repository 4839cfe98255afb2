import { changesBetween } from '../../shared/campaign/setting-changes.ts';
import { readSubmitted } from '../../shared/console/folder/read-submitted.ts';
import { settingsInYaml } from '../../shared/console/folder/settings-form.ts';
import { newCampaignPage } from '../../shared/console/pages/new-campaign-page.tsx';
import { settingsPage } from '../../shared/console/pages/settings-page.tsx';
import { type TextsProps, textsPage } from '../../shared/console/pages/texts-page.tsx';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { texts } from '../../shared/i18n/texts.ts';
import { aCampaignYaml, aFolder, aLetter } from '../campaign-folder/a-folder.ts';

const viewer = { email: 'ida@example.org' };
const now = new Date('2026-11-24T12:00:00.000Z');

function settingsOf(files: ReadonlyMap<string, string>) {
  const settings = settingsInYaml(files.get('campaign.yaml') ?? '');
  if (!settings) throw new Error('the settings have mistakes');
  return settings;
}

/** The pages about a campaign's files, each with a name for the test's output. */
export function sampleTextsPages(language: Language, title: string): Record<string, string> {
  const t = consoleTexts(language);
  const frame = { language, slug: 'harbor-trees', title, role: 'owner' as const };
  const storedFiles = aFolder();
  const examine = (files: Map<string, string>) =>
    readSubmitted({
      files,
      slug: 'harbor-trees',
      stored: { logos: [] },
      senderDomains: ['example.org'],
      now,
      language,
    });
  const { campaign: before } = examine(storedFiles);
  const typed = aFolder({
    'campaign.yaml': aCampaignYaml.replace('170', '17').replace('Letter on', 'A letter on'),
    'letter.md': aLetter.replace('Keep the trees.', 'Please keep the trees. '.repeat(20)),
    'press-list.csv': null,
  });
  const { campaign, warnings } = examine(typed);
  if (!campaign || !before) throw new Error('the folder has mistakes');
  const changes = changesBetween(before, campaign);
  const plan = {
    campaign,
    stored: undefined,
    changes,
    letters: {},
    source: undefined,
    letter: { before: aLetter, after: typed.get('letter.md') ?? '' },
    release: undefined,
    logos: [],
    translations: [],
    press: { added: [], changed: [], removed: [] },
    invited: { added: [], changed: [], removed: [] },
    opensGate: true,
    refusal: 'letter-is-signed' as const,
  };
  const follows = [
    t.commands.follows.publishes(texts(language).mails.both(171, 0), '', 1),
    t.texts.follows.asks(112),
  ];
  const owners = changes.map(({ key }) => key);
  const proposal = { campaign, plan, changed: ['letter'], owners, follows };
  const wrong = aFolder({
    'campaign.yaml': aCampaignYaml.replace('title:', 'titel:').replace('170', 'many'),
    'letter.md': aLetter.replace('subject', 'subjekt'),
    'letter.es.md': aLetter,
  });
  const shown: TextsProps = {
    frame,
    viewer,
    storedFiles,
    files: storedFiles,
    version: '01JD0000000000000000000000',
    status: 'collecting',
    language: 'en',
    typed: { editorial: '', askAgain: false, note: '' },
    languages: ['en', 'es'],
    hasRecipient: true,
  };
  return {
    texts: textsPage({ ...shown, isApplied: true }),
    'texts-published': textsPage({
      ...shown,
      status: 'published',
      follows: [t.texts.correction.follows(12)],
      typed: { ...shown.typed, note: 'The second paragraph gave a wrong year.' },
    }),
    settings: settingsPage({
      frame,
      viewer,
      version: shown.version,
      settings: settingsOf(storedFiles),
      isApplied: true,
    }),
    'settings-wrong': settingsPage({
      frame,
      viewer,
      version: shown.version,
      settings: settingsOf(storedFiles),
      mistakes: [
        {
          file: 'campaign.yaml',
          line: 9,
          message: `publication.threshold.organizations: ${'wrong '.repeat(12)}`,
          cure: 'Write a number.',
        },
      ],
      typed: { organizations: 'many', title: 'x'.repeat(150) },
    }),
    new: newCampaignPage({
      language,
      viewer,
      own: [{ slug: 'harbor-trees', title }],
      typed: { from: 'harbor-trees', slug: 'Río' },
      problem: { field: 'slug', message: t.newCampaign.wrongSlug },
    }),
    'new-none': newCampaignPage({ language, viewer, own: [], typed: { from: '', slug: '' } }),
    'texts-viewer': textsPage({ ...shown, frame: { ...frame, role: 'viewer' } }),
    'texts-mistakes': textsPage({ ...shown, files: wrong, examination: { files: wrong, ...examine(wrong) } }),
    'texts-changes': textsPage({
      ...shown,
      files: typed,
      examination: { files: typed, mistakes: [], warnings, proposal },
      isWrongSlug: true,
    }),
    'texts-editor': textsPage({
      ...shown,
      frame: { ...frame, role: 'editor' },
      files: typed,
      examination: { files: typed, mistakes: [], warnings, proposal },
      notice: `${t.texts.appliedBy('ben@example.org', '24 November')} ${t.texts.keptAsTyped}`,
    }),
  };
}
