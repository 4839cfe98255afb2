import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { newApp } from '../../infra/new-app.ts';

// Synthesizes the app once for each job on stdin, in one process, since loading the library takes longer than a
// synthesis. A finding of cdk-nag makes the exit status 1.
const jobs = z.array(z.object({ outdir: z.string(), context: z.record(z.string(), z.unknown()) }));
for (const job of jobs.parse(JSON.parse(await text(process.stdin)))) newApp(job).synth();
