import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMachine } from '../check-machine.ts';
import { refuse } from '../errors.ts';
import { applyMemorySettings } from '../memory-settings.ts';
import { projectRoot, readSettings } from '../settings.ts';
import { startStack } from '../stack.ts';
import { synthesizeIfChanged } from '../template/synthesize.ts';
import { watchNpm } from '../watch-npm.ts';
import { gateTimes, printTimeline } from './output.ts';
import { type ExpectedMails, playStory } from './story.ts';

const slug = 'harbor-trees';
const folder = join(projectRoot, 'campaigns', slug);

/** What the sample campaign says: its threshold, and the addresses on its press list. */
function readExpected(): ExpectedMails & { organizer: string } {
  const [, threshold] = /threshold: \{ organizations: (\d+) \}/.exec(read('campaign.yaml')) ?? [];
  const [, organizer = ''] =
    /organizers:\s+- \{ name: [^,]+, email: ([^ ,}]+)/.exec(read('campaign.yaml')) ?? [];
  const [, ...rows] = read('press-list.csv').trim().split('\n');
  return {
    organizations: Number(threshold),
    journalists: new Set(rows.map((row) => row.split(',')[0])).size,
    organizer,
  };
}

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Plays the whole story on a fresh stack and prints its timeline. Then it keeps serving, except with `--exit`. */
async function main(): Promise<void> {
  const exitsAtEnd = process.argv.includes('--exit');
  const settings = readSettings(process.env);
  await checkMachine(settings);
  const expected = readExpected();
  console.log(
    `Undersigned: a letter that publishes itself once ${expected.organizations} organizations have signed.\n`,
  );
  const assembly = await synthesizeIfChanged({
    root: projectRoot,
    onBuild: () => console.log('  Building the functions and the template …'),
  });
  console.log('  Starting the stack on a fresh data directory …');
  const dataDir = mkdtempSync(join(tmpdir(), 'undersigned-demo-'));
  const stack = await startStack({ ...settings, assembly, dataDir, sample: true });
  const end = async (status: number): Promise<never> => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(status);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0));
  watchNpm(process.env, () => void end(0));
  try {
    const times = await playStory({ site: stack.site, inbox: stack.inbox, slug }, expected);
    printTimeline(times, await gateTimes(stack, slug));
  } catch (error) {
    console.error(`\nThe story did not end as it should: ${error instanceof Error ? error.message : error}`);
    await end(1);
  }
  // The addresses below answer only while the stack runs.
  if (exitsAtEnd) await end(0);
  console.log(`
  The letter     ${stack.site}/${slug}/letter/
  The release    ${stack.site}/${slug}/release/
  The campaign   ${stack.site}/${slug}/
  Every mail     ${stack.inbox}/
  The console    ${stack.site}/console/ (sign in as ${expected.organizer}; the link is in the inbox)
  In a terminal  UNDERSIGNED_DATA_DIR=${dataDir} npm run campaign -- status ${slug}
`);
  console.log('Serving until you press Ctrl+C.');
}

applyMemorySettings();
main().catch(refuse);
