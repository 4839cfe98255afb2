import { eventCreation } from '../../table/events.ts';
import { messageKey } from '../../table/keys.ts';
import { mailingCreation } from '../../table/mailings.ts';
import type { StoredMessage } from '../../table/messages.ts';
import type { Store, Update } from '../../table/table.ts';
import { messageAllowed } from './message-due.ts';
import type { MessagePlan } from './plan-message.ts';

/**
 * Asks for a message, in one transaction with its event. Asked again, the same message goes on: whoever got it gets it
 * no second time, and whoever is new gets it.
 *
 * @returns false if the campaign was stopped or deleted since the plan was made; then nothing is written
 */
export async function requestMessage(
  store: Store,
  { message, recipients }: Pick<MessagePlan, 'message' | 'recipients'>,
  { now, newUlid, actor = 'organizer' }: { now: Date; newUlid: () => string; actor?: string },
): Promise<boolean> {
  const { slug, id, audience } = message;
  const failed = await store.transact([
    messageAllowed(slug),
    messageWrite(message),
    mailingCreation({ slug, id: newUlid(), kind: 'message', at: now.toISOString(), message: id }),
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'message-asked', audience, message: id.slice(0, 8), recipients },
    }),
  ]);
  return failed.length === 0;
}

/** The first time and the first counts stay, so that all recipients read the same. */
function messageWrite({ slug, id, at, organizations, individuals, ...others }: StoredMessage): Update {
  const { audience, texts, leftOut = [], testAddress } = others;
  return {
    key: messageKey(slug, id),
    update: `SET slug = :slug, id = :id, audience = :audience, texts = :texts, leftOut = :leftOut,
      #at = if_not_exists(#at, :at), organizations = if_not_exists(organizations, :organizations),
      individuals = if_not_exists(individuals, :individuals)${testAddress === undefined ? '' : ', testAddress = :test'}`,
    names: { '#at': 'at' },
    values: {
      ':slug': slug,
      ':id': id,
      ':audience': audience,
      ':texts': texts,
      ':leftOut': leftOut,
      ':at': at,
      ':organizations': organizations,
      ':individuals': individuals,
      ...(testAddress !== undefined && { ':test': testAddress }),
    },
  };
}
