import type { MailDelayReason } from '../../campaign/mail-delay.ts';
import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Milliseconds during which organizers are not told again that their mail waits. */
const quietFor = 24 * 60 * 60_000;

/**
 * Tells the operator's alarm (by a log line, each time) and, once a day, the campaign's organizers that the mail
 * service takes no mail. The notice waits for the service like all other mail, and is tried until it is sent.
 * `isFirst`: this mail has not been reported before; otherwise only the alarm goes on.
 */
export async function reportMailDelay(
  store: Store,
  slug: string,
  { reason, isFirst }: { reason: MailDelayReason; isFirst: boolean },
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
): Promise<void> {
  log('error', 'mail service takes no mail', { slug, outcome: reason });
  if (!isFirst) return;
  const at = now();
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET mailDelayNotifiedAt = :now',
      condition:
        'attribute_exists(PK) AND (attribute_not_exists(mailDelayNotifiedAt) OR mailDelayNotifiedAt < :before)',
      values: { ':now': at.toISOString(), ':before': new Date(at.getTime() - quietFor).toISOString() },
    },
    eventCreation({
      slug,
      now: at,
      newUlid,
      actor: 'system',
      event: { type: 'mail-delayed', reason },
    }),
  ]);
}
