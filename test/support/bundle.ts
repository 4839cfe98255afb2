import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../local/settings.ts';

/** All code of a built function, including the parts that are loaded later. */
export function bundleText(name: string, functions = join(projectRoot, 'build', 'functions')): string {
  const folder = join(functions, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  return files
    .sort()
    .map((file) => `// ${file}\n${readFileSync(join(folder, file), 'utf8')}`)
    .join('\n');
}
