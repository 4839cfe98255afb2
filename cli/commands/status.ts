import { missingCounts } from '../../shared/campaign/gate.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { readPressOutcomes } from '../../shared/operations/mailing/press-outcomes.ts';
import {
  type CampaignReport,
  type LetterState,
  readCampaignStatus,
} from '../../shared/operations/reporting/campaign-status.ts';
import { otherSources } from '../../shared/sign-on/sources.ts';
import { readGate } from '../../shared/table/gate.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { pressLines } from '../press-text.ts';
import { missingText } from '../threshold-text.ts';
import { timeText } from '../time-text.ts';

export const status: Command = {
  name: 'status',
  positionals: [{ name: 'slug' }],
  summary: 'show the state of a campaign and what publication waits for',
  run: runStatus,
};

async function runStatus(invocation: Invocation): Promise<CommandResult> {
  const { slug, store, now } = await connectToCampaign(invocation);
  const report = await readCampaignStatus(store, { slug, now });
  const campaign = await readSettings(store, slug);
  const gate = await readGate(store, slug);
  if (!report || !campaign || !gate) throw await campaignNotFound({ slug, store });
  const press = pressLines(await readPressOutcomes(store, slug));
  const missing = missingCounts(gate, now);
  return { text: [reportText(report, campaign.settings, missing), ...press].join('\n'), json: report };
}

const statusWords: Record<CampaignReport['status'], string> = {
  scheduled: 'signing is not open yet',
  collecting: 'collecting signatures',
  publishing: 'being published',
  published: 'published',
  closed: 'closed without publication',
  'taken-down': 'taken down',
};

/** The state of the last updated letter. The times of those that were sent are in a list of their own. */
const supplementWords: Record<NonNullable<CampaignReport['supplement']>['state'], string | undefined> = {
  asked: 'being made',
  frozen: 'being emailed',
  claimed: 'being emailed',
  sent: undefined,
  bounced: 'came back (see your emails)',
  refused: 'refused by the mail service',
  'not-wanted': 'not emailed, because delivery is no longer by email',
  'to-hand-over': 'ready for you to hand over',
  'nothing-new': 'not emailed, because nothing was new',
};

const letterWords: Record<LetterState, string> = {
  waiting: 'waits to be emailed',
  sent: 'emailed',
  delivered: 'delivered',
  bounced: 'came back (see your emails)',
  refused: 'refused by the mail service (see your emails)',
  unknown: 'not known yet; the answer can take fifteen minutes',
  'handed-over': 'handed over',
};

const obstacleWords: Record<Exclude<CampaignReport['gate']['waitingFor'][number], 'threshold'>, string> = {
  time: 'its publication time',
  hold: 'the end of the hold (`campaign resume`)',
  quotes: 'the approval of all quotes (in release.md)',
  delivery: 'the delivery of the letter (`campaign delivered`)',
  import: 'the end of an import (run it again)',
  asking: 'emails to signers about the changed letter (run `campaign apply` again)',
};

function reportText(
  report: CampaignReport,
  { timeZone, signatories }: Settings,
  missing: ReturnType<typeof missingCounts>,
): string {
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
      ? [`  people          ${of(counts.individuals, threshold.individuals)}`]
      : []),
    `  unconfirmed     ${waiting.unconfirmed}`,
    `  for review      ${waiting.review}`,
    `  duplicates      ${waiting.duplicates}`,
    ...(waiting.asked === undefined ? [] : [`  asked again     ${waiting.asked}`]),
    ...heldLine(waiting),
    ...(report.letter
      ? [`  letter          ${letterWords[report.letter.state]}, ${local(report.letter.at)}`]
      : []),
    ...stopLine(report, local),
    ...supplementLine(report, local),
    ...sourceLine(report),
  ];
  const lower = Object.entries(report.atNotBefore ?? {})
    .map(([kind, count]) => `${count} ${kind === 'individuals' ? 'people' : kind}`)
    .join(' and ');
  if (gate.waitingFor.length === 0) return lines.join('\n');
  const waits = gate.waitingFor.map((obstacle) => {
    if (obstacle === 'threshold') return missingText(missing);
    return obstacle === 'time' && gate.opensAt
      ? `${obstacleWords.time}, ${local(gate.opensAt)}${lower ? `, when ${lower} are enough` : ''}`
      : obstacleWords[obstacle];
  });
  return [...lines, `  waits for       ${waits.join('; ')}`].join('\n');
}

function heldLine({ heldMails = 0 }: CampaignReport['waiting']): string[] {
  if (heldMails === 0) return [];
  const which = heldMails === 1 ? '1 email waits' : `${heldMails} emails wait`;
  return [
    `  until tomorrow  ${which}: the mailbox has had five emails today, or two for one network`,
    '                  (`campaign resend` sends it now if there were fewer than five)',
  ];
}

function stopLine({ slug, confirmations }: CampaignReport, local: (instant: string) => string): string[] {
  if (!confirmations) return [];
  const { stoppedUntil, stoppedNetworks } = confirmations;
  const which = stoppedUntil
    ? `stopped until ${local(stoppedUntil)}`
    : `stopped for ${stoppedNetworks === 1 ? '1 network' : `${stoppedNetworks} networks`}`;
  return [`  confirmations   ${which}: too many came back (\`campaign resume-mail ${slug}\`)`];
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

/** The links that brought most signatures. `--json` and the console have all of them. */
function sourceLine({ sources = [] }: CampaignReport): string[] {
  const shown = sources
    .slice(0, 5)
    .map(({ source, counted }) => `${source === otherSources ? 'others' : source} ${counted}`);
  if (shown.length === 0) return [];
  return [
    `  came by         ${shown.join(', ')}${sources.length > 5 ? `, and ${sources.length - 5} more` : ''}`,
  ];
}
