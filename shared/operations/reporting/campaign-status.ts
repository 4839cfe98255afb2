import { type Gate, gateObstacles, gateOpensAt, type Obstacle, thresholdOf } from '../../campaign/gate.ts';
import { type CampaignStatus, campaignStatus, openness } from '../../campaign/status.ts';
import type { Supplement } from '../../campaign/supplement.ts';
import { isMailHeld } from '../../sign-on/pending-mail.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import { addSource, rankedSources, type Sources } from '../../sign-on/sources.ts';
import { hasExpired } from '../../table/expiry.ts';
import { readGate } from '../../table/gate.ts';
import { type CampaignSettings, readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

/** A campaign's status as `campaign status` prints it. */
export interface CampaignReport {
  slug: string;
  status: CampaignStatus;
  /** Whether one can sign now. */
  open: boolean;
  held: boolean;
  paused: boolean;
  counts: { organizations: number; individuals: number };
  threshold: { organizations: number | null; individuals: number | null };
  /** The lower numbers that suffice from `notBefore` on, if there are any. */
  atNotBefore?: { organizations?: number; individuals?: number };
  waiting: {
    unconfirmed: number;
    review: number;
    duplicates: number;
    /** How many were asked to agree to a changed letter and have not answered. Absent if nobody ever was. */
    asked?: number;
    /** Of how many the email waits for the next day, since their mailbox has had its emails of today. Absent if of none. */
    heldMails?: number;
  };
  gate: {
    /** The gate's obstacles. Empty once it has opened. */
    waitingFor: Obstacle[];
    /** From when time no longer keeps it shut; null if time does not now. Other obstacles can make it later. */
    opensAt: string | null;
  };
  publishedAt: string | null;
  /** Which links brought who counts, most first; absent where nobody came by a link with a name. */
  sources?: { source: string; counted: number }[];
  /** Present while confirmation mails wait since too many came back: until when, and of how many networks alone. */
  confirmations?: { stoppedUntil: string | null; stoppedNetworks: number };
  /**
   * State of the letter's mail to its recipient. Present once the letter is published and goes by mail, or was handed
   * over.
   */
  letter?: { state: LetterState; at: string };
  /** State of the last supplement, and when each was mailed. Absent if none was asked for. */
  supplement?: { state: Supplement['state']; at: string; sentAt: string[] };
}

/** Reads a campaign's status, every sign-on included. For people who ask, not for requests of the site. */
export async function readCampaignStatus(
  store: Store,
  { slug, now }: { slug: string; now: Date },
): Promise<CampaignReport | undefined> {
  const campaign = await readSettings(store, slug);
  const gate = await readGate(store, slug);
  if (!campaign || !gate) return undefined;
  return campaignReport({ campaign, gate, ...(await countSignOns(store, slug, now)), now });
}

/** A campaign's status from its stored items. */
export function campaignReport({
  campaign: { settings, paused, letters },
  gate,
  waiting: { asked = 0, ...waiting },
  sources = {},
  now,
}: {
  campaign: CampaignSettings;
  gate: Gate;
  waiting: CampaignReport['waiting'];
  sources?: Sources | undefined;
  now: Date;
}): CampaignReport {
  const { slug } = gate;
  const obstacles = gate.status === 'collecting' ? gateObstacles(gate, now) : [];
  return {
    slug,
    status: campaignStatus(settings, gate, now),
    open: openness(settings, paused, now) === 'open' && gate.status !== 'taken-down',
    held: gate.held === 'yes',
    paused,
    counts: { organizations: gate.organizations, individuals: gate.individuals },
    threshold: thresholdOf(gate),
    ...lowerAtItsTime(gate),
    waiting: { ...waiting, ...((letters?.askedAgainAt || asked > 0) && { asked }) },
    gate: { waitingFor: obstacles, opensAt: opensAtOf(gate, now) },
    publishedAt: publishedAtOf(gate),
    ...(Object.keys(sources).length > 0 && { sources: rankedSources(sources) }),
    ...stopOf(gate, now),
    ...letterOf(gate),
    ...(gate.supplement && {
      supplement: {
        state: gate.supplement.state,
        at: gate.supplement.at,
        sentAt: gate.supplementsSentAt ?? [],
      },
    }),
  };
}

/** State of the letter's delivery to its recipient. */
export type LetterState =
  | 'waiting'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'refused'
  | 'unknown'
  | 'handed-over';

function letterOf({ letterMail, pendingLetterMail, deliveredAt }: Gate): Pick<CampaignReport, 'letter'> {
  if (letterMail && letterMail.state !== 'claimed' && letterMail.state !== 'not-wanted')
    return { letter: { state: letterMail.state, at: letterMail.at } };
  if (pendingLetterMail) return { letter: { state: 'waiting', at: pendingLetterMail } };
  return deliveredAt ? { letter: { state: 'handed-over', at: deliveredAt } } : {};
}

function stopOf({ confirmationStop }: Gate, now: Date): Pick<CampaignReport, 'confirmations'> {
  const { until, networks = {} } = confirmationStop ?? {};
  const at = now.toISOString();
  const stoppedUntil = until !== undefined && until > at ? until : null;
  const stoppedNetworks = Object.values(networks).filter((end) => end > at).length;
  return stoppedUntil !== null || stoppedNetworks > 0
    ? { confirmations: { stoppedUntil, stoppedNetworks } }
    : {};
}

function lowerAtItsTime(gate: Gate): Pick<CampaignReport, 'atNotBefore'> {
  const { atNotBeforeOrganizations: organizations, atNotBeforeIndividuals: individuals } = gate;
  if (organizations === undefined && individuals === undefined) return {};
  return { atNotBefore: { ...(organizations && { organizations }), ...(individuals && { individuals }) } };
}

const opensAtOf = (gate: Gate, now: Date): string | null =>
  gate.status === 'collecting' ? (gateOpensAt(gate, now)?.toISOString() ?? null) : null;

/** The snapshot has its time from its claim on. The campaign is published only once everything is written. */
function publishedAtOf({ status, publishedAt }: Gate): string | null {
  return status === 'published' || status === 'taken-down' ? (publishedAt ?? null) : null;
}

async function countSignOns(store: Store, slug: string, now: Date) {
  const waiting = { unconfirmed: 0, review: 0, duplicates: 0, asked: 0 };
  let heldMails = 0;
  let sources: Sources = {};
  for await (const signOn of allSignOns(store, slug)) {
    const state = reviewStateOf(signOn);
    if (state === 'pending' && !hasExpired(signOn.expiresAt, now)) waiting.unconfirmed++;
    if (state === 'waiting') waiting.review++;
    if (state === 'duplicate') waiting.duplicates++;
    if (state === 'asked') waiting.asked++;
    if (isMailHeld(signOn, now)) heldMails++;
    sources = addSource(sources, signOn);
  }
  return { waiting: { ...waiting, ...(heldMails > 0 && { heldMails }) }, sources };
}
