/**
 * `npm start`: runs the whole system on this machine until it is stopped. `--pretty` prints the log for people,
 * `--assembly <folder>` runs what `cdk synth --output <folder>` wrote instead of the current sources.
 */
import { parseArgs } from 'node:util';
import { checkMachine } from './check-machine.ts';
import { newCleanup } from './cleanup.ts';
import { Refusal, refuse } from './errors.ts';
import { newLog, prettyLines } from './log.ts';
import { applyMemorySettings } from './memory-settings.ts';
import { projectRoot, readSettings } from './settings.ts';
import { startStack } from './stack.ts';
import { synthesizeIfChanged } from './template/synthesize.ts';
import { watchNpm } from './watch-npm.ts';

applyMemorySettings();

// Functions run in UTC, as on Lambda. A worker thread always has the time zone of its process.
process.env.TZ = 'UTC';

const { pretty, assembly } = readOptions();
const write = (lines: string): void => {
  process.stderr.write(pretty ? prettyLines(lines) : lines);
};
const log = newLog(write);

function readOptions(): { pretty: boolean; assembly?: string } {
  try {
    const { values } = parseArgs({ options: { pretty: { type: 'boolean' }, assembly: { type: 'string' } } });
    return { pretty: values.pretty ?? false, ...(values.assembly && { assembly: values.assembly }) };
  } catch (error) {
    return refuse(
      new Refusal(
        `${error instanceof Error ? error.message : error} The options are --pretty and --assembly <folder>.`,
      ),
    );
  }
}

const cleanup = newCleanup();
let isStopping = false;

/** Stops the stack, even while it starts, and ends the process. A second call ends the process at once. */
async function end(reason: string, status: number): Promise<void> {
  if (isStopping) process.exit(status || 1);
  isStopping = true;
  log('stopping', { reason });
  await cleanup.run().catch(refuse);
  log('stopped');
  process.exit(status);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
for (const signal of signals) process.on(signal, () => void end(signal, 0));
watchNpm(process.env, () => void end('npm ended', 0));

const stopBuild = new AbortController();
cleanup.add(() => stopBuild.abort());

try {
  const settings = readSettings(process.env);
  await checkMachine(settings);
  const stack = await startStack({
    ...settings,
    assembly:
      assembly ??
      (await synthesizeIfChanged({
        root: projectRoot,
        onBuild: () => log('building'),
        signal: stopBuild.signal,
      })),
    log,
    output: (chunk) => write(chunk.toString()),
    onFailure: () => void end('DynamoDB Local ended', 1),
    cleanup,
  });
  process.stdout.write(`Ready: ${stack.site}\n`);
} catch (error) {
  // While the stack stops, errors from its start are expected.
  if (!isStopping) refuse(error);
}
