import type { Gate } from '../../campaign/gate.ts';
import { hasAgreed, type Letters } from '../../campaign/letter-hashes.ts';
import { hasReview } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey, shardCount, signOnsPartition } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSettings } from '../../table/settings.ts';
import { readShard, readSignOns } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { countSignOns, type UncountedSignOn } from '../counting/count-sign-ons.ts';
import { releaseClaimWrites } from '../signing/release-claim.ts';

/** Whether somebody confirmed another letter than the current one. */
export const agreedToOtherLetter = (
  { status, signed }: Pick<SignOn, 'status' | 'signed'>,
  letters: Letters | undefined,
): boolean => status === 'confirmed' && !hasAgreed(letters, signed?.agreedTo);

export type AskOutcome = 'asked' | 'asked-before' | 'not-to-be-asked';

/**
 * Asks whoever agreed to another letter to agree to the current one. Until they do, their sign-on does not count and is
 * not listed. The same transaction gives up the organization's claim, or the wait for it, and sets `pendingMail`.
 * Repeated: no write. Pending, withdrawn and rejected sign-ons are left alone.
 */
export const askSignOn = (
  store: Store,
  input: {
    signOn: SignOn;
    letters: Letters | undefined;
    /** Whether the campaign has a review. */
    isReviewed?: boolean;
    now: Date;
    newUlid: () => string;
  },
): Promise<AskOutcome> =>
  retryOnConflict<AskOutcome>(store, input, 'not-to-be-asked', async (signOn) => {
    if (!agreedToOtherLetter(signOn, input.letters)) return 'not-to-be-asked';
    if (signOn.askedAgainAt !== undefined) return 'asked-before';
    const writes = [
      askAgainUpdate(signOn, input),
      ...(await releaseClaimOnAsking(store, { ...input, signOn })),
    ];
    return (await writeAll(store, writes)) ? 'asked' : undefined;
  });

/**
 * The condition includes the signed words, since a change may just have been confirmed. Where there is a review, a
 * duplicate on which an organizer has decided waits for an organizer: by answering first, it would take the claim.
 */
function askAgainUpdate(
  signOn: SignOn,
  { isReviewed = false, now, newUlid }: { isReviewed?: boolean; now: Date; newUlid: () => string },
): Update {
  const { organizationKey, eligible, decidedAt } = signOn;
  const isDecided =
    isReviewed && organizationKey !== undefined && eligible === 'no' && decidedAt !== undefined;
  return updateIfUnchanged(
    signOn,
    `SET eligible = :no, askedAgainAt = :now, pendingMail = :pendingMail
      ${isDecided ? ', review = :waiting, reviewRequestedAt = :now' : ''} REMOVE organizationKey, ownKey`,
    {
      ':no': 'no',
      ':now': now.toISOString(),
      ':pendingMail': newUlid(),
      ...(isDecided && { ':waiting': 'waiting' }),
    },
  );
}

/**
 * Who waits for the vacant claim is asked, too, and the first who agrees gets it. Only of those who need not be asked,
 * since the letter of their language has not changed, the organizers are told.
 */
const releaseClaimOnAsking = (
  store: Store,
  { letters, ...input }: { signOn: SignOn; letters: Letters | undefined; now: Date; newUlid: () => string },
): Promise<Write[]> =>
  releaseClaimWrites(store, {
    ...input,
    isTold: async (ids) => {
      const rows = await readSignOns(store, { slug: input.signOn.slug, ids, now: input.now });
      return rows.some((row) => !agreedToOtherLetter(row, letters));
    },
  });

const pageSize = 200;
const rowsAtOnce = 20;

/** How many would be asked if `letters` were the current ones. Reads every sign-on, page by page. */
export async function countToAsk(store: Store, slug: string, letters: Letters): Promise<number> {
  let toAsk = 0;
  for await (const { items } of pages(store, slug))
    toAsk += items.filter((signOn) => agreedToOtherLetter(signOn, letters)).length;
  return toAsk;
}

interface Page {
  items: SignOn[];
  /** Where the next one begins; undefined after the last. */
  next: Position | undefined;
}

interface Position {
  shard: number;
  after?: string | undefined;
}

async function* pages(store: Store, slug: string, start: Position = { shard: 0 }): AsyncGenerator<Page> {
  let next: Position | undefined = start;
  while (next) {
    const { shard, after }: Position = next;
    const page = await readShard(store, {
      slug,
      shard,
      limit: pageSize,
      ...(after !== undefined && { after: { PK: signOnsPartition(slug, shard), SK: after } }),
    });
    if (page.next) next = { shard, after: page.next.SK };
    else next = shard + 1 < shardCount ? { shard: shard + 1 } : undefined;
    yield { items: page.items, next };
  }
}

/**
 * Milliseconds after which no function uses the old letter any more: functions that confirm cache it for five seconds
 * (`cachedSettings`) and run for ten at most (`infra/routes.ts`). Only then the rows are read, once.
 */
const letterCacheMilliseconds = 20_000;

export interface AskAllInput {
  slug: string;
  now: () => Date;
  newUlid: () => string;
  pause: (milliseconds: number) => Promise<void>;
}

/**
 * Continues to ask everybody, if the gate has `askingStartedAt`. When all are asked, removes it, with the event; until
 * then the gate stays shut. Safe to repeat, and to run twice at once. If the letter changes in the meantime, it starts
 * again.
 *
 * @returns how many have been asked and have not answered; undefined if nobody was to be asked
 */
export async function askRemaining(store: Store, input: AskAllInput): Promise<number | undefined> {
  const { slug, now, newUlid, pause } = input;
  let waiting: number | undefined;
  for (;;) {
    const asking = await readAsking(store, slug);
    if (!asking) return waiting;
    const since = now().getTime() - Date.parse(asking.startedAt);
    if (since < letterCacheMilliseconds) await pause(letterCacheMilliseconds - since);
    waiting = await askAll(store, asking, { slug, now, newUlid });
  }
}

/**
 * The same for whoever cannot wait: nothing as long as functions may work with the letter that stood before, and no
 * further than `until`. Whoever calls next continues after the last page.
 */
export async function continueAsking(
  store: Store,
  { slug, now, newUlid, until }: Omit<AskAllInput, 'pause'> & { until: Date },
): Promise<void> {
  const asking = await readAsking(store, slug);
  if (!asking || now().getTime() - Date.parse(asking.startedAt) < letterCacheMilliseconds) return;
  await askAll(store, asking, { slug, now, newUlid, until });
}

type Asking = NonNullable<Gate['askingProgress']>;

/** How far the asking is. Undefined: nobody is to be asked. */
async function readAsking(store: Store, slug: string): Promise<Asking | undefined> {
  const { askingStartedAt: startedAt, askingProgress: progress } = (await readGate(store, slug)) ?? {};
  if (startedAt === undefined) return undefined;
  // That of an earlier letter says nothing.
  return progress?.startedAt === startedAt ? progress : { startedAt, waiting: 0, shard: 0 };
}

/**
 * Asks everybody once, from where the last call ended, and removes `askingStartedAt`.
 *
 * @returns how many of those who were reached have not answered
 */
async function askAll(
  store: Store,
  { startedAt, waiting: waitedBefore, ...start }: Asking,
  { until, ...input }: Omit<AskAllInput, 'pause'> & { until?: Date },
): Promise<number> {
  const { slug, now, newUlid } = input;
  let waiting = waitedBefore;
  for await (const { items, next } of pages(store, slug, start)) {
    if (until && now() >= until) return waiting;
    // Read after the rows: whoever agreed to a wording that has come meanwhile is not asked about it.
    const campaign = await readSettings(store, slug);
    const isReviewed = campaign !== undefined && hasReview(campaign.settings);
    waiting += await askPage(store, items, { ...input, letters: campaign?.letters, isReviewed });
    if (next && !(await saveProgress(store, slug, { startedAt, waiting, ...next }))) return waiting;
  }
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET dirty = :dirty REMOVE askingStartedAt, askingProgress',
      condition: 'askingStartedAt = :startedAt',
      values: { ':startedAt': startedAt, ':dirty': newUlid() },
    },
    eventCreation({
      slug,
      now: now(),
      newUlid,
      actor: 'organizer',
      event: { type: 'asked-again', waiting },
    }),
  ]);
  return waiting;
}

/** False: the letter has changed again, or somebody else has asked all, or more. */
const saveProgress = (store: Store, slug: string, progress: Asking): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET askingProgress = :progress',
    condition: `askingStartedAt = :startedAt AND (attribute_not_exists(askingProgress)
      OR askingProgress.startedAt <> :startedAt OR askingProgress.#shard <= :shard)`,
    names: { '#shard': 'shard' },
    values: { ':progress': progress, ':startedAt': progress.startedAt, ':shard': progress.shard },
  });

/**
 * How many of a page have been asked. Their counts are settled here and not left to `tally`, since the gate may open as
 * soon as all are asked.
 */
async function askPage(
  store: Store,
  page: SignOn[],
  {
    letters,
    isReviewed,
    now,
    newUlid,
  }: Omit<AskAllInput, 'pause'> & { letters: Letters | undefined; isReviewed: boolean },
): Promise<number> {
  const due = page.filter((signOn) => agreedToOtherLetter(signOn, letters));
  let asked = 0;
  for (let at = 0; at < due.length; at += rowsAtOnce) {
    const together = due.slice(at, at + rowsAtOnce);
    const outcomes = await Promise.all(
      together.map((signOn) => askSignOn(store, { signOn, letters, isReviewed, now: now(), newUlid })),
    );
    asked += outcomes.filter((outcome) => outcome !== 'not-to-be-asked').length;
  }
  await settleAsked(store, due, { now, newUlid });
  return asked;
}

/** As they are after being asked. Whoever has agreed in the meantime fails the condition and is left out. */
async function settleAsked(
  store: Store,
  due: SignOn[],
  context: Pick<AskAllInput, 'now' | 'newUlid'>,
): Promise<void> {
  const [first] = due;
  if (!first) return;
  const counted = due
    .filter((signOn) => signOn.counted === 'yes' || signOn.askedAgainAt === undefined)
    .map(({ slug, id, kind }): UncountedSignOn => ({ slug, id, kind, eligible: 'no', counted: 'yes' }));
  await countSignOns(store, first.slug, counted, context);
}
