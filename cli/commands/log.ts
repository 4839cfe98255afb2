import { actorName, eventName } from '../../shared/console/log-words.ts';
import { nameOf } from '../../shared/console/sign-on-entry.ts';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import { flatEvent, type LoggedEvent, readLog, signOnsOf } from '../../shared/operations/reporting/log.ts';
import { readGate } from '../../shared/table/gate.ts';
import { readSettings } from '../../shared/table/settings.ts';
import { readSignOns } from '../../shared/table/sign-ons.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { readFirst } from '../first-option.ts';
import { tableText } from '../table-text.ts';
import { minuteText } from '../time-text.ts';

export const log: Command = {
  name: 'log',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--first N]',
  summary: 'list who did what, the newest first',
  options: { first: { type: 'string' } },
  run: showLog,
};

/** How many are shown unless `--first` says otherwise. */
const firstEvents = 50;

async function showLog(invocation: Invocation): Promise<CommandResult> {
  const limit = readFirst(invocation.options.first) ?? firstEvents;
  const target = await connectToCampaign(invocation);
  const { slug, store, now } = target;
  if (!(await readGate(store, slug))) throw await campaignNotFound(target);
  const { events, next } = await readLog(store, { slug, limit });
  const t = consoleTexts('en');
  const ids = new Set(events.flatMap(({ event }) => signOnsOf(event)));
  const signOns = await readSignOns(store, { slug, ids, now });
  const names = new Map(signOns.map((signOn) => [signOn.id, nameOf(signOn, t)]));
  const timeZone = (await readSettings(store, slug))?.settings.timeZone ?? 'UTC';
  const older = next ? `\n\nOlder ones: campaign log ${slug} --first ${limit * 4}` : '';
  return {
    text: events.length === 0 ? t.log.none : `${logText(events, names, timeZone)}${older}`,
    json: { slug, events: events.map(flatEvent), next: next ?? null },
  };
}

function logText(events: LoggedEvent[], names: ReadonlyMap<string, string>, timeZone: string): string {
  const t = consoleTexts('en');
  return tableText(
    ['TIME', 'WHAT', 'BY'],
    events.map(({ at, actor, event }) => ({
      cells: [minuteText(at, timeZone), eventName(event.type, t), actorName(actor, t)],
      notes: signOnsOf(event).map((id) => aboutText(id, names)),
    })),
    36,
  );
}

/** A sign-on that was erased or has expired has no name. */
const aboutText = (id: string, names: ReadonlyMap<string, string>): string =>
  `${id.slice(0, 8)} ${names.get(id) ?? ''}`.trimEnd();
