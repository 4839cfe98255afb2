import { transformSync } from 'esbuild';

/** Lets jest read TypeScript: esbuild takes the types off, the type check is `tsc`'s own step. */
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
