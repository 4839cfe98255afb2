import { aws_cloudwatch as cloudwatch, Duration, aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackFunction } from './function.ts';

/**
 * Counts the lines that contain a phrase in the logs of these functions. Log lines contain nothing that people typed.
 * A minute in which a function ran and wrote no such line counts as 0, since Lambda writes a line for each run. Without
 * that value, an alarm would look for older lines: docs/decisions/0065-when-an-alarm-ends.md.
 */
export function countOfLogLines(
  scope: Construct,
  message: string,
  ...[first, ...others]: [StackFunction, ...StackFunction[]]
): cloudwatch.Metric {
  const metricName = message.replaceAll(' ', '-');
  const metricNamespace = ownNamespace(first);
  for (const { logGroup, handler } of [first, ...others])
    new logs.MetricFilter(scope, `Logged ${message} by ${handler.node.id}`, {
      logGroup,
      filterPattern: logs.FilterPattern.allTerms(message),
      metricNamespace,
      metricName,
      metricValue: '1',
      defaultValue: 0,
    });
  return new cloudwatch.Metric({
    namespace: metricNamespace,
    metricName,
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}

const ownNamespace = ({ handler }: StackFunction): string => `Undersigned/${handler.stack.stackName}`;

/** Milliseconds from the opening of a gate until the release is readable, for each publication. */
export function timeToPublish(scope: Construct, publish: StackFunction): cloudwatch.Metric {
  const metricName = 'opened-to-published';
  const metricNamespace = ownNamespace(publish);
  new logs.MetricFilter(scope, 'Time to publish', {
    logGroup: publish.logGroup,
    filterPattern: logs.FilterPattern.exists('$.openedToPublishedMilliseconds'),
    metricNamespace,
    metricName,
    metricValue: '$.openedToPublishedMilliseconds',
  });
  return new cloudwatch.Metric({
    namespace: metricNamespace,
    metricName,
    statistic: 'Maximum',
    period: Duration.minutes(5),
  });
}
