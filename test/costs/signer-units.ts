import { newUlid } from '../../shared/context.ts';
import { handleMailTask } from '../../shared/mail/handle-mail-task.ts';
import { countSignOns } from '../../shared/operations/counting/count-sign-ons.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import { readSubmission } from '../../shared/sign-on/submission.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import type { Store } from '../../shared/table/table.ts';
import { anOrganizationsForm, aPersonsForm } from '../bench/signers.ts';
import { newMailbox } from '../support/mailbox.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { aConfirmedSignOn, aSettings, slug, testAddressKey } from '../support/records.ts';
import { seed } from '../support/store.ts';

/**
 * What one confirmed signer costs the table, from the form to the mail after publication, and how many mails they get.
 */
export interface SignerUnits {
  /** An item of up to 1 KB, twice in a transaction. test/bench/item-size.test.ts holds that rows stay below 1 KB. */
  writes: number;
  /** A consistent read or query of up to 4 KB. */
  reads: number;
  mails: number;
}

const batch = 98;

export async function signerUnits(
  kind: 'person' | 'organization',
  review: 'none' | 'flagged',
): Promise<SignerUnits> {
  const memory = newMemoryStore();
  const others = Array.from({ length: batch - 1 }, (_, index) =>
    aConfirmedSignOn({ email: `other-${index}@example.org`, counted: 'no' }),
  );
  const table = {
    store: memory,
    client: { destroy: () => {} },
    put: async (item: Parameters<typeof memory.put>[0]) => memory.put(item),
  };
  const settings = aSettings({ review });
  await seed(table, { settings, gate: { thresholdIndividuals: 1000 }, signOns: others });
  const units = { writes: 0, reads: 0 };
  const store = countingStore(memory, units);
  const now = new Date('2026-11-24T12:00:00.000Z');
  const mailbox = newMailbox({ ...table, store }, now);

  const read = readSubmission(kind === 'person' ? aPersonsForm(1) : anOrganizationsForm(1), settings);
  if (!read.ok) throw new Error('The form is not one that is taken.');
  const { email, details } = read;
  const key = details.organizationName && organizationKey(details.organizationName);
  const id = signOnId(testAddressKey, { kind: read.kind, email, ...(key && { organizationKey: key }) });
  const mail = () => handleMailTask(mailbox.dependencies(), { task: 'pending', ...signOnKey(slug, id) });
  const row = async () => {
    const signOn = await readSignOn(store, { slug, id, now });
    if (!signOn) throw new Error('The submission left no row.');
    return signOn;
  };
  const submission = { slug, id, kind: read.kind, email, details: { ...details, agreedTo: 'of the letter' } };
  const newNonce = () => 'n'.repeat(22);
  await submitSignOn(store, { ...submission, network: 'a'.repeat(32), now, newUlid, newNonce });
  await mail();
  // The page behind the link, and then its button.
  await row();
  const addressKey = () => Promise.resolve(testAddressKey);
  await confirmSignOn(store, { settings, signOn: await row(), now, newUlid, addressKey });
  const confirmed = await row();
  await mail();
  const before = { ...units };
  await countSignOns(store, slug, [...others, confirmed], { now: () => now, newUlid });
  const share = {
    writes: (units.writes - before.writes) / batch,
    reads: (units.reads - before.reads) / batch,
  };
  // The mail after publication is decided, sent and recorded as the one after confirming.
  const published = { writes: 1, reads: 2 };
  return {
    writes: round(before.writes + share.writes + published.writes),
    reads: round(before.reads + share.reads + published.reads),
    mails: mailbox.sent.length + 1,
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

function countingStore(store: Store, units: { writes: number; reads: number }): Store {
  return {
    get: (schema, key) => {
      units.reads++;
      return store.get(schema, key);
    },
    query: (schema, options) => {
      units.reads++;
      return store.query(schema, options);
    },
    update: (update) => {
      units.writes++;
      return store.update(update);
    },
    remove: (removal) => {
      units.writes++;
      return store.remove(removal);
    },
    transact: (writes) => {
      units.writes += 2 * writes.length;
      return store.transact(writes);
    },
    putAll: (items) => {
      units.writes += items.length;
      return store.putAll(items);
    },
  };
}
