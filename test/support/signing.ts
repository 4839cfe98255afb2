import type { Settings } from '../../shared/campaign/settings.ts';
import { askSignOn } from '../../shared/operations/applying/ask-again.ts';
import { approveSignOn } from '../../shared/operations/deciding/approve.ts';
import { mergeSignOns } from '../../shared/operations/deciding/merge.ts';
import { promoteSignOn } from '../../shared/operations/deciding/promote.ts';
import { reinstateSignOn } from '../../shared/operations/deciding/reinstate.ts';
import { rejectSignOn } from '../../shared/operations/deciding/reject.ts';
import { splitSignOn } from '../../shared/operations/deciding/split.ts';
import { eraseOneSignOn } from '../../shared/operations/erasing/erase-one-sign-on.ts';
import { confirmSignOn } from '../../shared/operations/signing/confirm.ts';
import { correctSignOn } from '../../shared/operations/signing/correct.ts';
import { dropWaitingChange } from '../../shared/operations/signing/drop-waiting-change.ts';
import { importRow } from '../../shared/operations/signing/import.ts';
import { submitSignOn } from '../../shared/operations/signing/submit.ts';
import { emptySignOn, withdrawSignOn } from '../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import type { Details, SignOn } from '../../shared/sign-on/sign-on.ts';
import type { FormSuspicion } from '../../shared/sign-on/trap-fields.ts';
import { readSignOn } from '../../shared/table/sign-ons.ts';
import { newIds } from './ids.ts';
import { addressKey, aSettings, organizationDetails, slug, someDetails, testAddressKey } from './records.ts';
import type { TestStore } from './store.ts';

/** Signers and organizers of one campaign. Each action uses the real function. */
export function newSigning({ store }: TestStore, changed: Partial<Settings> = {}) {
  const settings = aSettings(changed);
  const ids = newIds();
  let now = new Date('2026-11-24T12:00:00.000Z');

  const idOf = (email: string, organizationName?: string): string => {
    const key = organizationName && organizationKey(organizationName);
    const kind = organizationName === undefined ? 'individual' : 'organization';
    return signOnId(testAddressKey, { kind, email, ...(key && { organizationKey: key }) });
  };
  const read = async (id: string): Promise<SignOn | undefined> => await readSignOn(store, { slug, id, now });
  const standing = async (id: string): Promise<SignOn> => {
    const signOn = await read(id);
    if (!signOn) throw new Error(`no sign-on ${id}`);
    return signOn;
  };
  const deciding = async (id: string) => ({ signOn: await standing(id), now, newUlid: ids.newUlid });

  return {
    idOf,
    read: standing,
    tryToRead: read,
    now: () => now,
    newUlid: ids.newUlid,
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    /** Fills in the form, a minute after the last one. Returns the sign-on's id. */
    async submit(
      email: string,
      organizationName?: string,
      {
        network,
        suspicions,
        ...typed
      }: Partial<Details> & { network?: string; suspicions?: readonly FormSuspicion[] } = {},
    ): Promise<string> {
      now = new Date(now.getTime() + 60_000);
      const id = idOf(email, organizationName);
      const kind = organizationName === undefined ? ('individual' as const) : ('organization' as const);
      const details =
        organizationName === undefined ? someDetails(typed) : organizationDetails(organizationName, typed);
      await submitSignOn(store, { slug, id, kind, email, details, network, suspicions, now, ...ids });
      return id;
    },
    confirm: async (id: string) =>
      await confirmSignOn(store, {
        settings,
        signOn: await standing(id),
        now,
        newUlid: ids.newUlid,
        addressKey,
      }),
    correct: async (id: string, typed: Partial<Details>) =>
      await correctSignOn(store, {
        settings,
        signOn: await standing(id),
        typed,
        now,
        newUlid: ids.newUlid,
        addressKey,
      }),
    /** Takes a signature from a table that the organizers collected. */
    async import(email: string, organizationName?: string, typed: Partial<Details> = {}): Promise<string> {
      const kind = organizationName === undefined ? ('individual' as const) : ('organization' as const);
      const details =
        organizationName === undefined ? someDetails(typed) : organizationDetails(organizationName, typed);
      const input = { settings, addressKey: testAddressKey, now: () => now, ...ids };
      await importRow(store, input, { row: 2, kind, email, details });
      return idOf(email, organizationName);
    },
    keep: async (id: string) => await dropWaitingChange(store, await standing(id)),
    erase: async (id: string) =>
      await eraseOneSignOn(store, { ...(await deciding(id)), newNonce: ids.newNonce }),
    notMe: async (id: string) => await emptySignOn(store, await deciding(id)),
    withdraw: async (id: string) => await withdrawSignOn(store, await deciding(id)),
    /** Asks a signer to agree to a changed letter. */
    ask: async (id: string) =>
      await askSignOn(store, {
        ...(await deciding(id)),
        letters: { current: {}, accepted: [], askedAgainAt: now.toISOString() },
        isReviewed: settings.review !== 'none',
      }),
    approve: async (id: string) => await approveSignOn(store, await deciding(id)),
    reject: async (id: string) => await rejectSignOn(store, await deciding(id)),
    reinstate: async (id: string) => await reinstateSignOn(store, await deciding(id)),
    merge: async (keep: string, other: string) =>
      await mergeSignOns(store, { ...(await deciding(other)), keep: await standing(keep) }),
    split: async (id: string) => await splitSignOn(store, await deciding(id)),
    promote: async (id: string) => await promoteSignOn(store, await deciding(id)),
  };
}
export type Signing = ReturnType<typeof newSigning>;
