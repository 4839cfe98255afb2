import type { consoleTexts } from '../i18n/console/texts.ts';
import { decisionsOn } from '../operations/listing/log.ts';
import { reviewEntries } from '../operations/listing/review-list.ts';
import { exportedSignOn } from '../sign-on/exported-sign-on.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { Store } from '../table/table.ts';
import { listedSignOn } from './sign-on-entry.ts';

/** One sign-on as an organizer may have it, with what was decided about it; undefined where it has expired. */
export async function readSignOnDetails(
  store: Store,
  { signOn, now, t }: { signOn: SignOn; now: Date; t: ReturnType<typeof consoleTexts> },
) {
  const [entry] = reviewEntries([signOn], { now });
  if (!entry) return undefined;
  const history = (await decisionsOn(store, signOn.slug, signOn.id)).map(({ id, at, actor, event }) => ({
    id,
    at,
    actor,
    event: event.type,
  }));
  return {
    ...exportedSignOn(signOn),
    ...listedSignOn(entry, t),
    organizationKey: signOn.organizationKey ?? null,
    similarIds: [...new Set(entry.evidence.flatMap((flag) => ('id' in flag ? [flag.id] : [])))],
    history,
  };
}
export type SignOnDetails = NonNullable<Awaited<ReturnType<typeof readSignOnDetails>>>;
