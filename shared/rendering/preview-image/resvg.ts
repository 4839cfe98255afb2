import { readFile } from 'node:fs/promises';
import { packagedFile } from '../fonts/font-files.ts';

let loaded: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** Renders SVG as PNG. Loaded once, when the first picture is drawn. */
export function resvg(): Promise<typeof import('@resvg/resvg-wasm')> {
  loaded ??= import('@resvg/resvg-wasm').then(async (module) => {
    await module.initWasm(await readFile(packagedFile('@resvg/resvg-wasm/index_bg.wasm')));
    return module;
  });
  return loaded;
}
