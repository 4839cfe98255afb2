import type { MailContent } from '../../aws/mailer.ts';
import { type Gate, gateObstacles, gateOpensAt, type Obstacle } from '../../campaign/gate.ts';
import type { Settings } from '../../campaign/settings.ts';
import { embargoTime, longTime } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { type ReleaseMailData, releaseMail } from './release.tsx';

/**
 * The release before its time. The embargo is the banner, the numbers are those of `now`, and a paragraph says what
 * publication still needs at the end of the embargo.
 */
export function embargoMail({
  gate,
  now,
  ...data
}: ReleaseMailData & {
  /** Its `notBefore` is the end of the embargo. */
  gate: Gate;
  now: Date;
}): MailContent {
  const { language, timeZone } = data.settings;
  const t = texts(language).mails.embargo;
  const time = embargoTime(language, timeZone, gate.notBefore);
  const needs = needsOf(gate, data.settings);
  return releaseMail({
    ...data,
    release: { ...data.release, banner: t.line(time) },
    subject: (headline) => t.subject(time, headline),
    ending: [
      t.asOf(longTime(language, timeZone, now.toISOString())),
      needs === undefined ? t.final : t.notCertain(needs),
      t.links,
    ],
  });
}

/** What would still keep the gate shut at the end of the embargo if nothing changed, as a list in words. */
function needsOf(gate: Gate, { language, timeZone }: Settings): string | undefined {
  const { obstacles } = texts(language).mails.embargo;
  const end = new Date(gate.notBefore);
  const at = gateOpensAt(gate, end)?.toISOString() ?? gate.notBefore;
  const wordsFor = (obstacle: Obstacle): string => {
    switch (obstacle) {
      case 'threshold':
      case 'delivery':
        return obstacles[obstacle];
      case 'time':
        return obstacles.time(longTime(language, timeZone, at));
      case 'hold':
      case 'quotes':
      case 'import':
      case 'asking':
        return obstacles.approval;
    }
  };
  const needs = [...new Set(gateObstacles(gate, end).map(wordsFor))];
  return needs.length === 0
    ? undefined
    : new Intl.ListFormat(language, { type: 'conjunction' }).format(needs);
}
