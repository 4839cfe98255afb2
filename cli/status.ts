import type { Settings } from '../shared/campaign/settings.ts';
import { type CampaignReport, readCampaignStatus } from '../shared/operations/listing/campaign-status.ts';
import { readPressOutcomes } from '../shared/operations/mailing/press-outcomes.ts';
import { readSettings } from '../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { campaignNotFound } from './missing-campaign.ts';
import { pressLines } from './press-text.ts';
import { timeText } from './time-text.ts';

export const status: Command = {
  usage: 'status <slug>',
  summary: 'how far a campaign is, and what it waits for',
  run: runStatus,
};

async function runStatus(invocation: Invocation): Promise<CommandResult> {
  const { slug, store, now } = await connectToCampaign(invocation);
  const report = await readCampaignStatus(store, { slug, now });
  const campaign = await readSettings(store, slug);
  if (!report || !campaign) throw await campaignNotFound({ slug, store });
  const press = pressLines(await readPressOutcomes(store, slug));
  return { text: [reportText(report, campaign.settings), ...press].join('\n'), json: report };
}

const statusWords: Record<CampaignReport['status'], string> = {
  scheduled: 'signing has not opened yet',
  collecting: 'collecting signatures',
  publishing: 'being published',
  published: 'published',
  closed: 'closed without publication',
  'taken-down': 'taken down',
};

/** What became of the last updated letter; of one that was mailed, the time stands among those of all. */
const supplementWords: Record<NonNullable<CampaignReport['supplement']>['state'], string | undefined> = {
  asked: 'being made',
  frozen: 'being mailed',
  claimed: 'being mailed',
  sent: undefined,
  refused: 'refused by the mail service',
  unknown: 'nobody knows whether it arrived (see the notices)',
  'not-wanted': 'not mailed, since delivery is not by e-mail any more',
  'to-hand-over': 'made for you to hand over',
  'nothing-new': 'not mailed, since nothing was new',
};

const obstacleWords: Record<CampaignReport['gate']['waitingFor'][number], string> = {
  threshold: 'more signatures',
  time: 'its time',
  hold: 'the end of the hold (`campaign resume`)',
  quotes: 'quotes to be approved (release.md)',
  delivery: 'the letter to be handed over (`campaign delivered`)',
  import: 'the end of an import (run it again)',
  asking: 'everybody to be asked again (`campaign apply` with the same folder goes on)',
};

function reportText(report: CampaignReport, { timeZone, signatories }: Settings): string {
  const local = (instant: string) => timeText(instant, timeZone);
  const { slug, counts, threshold, waiting, gate, publishedAt } = report;
  const of = (count: number, needed: number | null) =>
    needed === null ? `${count}` : `${count} of ${needed}`;
  const signing = report.open ? 'open' : report.paused ? 'paused' : 'closed';
  const lines = [
    `${slug}: ${statusWords[report.status]}${publishedAt ? `${report.status === 'published' ? '' : ', was published'} on ${local(publishedAt)}` : ''}`,
    `  signing         ${signing}`,
    ...(signatories.organizations || counts.organizations > 0
      ? [`  organizations   ${of(counts.organizations, threshold.organizations)}`]
      : []),
    ...(signatories.individuals || counts.individuals > 0
      ? [`  individuals     ${of(counts.individuals, threshold.individuals)}`]
      : []),
    `  unconfirmed     ${waiting.unconfirmed}`,
    `  for review      ${waiting.review}`,
    `  duplicates      ${waiting.duplicates}`,
    ...(waiting.asked === undefined ? [] : [`  asked again     ${waiting.asked}`]),
    ...supplementLine(report, local),
  ];
  const lower = Object.entries(report.atNotBefore ?? {})
    .map(([kind, count]) => `${count} ${kind}`)
    .join(' and ');
  if (gate.waitingFor.length === 0) return lines.join('\n');
  const waits = gate.waitingFor.map((obstacle) =>
    obstacle === 'time' && gate.opensAt
      ? `${obstacleWords.time}, ${local(gate.opensAt)}${lower ? `, from when ${lower} suffice` : ''}`
      : obstacleWords[obstacle],
  );
  return [...lines, `  waits for       ${waits.join('; ')}`].join('\n');
}

function supplementLine(
  { status, supplement }: CampaignReport,
  local: (instant: string) => string,
): string[] {
  if (!supplement) return [];
  const { state, at, sentAt } = supplement;
  const isStopped = status === 'taken-down' && (state === 'asked' || state === 'frozen');
  const words = isStopped ? 'stopped' : supplementWords[state];
  const parts = [
    ...(sentAt.length > 0 ? [`sent on ${sentAt.map(local).join(', ')}`] : []),
    ...(words ? [`${words}, ${local(at)}`] : []),
  ];
  return [`  updated letter  ${parts.join('; ')}`];
}
