import type { Store } from '../shared/table/table.ts';
import type { Invocation } from './command.ts';

/** The campaign that a command's first argument names, and what its writes need. */
export interface Target {
  slug: string;
  store: Store;
  now: Date;
  newUlid: () => string;
}

/** Opens the stack that a command's options name, for the campaign of its first argument. */
export async function connectTo({ positionals: [slug = ''], options, outside }: Invocation): Promise<Target> {
  const { store } = await outside.connect(typeof options.stage === 'string' ? options.stage : undefined);
  return { slug, store, now: outside.now(), newUlid: outside.newUlid };
}
