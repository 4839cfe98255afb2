import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { pressWrites } from '../../shared/operations/applying/press-changes.ts';
import { eraseSignOn } from '../../shared/operations/erasing/erase-sign-on.ts';
import { finishMessage } from '../../shared/operations/mailing/finish-message.ts';
import { recordMailEvent } from '../../shared/operations/mailing/mail-events.ts';
import { messageAllowed } from '../../shared/operations/mailing/message-due.ts';
import {
  claimPressMail,
  recordPressMailEvent,
  releasePressMailClaim,
  settlePressMail,
} from '../../shared/operations/mailing/press-mail-claim.ts';
import {
  clearPendingMail,
  holdBackPendingMail,
  postponePendingMail,
  recordMail,
  recordRefusal,
  releaseSlowedMail,
} from '../../shared/operations/mailing/record-mail.ts';
import { recordUnsubscribed, unsubscribeFromLetter } from '../../shared/operations/mailing/unsubscribing.ts';
import { dropWaitingChange } from '../../shared/operations/signing/drop-waiting-change.ts';
import { markDirty, notDeletedGuard } from '../../shared/table/gate.ts';
import {
  addressItemKey,
  gateKey,
  invitedKey,
  type Key,
  listingChangeKey,
  mailingKey,
  messageRecipientKey,
  pressContactKey,
  signOnKey,
  vacancyKey,
} from '../../shared/table/keys.ts';
import { forgetListingChange } from '../../shared/table/listing-changes.ts';
import { clearPendingMailing, noteSentIn } from '../../shared/table/mailings.ts';
import { moveRecipient, type StoredMessage } from '../../shared/table/messages.ts';
import type { Store } from '../../shared/table/table.ts';
import { removeVacancy } from '../../shared/table/vacancies.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, addressKey, aGate, aSignOn, slug } from '../support/records.ts';
import { freshStore } from '../support/store.ts';

const { newUlid, newNonce } = newIds();
const now = new Date('2026-11-24T12:00:00.000Z');
const at = now.toISOString();
const earlier = '2026-11-24T11:00:00.000Z';
const later = '2026-11-24T13:00:00.000Z';

type Item = Record<string, unknown>;
interface ItemWrite {
  key: Key;
  write: (store: Store) => Promise<unknown>;
  /** Stored items that it changes. */
  changes: Item[];
  /** Stored items that it must leave alone; undefined: no item. */
  nothing: (Item | undefined)[];
}

const signOn = aSignOn({ pendingMail: 'mine', mailSlowed: { at } });
const { id } = signOn;
const newer = { ...signOn, pendingMail: 'a newer one' };
const { pendingMail: _, ...settled } = signOn;
const ofRow = { key: signOnKey(slug, id) };
const confirmed = aConfirmedSignOn();
const feedback = (what: string, time: string) => ({ what, at: time });
const reported = (store: Store) =>
  recordMailEvent(
    store,
    { what: 'bounced', slug, item: 'sign-on', id, mail: 'confirm', claim: 'none', at },
    { newUlid, addressKey },
  );

const invited = { slug, id, organization: 'Dock Choir', nonce: 'n', email: 'choir@example.org' };
const contact = { slug, addressHash: 'a'.repeat(32) };
const ofContact = { key: pressContactKey(slug, contact.addressHash) };
const journalist = {
  ...{ slug, addressHash: contact.addressHash, nonce: 'n' },
  ...{ name: 'Kim', email: 'kim@example.org' },
};
const mail = (state: string, claim = 'mine') => ({ state, at: earlier, claim });
const sentCopy = { state: 'sent' as const, at: earlier, claim: 'mine' };
const release = { kind: 'release' } as const;
const correction = { kind: 'correction', id: newUlid() } as const;

const message: StoredMessage = {
  ...{ slug, id: newUlid(), audience: 'signers', texts: [], at },
  ...{ organizations: 3, individuals: 0 },
};
const recipient = { slug, id: message.id, recipient: id };
const ofRecipient = { key: messageRecipientKey(slug, message.id, id) };
const recipientIn = (state: string, claim = 'mine') => ({
  ...{ recipient: id, state, at: earlier },
  ...(state !== 'queued' && { claim }),
});
const mailing = { slug, id: newUlid(), kind: 'correction' as const, at };

const writes: Record<string, ItemWrite> = {
  'clearing a mail that is due': {
    ...ofRow,
    write: (store) => clearPendingMail(store, signOn),
    changes: [signOn],
    nothing: [newer, settled, undefined],
  },
  'holding a mail that is due': {
    ...ofRow,
    write: (store) => postponePendingMail(store, signOn, now),
    changes: [signOn],
    nothing: [newer, settled, undefined],
  },
  'slowing a mail that is due': {
    ...ofRow,
    write: (store) => holdBackPendingMail(store, { ...signOn, mailSlowed: undefined }, new Date(later)),
    changes: [signOn],
    nothing: [newer, settled, undefined],
  },
  'releasing a slowed mail': {
    ...ofRow,
    write: (store) => releaseSlowedMail(store, signOn, now),
    changes: [signOn],
    nothing: [
      newer,
      { ...signOn, mailSlowed: undefined },
      { ...signOn, mailSlowed: { at, releasedAt: earlier } },
      undefined,
    ],
  },
  'releasing a slowed mail again': {
    ...ofRow,
    write: (store) => releaseSlowedMail(store, { ...signOn, mailSlowed: { at, releasedAt: earlier } }, now),
    changes: [{ ...signOn, mailSlowed: { at, releasedAt: earlier } }],
    nothing: [
      { ...newer, mailSlowed: { at, releasedAt: earlier } },
      { ...signOn, mailSlowed: { at, releasedAt: later } },
      signOn,
    ],
  },
  'recording a mail that was sent': {
    ...ofRow,
    write: (store) => recordMail(store, signOn, 'confirm', now),
    changes: [signOn, newer],
    nothing: [undefined],
  },
  'recording that SES refuses an address': {
    ...ofRow,
    write: (store) => recordRefusal(store, signOn, now),
    changes: [signOn, { ...signOn, mailFeedback: feedback('bounced', earlier) }],
    nothing: [{ ...signOn, mailFeedback: feedback('complained', earlier) }, undefined],
  },
  'recording a bounce': {
    ...ofRow,
    write: reported,
    changes: [
      signOn,
      { ...signOn, mailFeedback: feedback('bounced', earlier) },
      { ...confirmed, id, submission: signOn.submission },
    ],
    nothing: [
      { ...signOn, mailFeedback: feedback('complained', at) },
      { ...signOn, mailFeedback: feedback('complained', later) },
      { ...confirmed, id, submission: undefined },
      undefined,
    ],
  },
  'recording a bounce beside an invited organization': {
    key: invitedKey(slug, id),
    write: (store) =>
      recordMailEvent(
        { ...store, get: async (schema) => schema.parse(invited) },
        { what: 'bounced', slug, item: 'invited', id, mail: 'message', claim: 'none', at },
        { newUlid, addressKey },
      ),
    changes: [invited, { ...invited, mailFeedback: feedback('bounced', earlier) }],
    nothing: [
      { ...invited, email: 'song@example.org' },
      { ...invited, mailFeedback: feedback('complained', at) },
      undefined,
    ],
  },
  'recording beside a sign-on that its address unsubscribed from the letter': {
    ...ofRow,
    write: (store) => recordUnsubscribed(store, signOn, 'letter'),
    changes: [signOn],
    nothing: [{ ...signOn, unsubscribed: 'site' }, undefined],
  },
  'recording beside a sign-on that its address unsubscribed from the site': {
    ...ofRow,
    write: (store) => recordUnsubscribed(store, signOn, 'site'),
    changes: [signOn, { ...signOn, unsubscribed: 'letter' }],
    nothing: [undefined],
  },
  'unsubscribing from a letter': {
    key: addressItemKey('a mailbox'),
    write: (store) => unsubscribeFromLetter(store, 'a mailbox', slug),
    changes: [{ expiresAt: 1 }],
    nothing: [{ suppressed: 'yes' }],
  },
  'claiming a mail to the press': {
    ...ofContact,
    write: (store) => claimPressMail(store, contact, release, { claim: 'mine', at }),
    changes: [journalist],
    nothing: [{ ...journalist, release: mail('sent') }, { ...journalist, email: undefined }, undefined],
  },
  'claiming the mail of a correction': {
    ...ofContact,
    write: (store) => claimPressMail(store, contact, correction, { claim: 'mine', at }),
    changes: [journalist, { ...journalist, corrections: { other: mail('sent') } }],
    nothing: [
      { ...journalist, corrections: { [correction.id]: mail('unknown') } },
      { ...journalist, email: undefined },
      undefined,
    ],
  },
  'giving up the claim of a mail to the press': {
    ...ofContact,
    write: (store) => releasePressMailClaim(store, contact, release, 'mine'),
    changes: [
      { ...journalist, release: mail('claimed') },
      { ...journalist, release: mail('unknown') },
    ],
    nothing: [
      { ...journalist, release: mail('claimed', 'another') },
      { ...journalist, release: mail('sent') },
      undefined,
    ],
  },
  'settling a mail to the press': {
    ...ofContact,
    write: (store) => settlePressMail(store, contact, release, { claim: 'mine', state: 'sent', now }),
    changes: [{ ...journalist, release: mail('claimed') }],
    nothing: [
      { ...journalist, release: mail('claimed', 'another') },
      { ...journalist, release: mail('bounced') },
      undefined,
    ],
  },
  'recording that a mail to the press was delivered': {
    ...ofContact,
    write: (store) =>
      recordPressMailEvent(store, contact, release, { claim: 'mine', state: 'delivered', at }),
    changes: ['claimed', 'unknown', 'sent'].map((state) => ({ ...journalist, release: mail(state) })),
    nothing: [
      { ...journalist, release: mail('sent', 'another') },
      { ...journalist, release: mail('bounced') },
      undefined,
    ],
  },
  'removing a contact from the press list': {
    ...ofContact,
    write: (store) =>
      store.transact(pressWrites({ added: [], changed: [], removed: [journalist] }, newNonce)),
    changes: [journalist],
    nothing: [
      { ...journalist, release: mail('claimed') },
      { ...journalist, embargo: mail('sent') },
    ],
  },
  'removing a contact who has an advance copy': {
    ...ofContact,
    write: (store) =>
      store.transact(
        pressWrites({ added: [], changed: [], removed: [{ ...journalist, embargo: sentCopy }] }, newNonce),
      ),
    changes: [{ ...journalist, embargo: mail('sent') }],
    nothing: [{ ...journalist, embargo: mail('sent'), release: mail('claimed') }, undefined],
  },
  'finishing a message': {
    key: mailingKey(slug, mailing.id),
    write: (store) =>
      finishMessage(store, { message, mailing: mailing.id, sent: 1, failed: 0, now, newUlid }),
    changes: [mailing],
    nothing: [{ ...mailing, finishedAt: earlier }, undefined],
  },
  'dropping a change that waits for an organizer': {
    ...ofRow,
    write: (store) => dropWaitingChange(store, { ...confirmed, id, proposedHash: 'a hash' }),
    changes: [{ ...confirmed, id, proposedHash: 'a hash' }],
    nothing: [{ ...confirmed, id, proposedHash: 'another' }, { ...confirmed, id }, undefined],
  },
  'claiming a recipient of a message': {
    ...ofRecipient,
    write: (store) =>
      moveRecipient(store, recipient, { from: ['queued', 'unknown'], to: 'claimed', claim: 'mine', now }),
    changes: [recipientIn('queued'), recipientIn('unknown'), recipientIn('claimed')],
    nothing: [recipientIn('claimed', 'another'), recipientIn('sent'), recipientIn('skipped'), undefined],
  },
  'settling the attempt to mail a recipient': {
    ...ofRecipient,
    write: (store) => moveRecipient(store, recipient, { from: ['claimed'], to: 'sent', claim: 'mine', now }),
    changes: [recipientIn('claimed')],
    nothing: [recipientIn('claimed', 'another'), recipientIn('unknown'), recipientIn('queued'), undefined],
  },
  'noting in which language a test was sent': {
    key: mailingKey(slug, mailing.id),
    write: (store) => noteSentIn(store, mailing, 'es'),
    changes: [{ ...mailing, pendingMail: mailing.id }],
    nothing: [mailing, undefined],
  },
  'clearing the mark of a mailing': {
    key: mailingKey(slug, mailing.id),
    write: (store) => clearPendingMailing(store, mailing),
    changes: [{ ...mailing, pendingMail: mailing.id }],
    nothing: [mailing, undefined],
  },
  'forgetting a change of the list': {
    key: listingChangeKey(slug, id),
    write: (store) => forgetListingChange(store, slug, { id, mark: 'mine' }),
    changes: [{ mark: 'mine' }],
    nothing: [{ mark: 'a newer one' }, {}],
  },
  'forgetting a change of the list that has no mark': {
    key: listingChangeKey(slug, id),
    write: (store) => forgetListingChange(store, slug, { id, mark: undefined }),
    changes: [{ slug }],
    nothing: [{ mark: 'a newer one' }],
  },
  'forgetting a vacancy at which a digest has looked': {
    key: vacancyKey(slug, '2:dock choir'),
    write: (store) => removeVacancy(store, slug, { organizationKey: '2:dock choir', mark: 'mine' }),
    changes: [{ mark: 'mine' }],
    nothing: [{ mark: 'a newer one' }],
  },
  'forgetting a vacancy whose mark was lost': {
    key: vacancyKey(slug, '2:dock choir'),
    write: (store) => removeVacancy(store, slug, { organizationKey: '2:dock choir' }),
    changes: [{}],
    nothing: [{ mark: 'a newer one' }],
  },
  'calling for new pages': {
    key: gateKey(slug),
    write: (store) => markDirty(store, slug, 'a mark'),
    changes: [{ ...aGate() }],
    nothing: [undefined],
  },
  'holding that a campaign is not deleted': {
    key: gateKey(slug),
    write: (store) => store.update({ ...notDeletedGuard(slug), update: 'SET dirty = :slug' }),
    changes: [{ ...aGate() }],
    nothing: [
      { ...aGate({ deletion: { id: newUlid(), was: 'collecting', held: 'no', step: 'sign-ons' } }) },
      undefined,
    ],
  },
  'asking for a message': {
    key: gateKey(slug),
    write: (store) => store.update({ ...messageAllowed(slug), update: 'SET dirty = :slug' }),
    changes: [{ ...aGate() }],
    nothing: [
      { ...aGate({ status: 'taken-down' }) },
      { ...aGate({ erasureId: newUlid() }) },
      { ...aGate({ erasedAt: at }) },
      { ...aGate({ deletion: { id: newUlid(), was: 'collecting', held: 'no', step: 'sign-ons' } }) },
      undefined,
    ],
  },
};

const anItem = z.looseObject({});

test.each(Object.entries(writes))('%s changes an item that allows it, and no other', async (_, entry) => {
  const { key, write, changes, nothing } = entry;
  const after = async (stored: Item | undefined) => {
    const table = await freshStore();
    if (stored) await table.put({ ...stored, ...key });
    const before = await table.store.get(anItem, key);
    await write(table.store);
    return { before, after: await table.store.get(anItem, key) };
  };
  for (const stored of changes) {
    const found = await after(stored);
    expect(found.after).not.toEqual(found.before);
  }
  for (const stored of nothing) {
    const found = await after(stored);
    expect([stored, found.after]).toEqual([stored, found.before]);
  }
});

test.each([
  ['its words were sent again', { submissionHash: 'b'.repeat(32) }],
  ['its signed words have changed', { signedHash: 'b'.repeat(32) }],
  ['it was withdrawn', { status: 'withdrawn' as const, eligible: 'no' as const }],
  ['it does not count any more', { eligible: 'no' as const }],
])('A sign-on is not erased as it was read if %s', async (_, changed) => {
  const table = await freshStore();
  const read = aConfirmedSignOn({ submissionHash: 'a'.repeat(32), signedHash: 'a'.repeat(32) });
  const key = signOnKey(slug, read.id);
  await table.put({ ...read, ...key, ...changed });
  let tried = 0;
  const update: Store['update'] = async (write) => {
    tried++;
    const isWritten = await table.store.update(write);
    // Only the first attempt is of interest here.
    if (!isWritten) throw new Error('changed');
    return isWritten;
  };
  const erasing = eraseSignOn({ ...table.store, update }, { signOn: read, now, newUlid, newNonce });
  await expect(erasing).rejects.toThrow('changed');
  expect(tried).toBe(1);
});
