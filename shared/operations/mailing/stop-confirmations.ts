import {
  allowedMilliseconds,
  type ConfirmationStop,
  dueStop,
  type Returns,
  returnsCountSince,
} from '../../campaign/confirmation-stop.ts';
import type { Gate } from '../../campaign/gate.ts';
import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { type CampaignCommand, eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

/** Counts the confirmation mails of a campaign by network, and how many of them came back. */
export function newReturns(stop: ConfirmationStop | undefined, now: Date) {
  const byNetwork = new Map<string, Returns>();
  const sinceOf = returnsCountSince(stop, now);
  return {
    byNetwork,
    add: ({ mailedAt, mailFeedback, mailNetwork = '' }: SignOn): void => {
      const sentAt = mailedAt.confirm;
      if (sentAt === undefined || sentAt <= sinceOf(mailNetwork)) return;
      const { sent, bounced } = byNetwork.get(mailNetwork) ?? { sent: 0, bounced: 0 };
      const isBounced = mailFeedback?.what === 'bounced' && mailFeedback.at >= sentAt;
      byNetwork.set(mailNetwork, { sent: sent + 1, bounced: bounced + (isBounced ? 1 : 0) });
    },
  };
}

/**
 * Stops confirmations if too many came back, in the transaction of its event. The organizers get a mail when the
 * campaign's are stopped, and for the first network. Returns the stop that stands now.
 */
export async function stopConfirmations(
  store: Store,
  { slug, confirmationStop: was }: Pick<Gate, 'slug' | 'confirmationStop'>,
  returns: ReadonlyMap<string, Returns>,
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
): Promise<ConfirmationStop | undefined> {
  const at = now();
  const due = dueStop(returns, was, at);
  if (!due) return was;
  const { stop, of, sent, bounced } = due;
  const failed = await store.transact([
    changeStop(slug, was, stop),
    eventCreation({
      slug,
      now: at,
      newUlid,
      actor: 'system',
      event: { type: 'confirmations-stopped', of, sent, bounced },
      isSilent: of !== 'campaign' && was?.networks !== undefined,
    }),
  ]);
  if (failed.length > 0) return (await readGate(store, slug))?.confirmationStop;
  log('warn', 'confirmations stopped', { slug, count: bounced });
  return stop;
}

export type ResumeOutcome = 'resumed' | 'not-stopped' | 'no-such-campaign';

/** Lets the confirmations go that a stop holds back, and stops none for a day. `sweep` sends them. Safe to repeat. */
export async function resumeConfirmations(
  store: Store,
  { slug, now, newUlid, actor = 'organizer' }: CampaignCommand,
): Promise<ResumeOutcome> {
  const gate = await readGate(store, slug);
  if (!gate) return 'no-such-campaign';
  const { confirmationStop: was } = gate;
  if (was === undefined || was.allowedUntil !== undefined) return 'not-stopped';
  const allowedUntil = new Date(now.getTime() + allowedMilliseconds).toISOString();
  const failed = await store.transact([
    changeStop(slug, was, { allowedUntil }),
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'confirmations-resumed' },
    }),
  ]);
  return failed.length === 0 ? 'resumed' : 'not-stopped';
}

const changeStop = (slug: string, was: ConfirmationStop | undefined, stop: ConfirmationStop): Update => ({
  key: gateKey(slug),
  update: 'SET confirmationStop = :stop',
  condition:
    was === undefined
      ? 'attribute_exists(PK) AND attribute_not_exists(confirmationStop)'
      : 'confirmationStop = :was',
  values: { ':stop': stop, ...(was !== undefined && { ':was': was }) },
});
