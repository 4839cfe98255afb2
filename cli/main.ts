import { realOutside } from './outside.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), realOutside);
