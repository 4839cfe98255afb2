import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Campaign } from '../../shared/campaign/campaign.ts';
import { readInstant } from '../../shared/campaign/local-time.ts';
import { artifactRenderer } from '../../shared/site/artifacts.ts';
import { inMemoryStore, readOnlyStore } from '../../shared/site/preview/in-memory-store.ts';
import { inventedSignOns } from '../../shared/site/preview/invented-sign-ons.ts';
import { localFiles } from '../../shared/site/preview/local-files.ts';
import { writePreview } from '../../shared/site/preview/preview.ts';
import { previewMails } from '../../shared/site/preview/preview-mails.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { campaignNotFound } from '../connect-to-campaign.ts';
import { readFolder } from '../read-folder.ts';
import { UsageError } from '../refusal.ts';
import { timeText } from '../time-text.ts';

export const preview: Command = {
  name: 'preview',
  positionals: [{ name: 'folder' }],
  optionsUsage: '--out <dir> [--organizations N] [--individuals N] [--at TIME] [--site URL] [--live]',
  summary: 'write the pages, PDFs and emails as they would be; --live uses the real signatures',
  options: {
    out: { type: 'string' },
    organizations: { type: 'string' },
    individuals: { type: 'string' },
    at: { type: 'string' },
    site: { type: 'string' },
    live: { type: 'boolean' },
  },
  run: runPreview,
};

async function runPreview(invocation: Invocation): Promise<CommandResult> {
  const { positionals, options, environment } = invocation;
  const [folder = ''] = positionals;
  if (typeof options.out !== 'string' || options.out === '')
    throw new UsageError('--out needs the name of a folder.');
  const out = resolve(options.out);
  const { campaign } = await readFolder(folder);
  const { settings } = campaign;
  const at = timeOf(options.at, settings.timeZone) ?? environment.now().toISOString();
  const { store, site } = await previewSource(invocation, campaign, at);
  const siteUrl = siteOf(options.site) ?? site ?? 'https://example.org';

  const written = new Set<string>();
  const { snapshot, texts, lists, missing, withoutGlyphs } = await writePreview({
    campaign,
    store,
    at,
    siteUrl,
    siteFiles: localFiles(out, written),
    renderer: artifactRenderer,
  });
  const { organizations, individuals } = snapshot;
  const mails = await previewMails(campaign, {
    letter: texts.letter,
    release: texts.release,
    lists,
    pdf: written.has(`${settings.slug}/letter.pdf`)
      ? await readFile(join(out, settings.slug, 'letter.pdf'))
      : undefined,
    organizations,
    individuals,
    withoutGlyphs,
    publishedAt: at,
    siteUrl,
  });
  await mkdir(join(out, 'mails'), { recursive: true });
  for (const { name, message, eml } of mails) {
    await writeFile(join(out, 'mails', `${name}.html`), message.html);
    await writeFile(join(out, 'mails', `${name}.txt`), message.text);
    await writeFile(join(out, 'mails', `${name}.eml`), eml);
  }
  const lines = [
    `${out} shows a publication on ${timeText(at, settings.timeZone)} with ${organizations} organizations and ${individuals} people, ${options.live ? 'who have really signed' : 'all invented'}.`,
    `  pages   ${written.size} files. To see them: \`python3 -m http.server -d ${out}\``,
    `          Then open http://localhost:8000/${settings.slug}/`,
    ...['letter.pdf', 'release.pdf', 'preview.png']
      .filter((name) => written.has(`${settings.slug}/${name}`))
      .map((name) => `  ${name.endsWith('.pdf') ? 'PDF ' : 'link'}    ${join(out, settings.slug, name)}`),
    `  emails  ${mails.length}, each as .html, .txt and .eml, in ${join(out, 'mails')}`,
    ...[...new Set(missing)].map(
      (name) => `Note: ${name} could not be made. The pages would be published without it.`,
    ),
  ];
  const json = {
    slug: settings.slug,
    out,
    at,
    site: siteUrl,
    live: options.live === true,
    organizations,
    individuals,
    files: [...written].sort(),
    mails: mails.map(({ name }) => name),
    missing,
  };
  return { text: lines.join('\n'), json };
}

/** The signatures of the preview: real ones from a stack, or invented ones, by default as many as the threshold. */
async function previewSource(
  { options, environment }: Invocation,
  { settings, gate }: Campaign,
  at: string,
): Promise<{ store: Store; site?: string | undefined }> {
  const organizations = numberOf('organizations', options.organizations);
  const individuals = numberOf('individuals', options.individuals);
  if (!options.live)
    return {
      store: inMemoryStore(
        inventedSignOns(
          settings,
          {
            organizations: organizations ?? gate.thresholdOrganizations,
            individuals: individuals ?? gate.thresholdIndividuals,
          },
          at,
        ),
      ),
    };
  if (organizations !== undefined || individuals !== undefined)
    throw new UsageError('--live uses the real numbers. Leave out --organizations and --individuals.');
  const { store, site } = await environment.connect(stageOf(options));
  if (!(await readSettings(store, settings.slug)))
    throw await campaignNotFound({ slug: settings.slug, store });
  return { store: readOnlyStore(store), site };
}

/** Enough to show a long list. A mistyped number cannot fill the disk. */
const maxInvented = 100_000;

function numberOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,6}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!(number <= maxInvented)) throw new UsageError(`--${name} needs a number from 0 to ${maxInvented}.`);
  return number;
}

/** An instant (2026-12-02T15:00:00Z), or a local time in the campaign's time zone as in `campaign.yaml`. */
function timeOf(value: unknown, timeZone: string): string | undefined {
  if (value === undefined) return undefined;
  const instant = readInstant(String(value), timeZone);
  if (instant === undefined)
    throw new UsageError(`--at needs a time like 2026-12-02T10:00 (in ${timeZone}) or 2026-12-02T15:00:00Z.`);
  return instant;
}

function siteOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value).replace(/\/$/, '');
  if (!/^https?:\/\/[^/?#]+$/.test(text) || !URL.canParse(text))
    throw new UsageError('--site needs an address without a path, like https://letters.example.org.');
  return text;
}
