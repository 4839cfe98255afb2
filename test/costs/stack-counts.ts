import * as z from 'zod';
import { resourcesOf, type Template } from '../../infra/template.ts';

const alarmSchema = z.object({
  Metrics: z.array(z.looseObject({ MetricStat: z.unknown().optional() })).default([]),
});
const filterSchema = z.object({ MetricTransformations: z.array(z.object({ MetricName: z.string() })) });

/** What of a stage costs by the month, whether anything happens or not. */
export interface StackCounts {
  alarmMetrics: number;
  ownMetrics: number;
  secrets: number;
}

export function stackCounts(template: Template): StackCounts {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm', alarmSchema);
  const filters = resourcesOf(template, 'AWS::Logs::MetricFilter', filterSchema);
  return {
    // An alarm on an expression pays for each metric in it.
    alarmMetrics: alarms.reduce(
      (sum, [, { Metrics }]) =>
        sum + Math.max(1, Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length),
      0,
    ),
    ownMetrics: new Set(
      filters.flatMap(([, filter]) => filter.MetricTransformations.map(({ MetricName }) => MetricName)),
    ).size,
    secrets: resourcesOf(template, 'AWS::SecretsManager::Secret', z.unknown()).length,
  };
}
