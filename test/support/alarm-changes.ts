import * as z from 'zod';
import { resourcesOf, type Template } from '../../infra/template.ts';

const alarmSchema = z.object({
  AlarmName: z.string(),
  ComparisonOperator: z.literal('GreaterThanThreshold'),
  Threshold: z.literal(0),
  Period: z.number().optional(),
  /** Of a sum of metrics, which counts lines, too. */
  Metrics: z.array(z.looseObject({ MetricStat: z.object({ Period: z.number() }).optional() })).default([]),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number(),
  TreatMissingData: z.literal('notBreaching'),
});

interface CountedLines {
  /** Instants of the log lines that the alarm counts, in epoch milliseconds. */
  lines: readonly number[];
  from: number;
  until: number;
  /**
   * Periods before the evaluation periods in which CloudWatch also looks for data points if some are missing.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
   */
  morePeriods: number;
}

/** The state of an alarm of log lines each time it changes, as CloudWatch finds it each minute. */
export function alarmChanges(
  template: Template,
  name: string,
  { lines, from, until, morePeriods }: CountedLines,
): { at: number; state: 'ALARM' | 'OK' }[] {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm', z.looseObject({ AlarmName: z.string() }));
  const alarm = alarmSchema.parse(alarms.find(([, { AlarmName }]) => AlarmName.endsWith(`-${name}`))?.[1]);
  const seconds = alarm.Period ?? alarm.Metrics.find(({ MetricStat }) => MetricStat)?.MetricStat?.Period;
  if (seconds === undefined) throw new Error(`${name} has no period.`);
  const period = seconds * 1000;
  const periodOf = (at: number): number => Math.floor(at / period);
  const changes: { at: number; state: 'ALARM' | 'OK' }[] = [];
  let before = 'OK';
  for (let at = from; at <= until; at += 60_000) {
    const first = periodOf(at) - alarm.EvaluationPeriods - morePeriods + 1;
    const breaching = new Set(lines.filter((line) => line <= at).map(periodOf));
    const found = [...breaching].filter((each) => each >= first).length;
    const state = found >= alarm.DatapointsToAlarm ? 'ALARM' : 'OK';
    if (state !== before) changes.push({ at, state });
    before = state;
  }
  return changes;
}
