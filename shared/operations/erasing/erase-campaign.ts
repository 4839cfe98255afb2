import * as z from 'zod';
import type { Gate } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import {
  campaignPartition,
  erasureKey,
  gateKey,
  settingsKey,
  shardCount,
  signOnsPartition,
} from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import {
  type EraseCampaignInput,
  eraseEvents,
  eraseInvited,
  erasePress,
  eraseSignOns,
} from './erase-pages.ts';

export type BeginErasureOutcome =
  | 'begun'
  | 'under-way'
  | 'publishing'
  | 'no-such-campaign'
  /** Its state changed while it was read, so nothing was begun. */
  | 'changed-meanwhile';

/**
 * Begins to erase all personal data of a campaign; `continueErasure` does the work. On the campaign's date
 * (`isErasureDue`), `sweep` calls both. Signing is paused in the same write. A letter that is not published is held, so
 * that nobody publishes a list without names by accident.
 */
export async function beginErasure(
  store: Store,
  { slug, now, newUlid }: EraseCampaignInput,
  actor: string,
): Promise<BeginErasureOutcome> {
  const gate = await readGate(store, slug);
  const refusal = refusalOf(gate);
  if (refusal || !gate) return refusal ?? 'no-such-campaign';
  const isCollecting = gate.status === 'collecting';
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: `SET erasureId = :mark, dirty = :mark${isCollecting ? ', held = :yes, forced = :no' : ''}`,
      condition: '#status = :was AND attribute_not_exists(erasureId) AND attribute_not_exists(deletion)',
      names: { '#status': 'status' },
      values: {
        ':mark': newUlid(),
        ':was': gate.status,
        ...(isCollecting && { ':yes': 'yes', ':no': 'no' }),
      },
    },
    { key: settingsKey(slug), update: 'SET paused = :yes', values: { ':yes': true } },
    eventCreation({
      slug,
      now: now(),
      newUlid,
      actor,
      event: { type: 'erasure-begun' },
    }),
  ]);
  if (failed.length === 0) return 'begun';
  return refusalOf(await readGate(store, slug)) ?? 'changed-meanwhile';
}

function refusalOf(
  gate: Gate | undefined,
): Exclude<BeginErasureOutcome, 'begun' | 'changed-meanwhile'> | undefined {
  if (!gate || gate.deletion) return 'no-such-campaign';
  if (gate.erasureId !== undefined) return 'under-way';
  return gate.status === 'publishing' ? 'publishing' : undefined;
}

/** How far an erasure is. */
const erasureSchema = z.object({
  mark: z.string(),
  /** Shards of sign-ons, 0 to 15, then the press list, the events, and the invited organizations. */
  step: z.int(),
  after: z.string().optional(),
});
type Erasure = z.infer<typeof erasureSchema>;

/**
 * Milliseconds after which no function takes a sign-on any more without knowing of the pause: functions cache the
 * settings for five seconds (`cachedSettings`) and run for ten at most (`infra/routes.ts`). Everything that came until
 * then must be found.
 */
export const waitAfterPauseMilliseconds = 20_000;

/**
 * Continues an erasure, page by page, until it is done or `until` is reached. The next call continues after the last
 * page; two calls at once do no harm. A caller without `until` must have waited (`waitAfterPauseMilliseconds`). Otherwise
 * the first call only records that it was made, and the next minute's begins.
 *
 * @returns whether it is done
 */
export async function continueErasure(
  store: Store,
  input: EraseCampaignInput & { until?: Date },
): Promise<boolean> {
  const { slug, now, newUlid, until } = input;
  const mark = (await readGate(store, slug))?.erasureId;
  if (mark === undefined) return true;
  // One that cannot be read begins anew.
  const kept = await store.get(erasureSchema.catch({ mark: '', step: 0 }), erasureKey(slug));
  const first = { mark, step: 0 };
  if (until && kept?.mark !== mark) {
    await saveProgress(store, slug, first);
    return false;
  }
  let erasure: Erasure | undefined = kept?.mark === mark ? kept : first;
  while (erasure) {
    if (until && now() >= until) return false;
    erasure = await erasePage(store, input, erasure);
    if (erasure) await saveProgress(store, slug, erasure);
  }
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET erasedAt = :now, dirty = :dirty REMOVE erasureId',
      condition: 'erasureId = :mark',
      values: { ':now': now().toISOString(), ':dirty': newUlid(), ':mark': mark },
    },
    eventCreation({
      slug,
      now: now(),
      newUlid,
      actor: 'system',
      event: { type: 'erased' },
    }),
  ]);
  return true;
}

async function saveProgress(store: Store, slug: string, { mark, step, after }: Erasure): Promise<void> {
  await store.update({
    key: erasureKey(slug),
    update: `SET mark = :mark, step = :step ${after === undefined ? 'REMOVE #after' : ', #after = :after'}`,
    names: { '#after': 'after' },
    values: { ':mark': mark, ':step': step, ...(after !== undefined && { ':after': after }) },
  });
}

/**
 * The steps after the shards of sign-ons. A new one goes to the end, since an erasure under way goes on at its step.
 */
const campaignParts = [erasePress, eraseEvents, eraseInvited];

/** Erases one page. Returns where the next one begins; undefined after the last. */
async function erasePage(
  store: Store,
  erasing: EraseCampaignInput,
  { mark, step, after }: Erasure,
): Promise<Erasure | undefined> {
  const { slug } = erasing;
  const ofCampaign = campaignParts[step - shardCount];
  const [PK, erasePart] = ofCampaign
    ? ([campaignPartition(slug), ofCampaign] as const)
    : ([signOnsPartition(slug, step), eraseSignOns] as const);
  const start = after === undefined ? undefined : { PK, SK: after };
  const next = await erasePart(store, erasing, { step, start });
  if (next) return { mark, step, after: next.SK };
  return step + 1 < shardCount + campaignParts.length ? { mark, step: step + 1 } : undefined;
}
