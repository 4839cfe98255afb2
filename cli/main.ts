import { stderr, stdout } from 'node:process';
import { realCliEnvironment } from './cli-environment.ts';
import { run } from './run.ts';

// `head` closes the pipe early. The command still runs to its end.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await run(process.argv.slice(2), realCliEnvironment);
