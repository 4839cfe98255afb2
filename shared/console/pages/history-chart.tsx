import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { number } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { withColon } from '../../i18n/texts.ts';
import type { HistoryPoint } from '../../operations/counting/history.ts';

const width = 600;
const height = 160;
const hour = 3_600_000;
/** Up to this many hours, the chart has a point for each hour. Above it, a point for each day. */
const maxHourly = 72;
const maxRows = 60;

interface ChartProps {
  language: Language;
  points: readonly HistoryPoint[];
  needed: number | null;
  kind: 'organizations' | 'individuals';
  time: (instant: string) => string;
}

/** How a count grew: a line that is drawn on the server, with the threshold, and the numbers as a table. */
export function HistoryChart({ language, points, needed, kind, time }: ChartProps): VNode {
  const t = consoleTexts(language).overview;
  const shown = byDay(points);
  const [first] = shown;
  const last = shown.at(-1);
  const top = Math.max(needed ?? 0, 1, ...shown.map((point) => point[kind]));
  const begin = Date.parse(first?.at ?? '') - hour;
  // The last count stays to the edge, so that a campaign of one hour is not an empty picture.
  const end = Date.parse(last?.at ?? '');
  const span = Math.max(2 * hour, (end - begin) * 1.04);
  const x = (at: string): number => Math.round(((Date.parse(at) - begin) / span) * width);
  const y = (count: number): number => Math.round(height - (count / top) * (height - 6)) - 2;
  const steps = shown.map((point) => `H${x(point.at)} V${y(point[kind])}`).join(' ');
  return (
    <figure class="chart">
      <figcaption>
        <strong>{t.kinds[kind]}</strong>
        {needed !== null && <span class="quiet"> {t.needed(needed)}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${withColon(language, t.kinds[kind])} ${t.chart}`}
        preserveAspectRatio="none"
      >
        {needed !== null && <line class="goal" x1="0" x2={width} y1={y(needed)} y2={y(needed)} />}
        <path class="line" d={`M0 ${y(0)} ${steps} H${width}`} />
      </svg>
      <details>
        <summary>{t.historyTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.kinds[kind]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(-maxRows).map((point) => (
              <tr>
                <td>{time(point.at)}</td>
                <td>{number(language, point[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The last point of each day, if there are more hours than a line can show. */
function byDay(points: readonly HistoryPoint[]): HistoryPoint[] {
  if (points.length <= maxHourly) return [...points];
  return [...new Map(points.map((point) => [point.at.slice(0, 10), point])).values()];
}
