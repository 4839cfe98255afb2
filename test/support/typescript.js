import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const globals = new URL('jest-globals.js', import.meta.url).href;

/** Lets Node import TypeScript with JSX: esbuild takes the types off, and `tsc` checks them in a step of its own. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === '@jest/globals'
      ? { url: globals, format: 'module', shortCircuit: true }
      : nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    // The runner adds a query to the address of each test file, so that a file is never taken from the cache.
    const [address] = url.split('?');
    if (!/^file:.*\.tsx?$/.test(address)) return nextLoad(url, context);
    const file = fileURLToPath(address);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
