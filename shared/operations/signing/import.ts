import type { Letters } from '../../campaign/letter-hashes.ts';
import type { Settings } from '../../campaign/settings.ts';
import { Failure } from '../../failure.ts';
import { organizationKey } from '../../organization/key.ts';
import { agreedDetails } from '../../sign-on/agreed-details.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { detailsHash, signOnId } from '../../sign-on/ids.ts';
import type { ImportRow } from '../../sign-on/import-rows.ts';
import { pendingMailAttributes } from '../../sign-on/pending-mail.ts';
import { type Details, type SignOn, submissionAttributes } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey, signOnKey } from '../../table/keys.ts';
import { maxConflicts } from '../../table/retry-on-conflict.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { writeAll } from '../../table/write-all.ts';
import { allocate } from './allocate-claim.ts';
import { whileIndexing, withIndex } from './name-index.ts';
import { type Allocation, allocationAttributes } from './place-sign-on.ts';

export interface ImportInput {
  settings: Settings;
  letters?: Letters | undefined;
  addressKey: string;
  /** Asked for each row: a file of many rows takes hours. */
  now: () => Date;
  newUlid: () => string;
  newNonce: () => string;
}

/**
 * What happened to a row. `withdrawn` and `rejected` sign-ons are left as they are: a file puts nobody back on a list.
 */
export type RowOutcome =
  | 'new'
  | 'already-signed'
  | 'duplicate-of-organization'
  | 'waits-for-review'
  | 'withdrawn'
  | 'rejected';

/** What happened to a row, and what speaks against one that is new. */
export interface ImportedRow {
  row: number;
  fate: RowOutcome;
  flags: Flag[];
}

/**
 * Makes a row of a file a confirmed sign-on. The id is the one that the form would give, so importing a file again
 * changes nothing. No mail is due.
 */
export async function importRow(store: Store, input: ImportInput, row: ImportRow): Promise<ImportedRow> {
  const { settings, letters, addressKey, newUlid, newNonce } = input;
  const { slug } = settings;
  const now = input.now();
  const { kind, email } = row;
  const details = agreedDetails(row.details, { settings, letters }, { now });
  const id = importedSignOnId(addressKey, row);
  return await withIndex(store, { now, newUlid }, async (index) => {
    for (let tries = 0; tries < maxConflicts; tries++) {
      const stored = await readSignOn(store, { slug, id, now });
      const stands = stored && stored.status !== 'pending' ? stored.status : undefined;
      if (stands)
        return { row: row.row, fate: stands === 'confirmed' ? 'already-signed' : stands, flags: [] };
      const signOn: SignOn = stored ?? {
        slug,
        id,
        kind,
        email,
        status: 'pending',
        eligible: 'no',
        counted: 'no',
        nonce: newNonce(),
        requestedAt: now.toISOString(),
        mailedAt: {},
      };
      const words = { index, settings, signOn, details, agrees: true, now, newUlid };
      const allocation = await whileIndexing(words, (indexed) =>
        allocate(store, { ...words, indexed, addressKey: () => Promise.resolve(addressKey) }),
      );
      const update = importedUpdate(signOn, row, { details, allocation, now, isNew: stored === undefined });
      const isWritten = await writeAll(store, [update, ...allocation.writes]);
      if (!isWritten) continue;
      if (allocation.eligible === 'yes') index.counts(signOn, details);
      return { row: row.row, fate: rowOutcome(allocation.answer), flags: allocation.flags ?? [] };
    }
    throw new Failure('throttled', 'import', 'ChangesTooOften');
  });
}

/** Confirms a sign-on that somebody gave outside of the form, on condition that nobody has confirmed it meanwhile. */
function importedUpdate(
  signOn: SignOn,
  { kind, email, signedOn, evidence }: ImportRow,
  {
    details,
    allocation,
    now,
    isNew,
  }: { details: Details; allocation: Allocation; now: Date; isNew: boolean },
): Update {
  const { slug, id, nonce } = signOn;
  const { set, remove, values } = allocationAttributes(allocation);
  const { condition, names, values: conditionValues } = isNew ? absent(now) : unchangedCondition(signOn);
  return {
    key: signOnKey(slug, id),
    update: `SET slug = :slug, id = :id, kind = :kind, email = :email, #status = :confirmed, signed = :details,
      signedHash = :hash, confirmedAt = :now, requestedAt = if_not_exists(requestedAt, :now), keep = :kept,
      expiresAt = :kept, nonce = if_not_exists(nonce, :nonce), mailedAt = if_not_exists(mailedAt, :none),
      counted = if_not_exists(counted, :no), imported = :imported, ${set}
      REMOVE ${[...submissionAttributes, ...pendingMailAttributes].join(', ')}, withdrawnAt${remove && `, ${remove}`}`,
    condition,
    names,
    values: {
      ...conditionValues,
      ...values,
      ':slug': slug,
      ':id': id,
      ':kind': kind,
      ':email': email,
      ':confirmed': 'confirmed',
      ':details': details,
      ':hash': detailsHash(details),
      ':now': now.toISOString(),
      ':kept': 'kept',
      ':nonce': nonce,
      ':none': {},
      ':no': 'no',
      ':imported': {
        at: now.toISOString(),
        ...(signedOn && { signedOn }),
        ...(evidence && { evidence }),
      },
    },
  };
}

/** The condition that there is no row. One that has expired is as good as gone, but DynamoDB deletes late. */
const absent = (now: Date) => ({
  condition: 'attribute_not_exists(PK) OR expiresAt <= :today',
  names: { '#status': 'status' },
  values: { ':today': Math.floor(now.getTime() / 1000) },
});

/** The id that the form would give the same signature. */
export function importedSignOnId(addressKey: string, { kind, email, details }: ImportRow): string {
  const { organizationName } = details;
  const key = organizationName === undefined ? undefined : organizationKey(organizationName);
  return signOnId(addressKey, { kind, email, ...(key !== undefined && { organizationKey: key }) });
}

function rowOutcome(answer: Awaited<ReturnType<typeof allocate>>['answer']): RowOutcome {
  switch (answer) {
    case 'confirmed':
    case 'corrected':
      return 'new';
    case 'waiting-for-review':
      return 'waits-for-review';
    case 'already-signed-by-organization':
      return 'duplicate-of-organization';
  }
}

/**
 * Shuts the gate while a file is written, so that no letter is published with half of it. The mark is the file's own
 * hash, so importing the same file again continues. `other-import`: another file has not finished. `not-now`: the
 * campaign is being published, taken down, erased, deleted, or asking its signers again. `replacesUnfinished`: an
 * interrupted file is given up for this one; the rows that it wrote stay.
 */
export async function beginImport(
  store: Store,
  slug: string,
  file: string,
  { now, replacesUnfinished = false }: { now: Date; replacesUnfinished?: boolean },
): Promise<'begun' | 'other-import' | 'not-now'> {
  const isBegun = await store.update({
    key: gateKey(slug),
    update: 'SET importId = :file, personalDataAt = :now',
    condition: `attribute_not_exists(askingStartedAt) AND attribute_not_exists(deletion)
      AND attribute_not_exists(erasureId) AND #status IN (:collecting, :published)${
        replacesUnfinished ? '' : ' AND (attribute_not_exists(importId) OR importId = :file)'
      }`,
    names: { '#status': 'status' },
    values: {
      ':file': file,
      ':now': now.toISOString(),
      ':collecting': 'collecting',
      ':published': 'published',
    },
  });
  if (isBegun) return 'begun';
  const importId = (await readGate(store, slug))?.importId;
  return importId !== undefined && importId !== file && !replacesUnfinished ? 'other-import' : 'not-now';
}

/** The whole file is written: the gate may open again, and the log says so. */
export async function endImport(
  store: Store,
  slug: string,
  file: string,
  {
    imported,
    now,
    newUlid,
    actor = 'organizer',
  }: { imported: number; now: Date; newUlid: () => string; actor?: string },
): Promise<void> {
  const campaignEvent = { type: 'imported' as const, file, imported };
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET dirty = :mark REMOVE importId',
      condition: 'importId = :file',
      values: { ':file': file, ':mark': newUlid() },
    },
    eventCreation({ slug, now, newUlid, actor, event: campaignEvent }),
  ]);
}
