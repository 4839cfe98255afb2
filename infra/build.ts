import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { type BundleSize, budgetFor, budgetProblems, sizeTable } from './bundle-budgets.ts';

const root = join(import.meta.dirname, '..');
const builtFunctions = join(root, 'build', 'functions');

/** Files that PDFs and preview images are made with. */
const filesOfPrints = [
  ...['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map(
    (style) => `@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`,
  ),
  ...['400Regular', '600SemiBold'].map(
    (style) => `@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`,
  ),
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  '@resvg/resvg-wasm/index_bg.wasm',
];

/**
 * Files of packages that a function reads at run time, next to its bundle in `fonts/`
 * (`shared/rendering/fonts/font-files.ts`).
 */
const filesBeside: Record<string, string[]> = {
  'console-preview': filesOfPrints,
  publish: [
    ...filesOfPrints,
    // The typefaces of pages (shared/rendering/fonts/web-fonts.ts).
    ...[
      'latin-400-normal',
      'latin-400-italic',
      'latin-700-normal',
      'latin-ext-400-normal',
      'latin-ext-700-normal',
    ].map((part) => `@fontsource/source-serif-4/files/source-serif-4-${part}.woff2`),
    ...['latin-400-normal', 'latin-600-normal', 'latin-ext-400-normal'].map(
      (part) => `@fontsource/source-sans-3/files/source-sans-3-${part}.woff2`,
    ),
  ],
};

function copyBeside(name: string, output: string): void {
  const folder = join(output, name, 'fonts');
  const { resolve } = createRequire(import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  for (const file of filesBeside[name] ?? []) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(resolve(file), join(folder, basename(file)));
  }
}

/**
 * Bundles every file of `functions/` into a folder of its own, `<output>/<name>/index.mjs`, and returns each bundle's
 * size. A dynamic import (`await import(…)`) becomes a separate file, which is not loaded until it is needed. The
 * same sources give the same bytes, because asset hashes, and so deployments, depend on them. Source maps are not
 * deployed. They are for people who read a stack trace.
 */
export async function buildFunctions(output = builtFunctions): Promise<BundleSize[]> {
  const names = readdirSync(join(root, 'functions'))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.replace(/\.tsx?$/, ''))
    .sort();
  const sizes: number[] = [];
  const waiting = names.entries();
  const buildWaiting = async (): Promise<void> => {
    for (const [index, name] of waiting) sizes[index] = await buildFunction(name, join(output, name));
  };
  // Two at a time take two thirds of the time that all at once take: esbuild then needs less memory.
  await Promise.all([buildWaiting(), buildWaiting()]);
  for (const folder of readdirSync(output)) {
    if (!names.includes(folder)) rmSync(join(output, folder), { recursive: true });
  }
  for (const name of names) copyBeside(name, output);
  return names.map((name, index) => ({ name, bytes: sizes[index] ?? 0, budget: budgetFor(name) }));
}

/** Returns the bytes of what is deployed, without the files of packages. */
async function buildFunction(name: string, folder: string): Promise<number> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: `./functions/${name}` },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    metafile: true,
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
    // The AWS SDK loads it in browsers only, to read what the browser calls itself.
    external: ['bowser'],
    // pdfmake imports it.
    define: { __dirname: 'import.meta.dirname' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // CommonJS packages call `require`. The names are long, because esbuild's own short names would collide with
    // others.
    banner: {
      js: "import { createRequire as undersignedCreateRequire } from 'node:module'; const require = undersignedCreateRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const written = Object.entries(metafile.outputs);
  const files = new Set(written.map(([file]) => basename(file)));
  for (const { name: file } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
    if (!files.has(file)) rmSync(join(folder, file));
  return written.reduce((sum, [file, { bytes }]) => sum + (file.endsWith('.mjs') ? bytes : 0), 0);
}

// `node infra/build.ts [folder]`
if (import.meta.main) {
  // esbuild has already printed its errors, with file and line.
  const sizes = await buildFunctions(process.argv[2]).catch(() => process.exit(1));
  // Printed on stderr, because `cdk synth` runs this first and prints the template on stdout.
  console.error(sizeTable(sizes));
  const problems = budgetProblems(sizes);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
