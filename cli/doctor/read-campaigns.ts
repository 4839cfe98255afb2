import { campaignSlugs } from '../../shared/table/campaign-slugs.ts';
import { readGate } from '../../shared/table/gate.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Store } from '../../shared/table/table.ts';
import type { CampaignSize } from './check-mail-account.ts';

/** A campaign that still sends emails. */
export interface SendingCampaign extends CampaignSize {
  /** Address that its emails come from. */
  address: string;
}

/** The campaigns that are not yet published. */
export async function readCampaigns(store: Store): Promise<SendingCampaign[]> {
  const campaigns: SendingCampaign[] = [];
  for (const slug of await campaignSlugs(store)) {
    const settings = await readSettings(store, slug);
    const gate = await readGate(store, slug);
    if (!settings || !gate || settings.takenDown || gate.status !== 'collecting') continue;
    const signers =
      Math.max(gate.organizations, gate.thresholdOrganizations) +
      Math.max(gate.individuals, gate.thresholdIndividuals);
    campaigns.push({ slug, signers, address: settings.settings.sender.address });
  }
  return campaigns;
}
