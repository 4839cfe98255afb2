import type { Store } from '../shared/table/table.ts';
import type { Invocation } from './command.ts';

/** The campaign that a command's first argument names, and what its writes need. */
export interface CampaignTarget {
  slug: string;
  store: Store;
  now: Date;
  newUlid: () => string;
}

/** Opens the stack that a command's options name, for the campaign of its first argument. */
export async function connectToCampaign({
  positionals: [slug = ''],
  options,
  environment,
}: Invocation): Promise<CampaignTarget> {
  const { store } = await environment.connect(typeof options.stage === 'string' ? options.stage : undefined);
  return { slug, store, now: environment.now(), newUlid: environment.newUlid };
}
