import { eventCreation } from '../../table/events.ts';
import { mailingKey } from '../../table/keys.ts';
import type { StoredMessage } from '../../table/messages.ts';
import type { Store } from '../../table/table.ts';

/** Writes what became of a message into the log, once for each time that it was asked for. */
export async function finishMessage(
  store: Store,
  {
    message: { slug, id, audience },
    mailing,
    sent,
    failed,
    now,
    newUlid,
  }: {
    message: StoredMessage;
    mailing: string;
    sent: number;
    failed: number;
    now: Date;
    newUlid: () => string;
  },
): Promise<void> {
  await store.transact([
    {
      key: mailingKey(slug, mailing),
      update: 'SET finishedAt = :now',
      condition: 'attribute_exists(PK) AND attribute_not_exists(finishedAt)',
      values: { ':now': now.toISOString() },
    },
    eventCreation({
      slug,
      now,
      newUlid,
      actor: 'system',
      event: { type: 'message-sent', audience, message: id.slice(0, 8), sent, failed },
    }),
  ]);
}
