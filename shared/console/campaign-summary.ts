import { thresholdOf } from '../campaign/gate.ts';
import type { OrganizerRole } from '../campaign/settings.ts';
import { type CampaignStatus, campaignStatus } from '../campaign/status.ts';
import { readFigures } from '../operations/reporting/figures.ts';
import { campaignsOfOrganizer } from '../operations/signing-in/find-organizer.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';

/** A campaign in the list of an organizer's campaigns. */
export interface CampaignSummary {
  slug: string;
  title: string;
  status: CampaignStatus;
  role: OrganizerRole;
  counts: { organizations: number; individuals: number };
  threshold: { organizations: number | null; individuals: number | null };
  /** Whether publication is on hold, and whether signing is paused. */
  held: boolean;
  paused: boolean;
  /** Sign-ons that wait for a decision. Null if no sweep has counted them yet. */
  waiting: number | null;
}

/** The campaigns of an organizer. The number of reads is limited for each (`readFigures`). */
export async function campaignsOf(store: Store, email: string, now: Date): Promise<CampaignSummary[]> {
  const source = { store, readCampaign: (slug: string) => readSettings(store, slug) };
  const own = await campaignsOfOrganizer(source, email);
  const summaries = own.map(async ({ settings, paused, organizer }): Promise<CampaignSummary[]> => {
    const { slug, title } = settings;
    const gate = await readGate(store, slug);
    if (!gate) return [];
    const figures = await readFigures(store, { slug, now });
    return [
      {
        slug,
        title,
        status: campaignStatus(settings, gate, now),
        role: organizer.role ?? 'owner',
        counts: { organizations: gate.organizations, individuals: gate.individuals },
        threshold: thresholdOf(gate),
        held: gate.held === 'yes',
        paused,
        waiting: figures?.waiting ?? null,
      },
    ];
  });
  return (await Promise.all(summaries)).flat();
}
