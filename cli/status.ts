import { type CampaignReport, readCampaignStatus } from '../shared/store/campaign-status.ts';
import { readPressOutcomes } from '../shared/store/press-outcomes.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { pressLines } from './press-text.ts';
import { noSuchCampaign } from './refusal.ts';

export const status: Command = {
  usage: 'status <slug>',
  summary: 'how far a campaign is, and what it waits for',
  run: runStatus,
};

async function runStatus(invocation: Invocation): Promise<Answer> {
  const { slug, store, now } = await connectTo(invocation);
  const report = await readCampaignStatus(store, { slug, now });
  if (!report) throw noSuchCampaign(slug);
  const press = pressLines(await readPressOutcomes(store, slug));
  return { text: [reportText(report), ...press].join('\n'), json: report };
}

const statusWords: Record<CampaignReport['status'], string> = {
  scheduled: 'signing has not opened yet',
  collecting: 'collecting signatures',
  publishing: 'being published',
  published: 'published',
  closed: 'closed without publication',
  'taken-down': 'taken down',
};

const obstacleWords: Record<CampaignReport['gate']['waitingFor'][number], string> = {
  threshold: 'more signatures',
  time: 'its time',
  hold: 'the end of the hold (`campaign resume`)',
  quotes: 'quotes to be approved (release.md)',
  delivery: 'the letter to be handed over',
  import: 'the end of an import (run it again)',
};

function reportText(report: CampaignReport): string {
  const { slug, counts, threshold, waiting, gate, publishedAt } = report;
  const of = (count: number, needed: number | null) =>
    needed === null ? `${count}` : `${count} of ${needed}`;
  const signing = report.open ? 'open' : report.paused ? 'paused' : 'closed';
  const lines = [
    `${slug}: ${statusWords[report.status]}${publishedAt ? ` on ${publishedAt}` : ''}`,
    `  signing         ${signing}`,
    `  organizations   ${of(counts.organizations, threshold.organizations)}`,
    `  individuals     ${of(counts.individuals, threshold.individuals)}`,
    `  unconfirmed     ${waiting.unconfirmed}`,
    `  for review      ${waiting.review}`,
    `  duplicates      ${waiting.duplicates}`,
  ];
  if (gate.waitingFor.length === 0) return lines.join('\n');
  const waits = gate.waitingFor.map((obstacle) =>
    obstacle === 'time' ? `${obstacleWords.time}, ${gate.opensAt}` : obstacleWords[obstacle],
  );
  return [...lines, `  waits for       ${waits.join('; ')}`].join('\n');
}
