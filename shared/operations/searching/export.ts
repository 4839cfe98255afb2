import { type ExportChoice, everything, isExported } from '../../sign-on/export-choice.ts';
import { type ExportedSignOn, exportedSignOn } from '../../sign-on/exported-sign-on.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { OnUnreadable, Store } from '../../table/table.ts';
import { subscribedTo } from '../mailing/unsubscribing.ts';

export interface ExportRequest {
  slug: string;
  now: Date;
  choice?: ExportChoice;
  /** The key that hashes addresses. Read only for a file for a CRM. */
  addressKey: () => Promise<string>;
  /** Gets the key of each sign-on that cannot be read. It is not in the export. */
  onUnreadable?: OnUnreadable;
}

/**
 * The sign-ons of a campaign that somebody chose, as organizers may see them, read page by page, in no particular
 * order. A file for a CRM has nobody whose mailbox has unsubscribed or complained, also by the link of another sign-on
 * or campaign.
 */
export async function* exportSignOns(store: Store, request: ExportRequest): AsyncGenerator<ExportedSignOn> {
  const isForCrm = (request.choice ?? everything).format !== 'standard';
  const chosen = chosenSignOns(store, request);
  for await (const signOn of isForCrm ? subscribedSigners(store, chosen, request) : chosen)
    yield exportedSignOn(signOn);
}

async function* chosenSignOns(
  store: Store,
  { slug, now, choice = everything, onUnreadable }: ExportRequest,
): AsyncGenerator<SignOn> {
  for await (const signOn of allSignOns(store, slug, { onUnreadable }))
    if (!hasExpired(signOn.expiresAt, now) && isExported(signOn, choice)) yield signOn;
}

/** Mailboxes are looked up for as many sign-ons at once. */
const signOnsAtOnce = 100;

async function* subscribedSigners(
  store: Store,
  signOns: AsyncIterable<SignOn>,
  { slug, addressKey }: ExportRequest,
): AsyncGenerator<SignOn> {
  const of = { slug, addressKey: await addressKey() };
  let some: SignOn[] = [];
  for await (const signOn of signOns) {
    some.push(signOn);
    if (some.length < signOnsAtOnce) continue;
    yield* await subscribedTo(store, some, of);
    some = [];
  }
  yield* await subscribedTo(store, some, of);
}
