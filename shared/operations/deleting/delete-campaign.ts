import type { Gate } from '../../campaign/gate.ts';
import { campaignListKey, gateKey, settingsKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';
import type { ReadTableKeys } from '../../table/table-keys.ts';
import { removeItems, removeRows } from './remove-items.ts';

/**
 * Deletes a campaign in steps, each of which can be repeated: the same call goes on where one before it ended.
 *
 * 1. `beginDeletion`: nobody can sign or confirm any more, and the gate stays shut.
 * 2. After `waitAfterPauseMilliseconds` no function takes a sign-on without knowing that. The sign-ons are removed, each on
 *    the condition that it is not confirmed (`removeSignOns`).
 * 3. The site job removes the files and invalidates the edge's copies (`site/delete-files.ts`).
 * 4. Everything else is removed. Settings, gate and list entry are the last, in one transaction (`removeRest`).
 */
export type Deletion = NonNullable<Gate['deletion']>;

export type DeletionObstacle = 'confirmed' | 'publishing' | 'erasing' | 'importing' | 'asking';

interface DeletionInput {
  slug: string;
  newUlid: () => string;
}

/** Whether a campaign's confirmed sign-ons may go: it was taken down, and everything personal is erased. */
export const isTakenDownAndErased = ({ status, erasedAt }: Pick<Gate, 'status' | 'erasedAt'>): boolean =>
  status === 'taken-down' && erasedAt !== undefined;

/** What forbids to delete a campaign now, with this many confirmed sign-ons. */
export function deletionObstacle(gate: Gate, confirmed: number): DeletionObstacle | undefined {
  if (gate.deletion) return undefined;
  if (gate.status === 'publishing') return 'publishing';
  if (gate.erasureId !== undefined) return 'erasing';
  if (gate.importId !== undefined) return 'importing';
  if (gate.askingStartedAt !== undefined) return 'asking';
  return confirmed > 0 && !isTakenDownAndErased(gate) ? 'confirmed' : undefined;
}

/**
 * Begins to delete a campaign, on condition that its gate has not changed state since it was read. Settings and gate
 * say so in one transaction: submitting and confirming are refused as soon as a function reads the settings, and the
 * gate stays shut. The id of the last `apply` changes, so that one which runs at the same time changes nothing.
 *
 * @returns the deletion; undefined if something has changed meanwhile
 */
export async function beginDeletion(
  store: Store,
  gate: Gate,
  { slug, newUlid }: DeletionInput,
): Promise<Deletion | undefined> {
  const deletion: Deletion = { id: newUlid(), was: gate.status, held: gate.held, step: 'sign-ons' };
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET deletion = :deletion, held = :yes',
      condition: `#status = :was AND held = :held AND attribute_not_exists(deletion) AND
        attribute_not_exists(erasureId) AND attribute_not_exists(importId) AND attribute_not_exists(askingStartedAt)`,
      names: { '#status': 'status' },
      values: { ':deletion': deletion, ':was': gate.status, ':held': gate.held, ':yes': 'yes' },
    },
    {
      key: settingsKey(slug),
      update: 'SET takenDown = :yes, applied = :id',
      condition: 'attribute_exists(PK)',
      values: { ':yes': true, ':id': deletion.id },
    },
  ]);
  return failed.length === 0 ? deletion : undefined;
}

/** Gives a deletion up before anything but unconfirmed sign-ons was removed. The campaign goes on as before. */
export async function cancelDeletion(
  store: Store,
  { id, was, held }: Deletion,
  { slug, newUlid }: DeletionInput,
): Promise<void> {
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET held = :held, dirty = :mark REMOVE deletion',
      condition: 'deletion.id = :id AND deletion.step = :step',
      values: { ':held': held, ':mark': newUlid(), ':id': id, ':step': 'sign-ons' },
    },
    {
      key: settingsKey(slug),
      update: was === 'taken-down' ? 'SET takenDown = :yes' : 'REMOVE takenDown',
      condition: 'attribute_exists(PK)',
      ...(was === 'taken-down' && { values: { ':yes': true } }),
    },
  ]);
}

/**
 * Removes the sign-ons and calls for the site job, which removes the files. `confirmed`: one was confirmed after all.
 * It stays, and the deletion must be given up. `changed`: the deletion is not under way any more, or not at this step.
 */
export async function removeSignOns(
  store: Store,
  deletion: Deletion,
  { slug, newUlid, mayBeConfirmed }: DeletionInput & { mayBeConfirmed: boolean },
): Promise<'removed' | 'confirmed' | 'changed'> {
  const outcome = await removeRows(store, { slug, guard: guardOf(slug, deletion), mayBeConfirmed });
  if (outcome !== 'removed') return outcome;
  const isMarked = await store.update({
    ...guardOf(slug, deletion),
    update: 'SET deletion.step = :files, dirty = :mark',
    values: { ...guardOf(slug, deletion).values, ':files': 'files', ':mark': newUlid() },
  });
  return isMarked ? 'removed' : 'changed';
}

/** Removes whatever is left of a campaign whose files are gone. False: the deletion is not under way any more. */
export async function removeRest(
  store: Store,
  readTableKeys: ReadTableKeys,
  deletion: Deletion,
  slug: string,
): Promise<boolean> {
  const guard = guardOf(slug, deletion);
  if (!(await removeItems(store, readTableKeys, { slug, guard }))) return false;
  const { key, condition = '', names, values } = guard;
  const failed = await store.transact([
    { remove: key, condition, ...(names && { names }), ...(values && { values }) },
    { remove: settingsKey(slug) },
    { remove: campaignListKey(slug) },
  ]);
  return failed.length === 0;
}

/**
 * Changes nothing, and fails unless this deletion is under way. It is part of each transaction that removes something,
 * so that a second call which comes late removes nothing of a new campaign under the same slug.
 */
const guardOf = (slug: string, { id, was }: Deletion): Update => ({
  key: gateKey(slug),
  update: 'SET deletion.id = :id',
  condition: 'deletion.id = :id AND #status = :was',
  names: { '#status': 'status' },
  values: { ':id': id, ':was': was },
});
