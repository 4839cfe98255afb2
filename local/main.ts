/**
 * `npm start`: runs the whole system on this machine until it is told to stop. `--pretty` writes the log for people,
 * `--assembly <folder>` runs what `cdk synth --output <folder>` wrote.
 */
import { parseArgs } from 'node:util';
import { newCleanup } from './cleanup.ts';
import { newLog } from './log.ts';
import { watchNpm } from './parents.ts';
import { Refusal, refuse } from './refusal.ts';
import { readSettings } from './settings.ts';
import { startStack } from './stack.ts';

// Functions run in UTC, as on Lambda; a thread cannot have a time zone of its own.
process.env.TZ = 'UTC';

const { pretty, assembly } = readOptions();
const log = newLog((line) => process.stderr.write(line), pretty);

function readOptions(): { pretty: boolean; assembly?: string } {
  try {
    const { values } = parseArgs({ options: { pretty: { type: 'boolean' }, assembly: { type: 'string' } } });
    return { pretty: values.pretty ?? false, ...(values.assembly && { assembly: values.assembly }) };
  } catch (error) {
    return refuse(
      new Refusal(`${error instanceof Error ? error.message : error} Known are --pretty and --assembly.`),
    );
  }
}

const cleanup = newCleanup();
let isStopping = false;

/** Also in the middle of a start. A second signal does not wait. */
async function end(why: string, status: number): Promise<void> {
  if (isStopping) process.exit(status || 1);
  isStopping = true;
  log('stopping', { why });
  await cleanup.run().catch(refuse);
  log('stopped');
  process.exit(status);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
for (const signal of signals) process.on(signal, () => void end(signal, 0));
watchNpm(process.env, () => void end('npm is gone', 0));

try {
  const stack = await startStack({
    ...readSettings(process.env),
    ...(assembly && { assembly }),
    log,
    output: (chunk) => process.stderr.write(chunk),
    onFailure: () => void end('dynamodb ended', 1),
    cleanup,
  });
  process.stdout.write(`Ready: ${stack.site}\n`);
} catch (error) {
  // What fails because everything is being stopped is no news.
  if (!isStopping) refuse(error);
}
