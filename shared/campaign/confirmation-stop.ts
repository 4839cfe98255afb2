import * as z from 'zod';
import { instantSchema } from './settings.ts';

/**
 * Confirmation mails of a campaign that wait since too many came back. SES reviews an account of which 5 % of the mails
 * come back, and may pause it at 10 % (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-bounce-rate.html).
 */
export const confirmationStopSchema = z.object({
  /** Until then all confirmations of the campaign wait. */
  until: instantSchema.optional(),
  /** Networks by their marks (`mailNetworkMark`), and until when those that they ask for wait. */
  networks: z.record(z.string(), instantSchema).optional(),
  /** An owner has let them go. Until then none are stopped. */
  allowedUntil: instantSchema.optional(),
});
export type ConfirmationStop = z.infer<typeof confirmationStopSchema>;

const hour = 3_600_000;

/** A stop ends by itself. Mails that were sent earlier than this do not cause one. */
const stopMilliseconds = 3 * hour;

/** After a release by an owner, nothing is stopped for a day. */
export const allowedMilliseconds = 24 * hour;

/** From here on a campaign's confirmations are stopped: as many came back, and as large a part. */
const campaignLimit = { bounced: 20, part: 0.05 };

/** Bounces of one network that count against the campaign, at most. So one network alone never stops it. */
const maxOfNetwork = 3;

/** From here on the confirmations that one network asks for are stopped. */
const networkLimit = { bounced: 20, part: 0.5 };

/** Networks that are noted on the gate, at most. A further one is stopped once a stop of these has ended. */
const maxNetworks = 20;

/** After a stop, waiting mails go in parts, so that a flood shows before all of it is sent. */
const releasedAfterStop = 20;

/** Confirmations of one network, and how many of them came back. */
export interface Returns {
  sent: number;
  bounced: number;
}

/** Whether a confirmation that a network asks for waits now. */
export const isConfirmationStopped = (
  stop: ConfirmationStop | undefined,
  network: string,
  now: Date,
): boolean =>
  [stop?.until, stop?.networks?.[network]].some((until) => until !== undefined && until > now.toISOString());

/**
 * Confirmations count from this instant on: the last three hours, but not what an earlier stop or release was about.
 */
export function returnsCountSince(
  { until = '', networks = {}, allowedUntil = '' }: ConfirmationStop = {},
  now: Date,
): (network: string) => string {
  const at = now.toISOString();
  const earliest = new Date(now.getTime() - stopMilliseconds).toISOString();
  const later = (one: string, end: string): string => (end <= at && end > one ? end : one);
  const since = [until, allowedUntil].reduce(later, earliest);
  return (network) => later(since, networks[network] ?? '');
}

export interface NewStop {
  stop: ConfirmationStop;
  /** What it is about: the campaign, or networks alone. */
  of: 'campaign' | 'networks';
  /** Mails of the campaign, or of these networks, and how many of them came back. */
  sent: number;
  bounced: number;
}

/**
 * The stop that is due, if one is: of a network whose mails mostly come back, and of the campaign if too many of all
 * come back, where one network counts little. Pure.
 */
export function dueStop(
  returns: ReadonlyMap<string, Returns>,
  stop: ConfirmationStop | undefined,
  now: Date,
): NewStop | undefined {
  const at = now.toISOString();
  if ((stop?.allowedUntil ?? '') > at) return undefined;
  const until = new Date(now.getTime() + stopMilliseconds).toISOString();
  const limited = [...returns.values()].map(({ sent, bounced }) => {
    const counted = Math.min(bounced, maxOfNetwork);
    return { sent: sent - (bounced - counted), bounced: counted };
  });
  const all = sumOf(limited);
  const isStopped = (stop?.until ?? '') > at;
  const stopsCampaign = !isStopped && isOver(all, campaignLimit);
  const stopped = Object.entries(stop?.networks ?? {}).filter(([, end]) => end > at);
  const known = new Set(stopped.map(([network]) => network));
  const added = [...returns]
    .filter(([network, found]) => !known.has(network) && isOver(found, networkLimit))
    .slice(0, maxNetworks - stopped.length);
  if (!stopsCampaign && added.length === 0) return undefined;
  const networks = [...stopped, ...added.map(([network]): [string, string] => [network, until])];
  return {
    stop: {
      ...(isStopped && { until: stop?.until }),
      ...(stopsCampaign && { until }),
      ...(networks.length > 0 && { networks: Object.fromEntries(networks) }),
    },
    ...(stopsCampaign
      ? { of: 'campaign' as const, ...all }
      : { of: 'networks' as const, ...sumOf(added.map(([, found]) => found)) }),
  };
}

const sumOf = (all: readonly Returns[]): Returns => ({
  sent: all.reduce((sum, { sent }) => sum + sent, 0),
  bounced: all.reduce((sum, { bounced }) => sum + bounced, 0),
});

const isOver = ({ sent, bounced }: Returns, limit: { bounced: number; part: number }): boolean =>
  bounced >= limit.bounced && bounced >= limit.part * sent;

/** How many waiting confirmations may go in one minute. */
export function releasedAtOnce(stop: ConfirmationStop | undefined, now: Date): number {
  const since = new Date(now.getTime() - 24 * hour).toISOString();
  const ends = [stop?.until, ...Object.values(stop?.networks ?? {})];
  return ends.some((end) => end !== undefined && end > since) ? releasedAfterStop : Number.POSITIVE_INFINITY;
}
