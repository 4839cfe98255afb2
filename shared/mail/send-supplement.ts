import type { Supplement } from '../campaign/supplement.ts';
import {
  claimSupplement,
  type FinalSupplementState,
  releaseSupplementClaim,
  requestNewFreeze,
  settleSupplement,
} from '../operations/mailing/supplement-states.ts';
import {
  type FrozenSupplement,
  printedHash,
  readFrozenSupplement,
} from '../operations/publishing/frozen-supplement.ts';
import { frozenSupplementKey } from '../operations/publishing/request-supplement.ts';
import { signatoryOf } from '../rendering/document/signatories.ts';
import { readGate } from '../table/gate.ts';
import { allSignOns } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';
import { afterEarlierAttempt, sendAtMostOnce } from './send-at-most-once.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/**
 * Sends a supplement as it was frozen. One attempt is made at a time. When SES refuses it, the organizers are told. If
 * SES neither answered nor reported an attempt, the organizers are told, and a second one follows. If anybody who is
 * named in it has withdrawn or was erased, it is frozen again instead.
 */
export async function sendSupplement(
  dependencies: MailDependencies,
  { slug, attempt = 1 }: { slug: string; attempt?: number | undefined },
): Promise<TaskOutcome> {
  const { store, now, newUlid, readCampaign, readSupplement } = dependencies;
  await dependencies.waitForRateLimit();
  const gate = await readGate(store, slug);
  const settings = (await readCampaign(slug))?.settings;
  const supplement = gate?.supplement;
  if (gate?.status !== 'published' || !gate.pendingSupplementMail || !supplement || !settings) return 'done';
  if (supplement.state === 'claimed')
    return await afterEarlierAttempt(supplement, now(), () =>
      releaseSupplementClaim(store, slug, supplement, { now: now(), newUlid }),
    );
  if (supplement.state !== 'frozen' || supplement.freezeId === undefined) return 'done';
  const settle = async (of: Supplement, state: FinalSupplementState): Promise<TaskOutcome> => {
    await settleSupplement(store, slug, of, { state, now: now(), newUlid });
    return 'done';
  };
  const { delivery, sender } = settings;
  if (delivery?.by !== 'email') return await settle(supplement, 'not-wanted');
  const frozen = readFrozenSupplement(
    await readSupplement(frozenSupplementKey(slug, supplement.id)),
    supplement.freezeId,
  );
  const { unreadFiles = 0 } = supplement;
  // The file may be there a moment later. One that was deleted or damaged is made anew, and no more than a few times.
  if (!frozen && (attempt < attemptsToRead || unreadFiles >= maxUnreadFiles)) return 'later';
  if (!frozen || !(await areNamesUnchanged(store, slug, frozen))) {
    await requestNewFreeze(store, slug, supplement, {
      now: now(),
      newUlid,
      ...(!frozen && { unreadFiles: unreadFiles + 1 }),
    });
    return 'done';
  }

  const { message, pdf } = frozen;
  const attachments = pdf
    ? [{ filename: `${slug}.pdf`, contentType: 'application/pdf', content: Buffer.from(pdf, 'base64') }]
    : [];
  return await sendAtMostOnce(dependencies, {
    slug,
    task: 'supplement',
    mail: ({ id, claim }) => ({
      message,
      sender,
      to: delivery.to,
      cc: delivery.cc,
      attachments,
      reference: { slug, item: 'supplement', id, mail: 'supplement', ...(claim && { claim }) },
    }),
    claim: () => claimSupplement(store, slug, supplement, { now: now(), newUlid }),
    settle: async (claimed, outcome) =>
      outcome === 'unknown' ? 'later' : await settle(claimed, outcome === 'accepted' ? 'sent' : 'refused'),
    release: (claimed) => releaseSupplementClaim(store, slug, claimed),
  });
}

/** Attempts to read the frozen file, over about a minute. */
const attemptsToRead = 5;

/** After so many files it is not the file. The task waits longer each time, which an alarm tells. */
const maxUnreadFiles = 3;

/** Whether everybody who is named in a frozen mail is still listed under the same name. */
async function areNamesUnchanged(
  store: Store,
  slug: string,
  { namedSignatories }: FrozenSupplement,
): Promise<boolean> {
  if (namedSignatories.length === 0) return true;
  const left = new Map(namedSignatories.map(({ id, printedHash }) => [id, printedHash]));
  for await (const signOn of allSignOns(store, slug))
    if (signOn.eligible === 'yes' && left.get(signOn.id) === printedHash(signatoryOf(signOn, null)))
      left.delete(signOn.id);
  return left.size === 0;
}
