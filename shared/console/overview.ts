import type { Gate } from '../campaign/gate.ts';
import { type NextEvent, nextEvents } from '../campaign/next-events.ts';
import type { OrganizerRole } from '../campaign/settings.ts';
import { type HistoryPoint, readHistory } from '../operations/counting/history.ts';
import { type PressReport, readPressReports } from '../operations/mailing/press-outcomes.ts';
import { type CampaignReport, campaignReport } from '../operations/reporting/campaign-status.ts';
import { readFigures } from '../operations/reporting/figures.ts';
import { readGate } from '../table/gate.ts';
import type { CampaignSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';

/**
 * The state of a campaign. Figures that need all rows are as of `asOf`. They are null until a sweep has read the
 * rows.
 */
export interface Overview extends Omit<CampaignReport, 'waiting'> {
  title: string;
  role: OrganizerRole;
  waiting: CampaignReport['waiting'] | null;
  asOf: string | null;
  history: HistoryPoint[];
  /** What became of the emails to the press, for each contact that got one. */
  press: PressReport[];
  /** What time alone brings about, the earliest first. */
  next: NextEvent[];
  health: {
    mailsWaiting: number | null;
    bounced: number | null;
    complained: number | null;
    /** Attempts of the site job since its last success. */
    failedJobs: number;
  };
}

/** Reads the overview with a limited number of reads, however many have signed. */
export async function readOverview(
  store: Store,
  { campaign, role, now }: { campaign: CampaignSettings; role: OrganizerRole; now: Date },
): Promise<Overview | undefined> {
  const { slug, title } = campaign.settings;
  const gate = await readGate(store, slug);
  if (!gate) return undefined;
  const figures = await readFigures(store, { slug, now });
  const waiting = {
    unconfirmed: figures?.pending ?? 0,
    review: figures?.waiting ?? 0,
    duplicates: figures?.duplicate ?? 0,
    asked: figures?.asked ?? 0,
  };
  return {
    ...campaignReport({ campaign, gate, waiting, sources: figures?.sources, now }),
    ...(!figures && { waiting: null }),
    title,
    role,
    asOf: figures?.asOf ?? null,
    history: await readHistory(store, gate, now),
    press: await readPressReports(store, slug),
    next: nextEvents(campaign.settings, gate, now),
    health: {
      mailsWaiting: figures?.mailsWaiting ?? null,
      bounced: figures?.bounced ?? null,
      complained: figures?.complained ?? null,
      failedJobs: Math.max(0, (gate.siteRuns ?? 0) - (isRunning(gate, now) ? 1 : 0)),
    },
  };
}

/** Whether an attempt of the site job is under way. It has not failed. */
const isRunning = ({ leaseExpiresAt }: Gate, now: Date): boolean =>
  leaseExpiresAt !== undefined && leaseExpiresAt > now.toISOString();
