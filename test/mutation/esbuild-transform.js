import { transformSync } from 'esbuild';

/** Lets jest read TypeScript. esbuild removes the types; `tsc` checks them separately. */
export default {
  process(source, file) {
    const { code } = transformSync(source, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { code };
  },
};
