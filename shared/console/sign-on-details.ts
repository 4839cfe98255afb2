import type { consoleTexts } from '../i18n/console/texts.ts';
import { decisionsOn } from '../operations/reporting/log.ts';
import { findSignOnWithEvidence, idsIn } from '../operations/searching/find-sign-ons.ts';
import { shownDetails } from '../sign-on/confirmation.ts';
import { exportedSignOn } from '../sign-on/exported-sign-on.ts';
import { correctedSpelling } from '../sign-on/printed-words.ts';
import { reviewStateOf } from '../sign-on/review-state.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import type { Store } from '../table/table.ts';
import { nameOf, signOnEntry } from './sign-on-entry.ts';

/** The data of one sign-on for organizers, with the decisions about it. Undefined if it has expired. */
export async function readSignOnDetails(
  store: Store,
  { signOn, now, t }: { signOn: SignOn; now: Date; t: ReturnType<typeof consoleTexts> },
) {
  const found = await findSignOnWithEvidence(store, { signOn, now });
  if (!found) return undefined;
  const { entry, related, countsInstead } = found;
  const history = (await decisionsOn(store, signOn.slug, signOn.id)).map(({ id, at, actor, event }) => ({
    id,
    at,
    actor,
    event: event.type,
  }));
  return {
    ...exportedSignOn(signOn),
    ...signOnEntry(entry, t, related),
    correctedSpelling: correctedSpelling(signOn),
    spellingCorrectedAt: signOn.mended?.at ?? null,
    countsInstead: countsInstead ?? null,
    organizationKey: signOn.organizationKey ?? null,
    similarIds: idsIn(entry.evidence),
    canSplit: await canSplit(store, { signOn, now }),
    similar: related.map((other) => ({
      id: other.id,
      name: nameOf(other, t),
      email: other.email,
      status: reviewStateOf(other),
      place: placeOf(other),
      website: shownDetails(other)?.website ?? null,
    })),
    history,
  };
}
export type SignOnDetails = NonNullable<Awaited<ReturnType<typeof readSignOnDetails>>>;

/**
 * Whether another sign-on counts for its organization, so that it can be kept apart from that one. The code is loaded
 * only for a sign-on that waits for review, because it includes the comparison of names.
 */
async function canSplit(store: Store, input: { signOn: SignOn; now: Date }): Promise<boolean> {
  const state = reviewStateOf(input.signOn);
  if (state !== 'waiting') return state === 'duplicate';
  const { previewSplit } = await import('../operations/deciding/split.ts');
  return (await previewSplit(store, input)) !== undefined;
}

const placeOf = (signOn: SignOn): string | null => {
  const details = shownDetails(signOn);
  return [details?.city, details?.region, details?.country].filter(Boolean).join(', ') || null;
};
