import { stderr, stdout } from 'node:process';
import { realCliEnvironment } from './cli-environment.ts';
import { run } from './run.ts';

// Whoever reads through `head` has enough, and closes the pipe; the command goes on to its end all the same.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await run(process.argv.slice(2), realCliEnvironment);
