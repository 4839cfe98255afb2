import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type BundleSize, budgetFor, overBudget, sizeTable } from './bundle-budgets.ts';

const root = join(import.meta.dirname, '..');
const builtFunctions = join(root, 'build', 'functions');

/**
 * Bundles every file of `functions/` into `<output>/<name>/index.mjs`, in one esbuild call, and
 * answers each bundle's size. The same sources give the same bytes: asset hashes, and so deployments, depend on it.
 * The source map beside each bundle stays here; it is for whoever reads a stack trace, and is not deployed.
 */
export async function buildFunctions(output = builtFunctions): Promise<BundleSize[]> {
  const names = readdirSync(join(root, 'functions'))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.replace(/\.tsx?$/, ''))
    .sort();
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, `./functions/${name}`])),
    outdir: output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': './infra/lambda-credentials.ts' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Packages in CommonJS call `require`. The names are long because esbuild's own short ones would collide.
    banner: {
      js: "import { createRequire as undersignedCreateRequire } from 'node:module'; const require = undersignedCreateRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  for (const folder of readdirSync(output)) {
    if (!names.includes(folder)) rmSync(join(output, folder), { recursive: true });
  }
  return names.map((name) => ({
    name,
    bytes: statSync(join(output, name, 'index.mjs')).size,
    budget: budgetFor(name),
  }));
}

if (import.meta.main) {
  // esbuild has said by then what is wrong and where.
  const sizes = await buildFunctions().catch(() => process.exit(1));
  // On stderr: `cdk synth` builds first, and its own output is the template.
  console.error(sizeTable(sizes));
  const problems = overBudget(sizes);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
