import { join, resolve } from 'node:path';

const projectRoot = join(import.meta.dirname, '..');

/** Where the local stack keeps its data. The same as `local/settings.ts`, which the command cannot import. */
export const dataDirectoryOf = ({ UNDERSIGNED_DATA_DIR }: NodeJS.ProcessEnv): string =>
  resolve(projectRoot, UNDERSIGNED_DATA_DIR?.trim() || '.local');
