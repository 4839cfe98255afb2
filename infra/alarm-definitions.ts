import {
  aws_cloudwatch as cloudwatch,
  Duration,
  type aws_dynamodb as dynamodb,
  aws_logs as logs,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { OwnFunction } from './function.ts';
import type { WorkQueue } from './queues.ts';

/** What the alarms look at. */
export interface Watched {
  table: dynamodb.Table;
  api: Api;
  mail: WorkQueue;
  site: WorkQueue;
  tally: OwnFunction;
  dispatch: OwnFunction;
  publish: OwnFunction;
  sweep: OwnFunction;
}

export interface AlarmNeeds {
  /** Also the heading in docs/runbook.md. */
  name: string;
  /** What it means for people: whoever is woken must know why. */
  meaning: string;
  metric: cloudwatch.IMetric;
  /** Rings above this … */
  above?: number;
  /** … or below this, and then for silence, too. */
  below?: number;
  /** Of the metric's own length, one after the other; one unless said otherwise. */
  periods?: number;
}

const fiveMinutes = Duration.minutes(5);

/** Few enough to be read, each for something that the system does not cure by itself. */
export function alarmsWorthHaving(scope: Construct, watched: Watched): AlarmNeeds[] {
  const { tally, dispatch, publish, sweep, mail, site } = watched;
  return [
    {
      name: 'counting-late',
      meaning: 'People have confirmed, and the number does not move: a letter may publish late.',
      metric: tally.handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      above: 60_000,
      periods: 5,
    },
    {
      name: 'dispatching-late',
      meaning: 'People have signed and wait in vain for the mail with their link.',
      metric: dispatch.handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      above: 60_000,
      periods: 5,
    },
    {
      name: 'mail-late',
      meaning: 'Mails have waited for a quarter of an hour: people think that their signature is lost.',
      metric: mail.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      above: 900,
    },
    {
      name: 'mail-paused',
      meaning: 'SES takes no more mail for now, most likely until tomorrow: people sign and cannot confirm.',
      metric: mail.queue.metricApproximateNumberOfMessagesDelayed({
        statistic: 'Minimum',
        period: fiveMinutes,
      }),
      above: 0,
      periods: 6,
    },
    {
      name: 'mail-given-up',
      meaning: 'Somebody is owed a mail that will not come by itself.',
      metric: mail.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
    },
    {
      name: 'pages-given-up',
      meaning: 'A letter, a release or a number on the site is not what it should be.',
      metric: site.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
    },
    {
      name: 'publish-failing',
      meaning: 'The pages are not being written: what people read grows old, or a letter does not appear.',
      metric: publish.handler.metricErrors({ period: fiveMinutes }),
      above: 2,
    },
    {
      name: 'publishing-late',
      meaning: 'A gate has opened, and ten minutes later the letter is still not out.',
      metric: logged(scope, sweep, 'publishing late'),
      above: 0,
    },
    {
      name: 'recount-short',
      meaning: 'A letter was about to publish with a number that a recount did not find; it collects on.',
      metric: logged(scope, publish, 'recount short'),
      above: 0,
    },
    {
      name: 'count-differs',
      meaning: 'The number that people see is not the number of those who signed.',
      metric: logged(scope, sweep, 'count differs'),
      above: 0,
      // Once or twice may be a sweep that read between two writes.
      periods: 3,
    },
    {
      name: 'sweep-stopped',
      meaning: 'No letter opens by time, and nothing that was left undone is taken up again.',
      metric: new cloudwatch.MathExpression({
        label: 'Sweeps that ended well',
        expression: 'invocations - errors',
        usingMetrics: {
          invocations: sweep.handler.metricInvocations({ period: fiveMinutes }),
          errors: sweep.handler.metricErrors({ period: fiveMinutes }),
        },
        period: fiveMinutes,
      }),
      below: 1,
      periods: 2,
    },
    {
      name: 'api-failing',
      meaning: 'People who sign, confirm or withdraw get an error page.',
      metric: watched.api.stage.metricServerError({ statistic: 'Sum', period: fiveMinutes }),
      above: 5,
    },
    {
      name: 'too-few-functions',
      meaning: 'The account runs as many functions at once as it may: people get errors, and counting waits.',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: fiveMinutes,
      }),
      above: 10,
    },
    {
      name: 'table-throttled',
      meaning: 'The table is asked for more than it gives: people who sign wait, or get an error page.',
      metric: watched.table.metric('WriteThrottleEvents', { statistic: 'Sum', period: fiveMinutes }),
      above: 10,
    },
    {
      name: 'bounces',
      meaning: 'So many mails come back that AWS may stop all mail of this account: nobody could confirm.',
      metric: reputation('BounceRate'),
      above: 0.05,
    },
    {
      name: 'complaints',
      meaning:
        'So many call the mails spam that AWS may stop all mail of this account: nobody could confirm.',
      metric: reputation('ComplaintRate'),
      above: 0.001,
    },
  ];
}

/** SES judges the account as a whole, and so does this. */
const reputation = (rate: 'BounceRate' | 'ComplaintRate'): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    statistic: 'Maximum',
    period: Duration.hours(1),
  });

/** Counts log lines of a function with this phrase, however they are wrapped; lines hold nothing that people typed. */
function logged(scope: Construct, { logGroup, handler }: OwnFunction, message: string): cloudwatch.Metric {
  const name = message.replaceAll(' ', '-');
  const filter = new logs.MetricFilter(scope, `Logged ${message}`, {
    logGroup,
    filterPattern: logs.FilterPattern.allTerms(message),
    metricNamespace: `Undersigned/${handler.stack.stackName}`,
    metricName: name,
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: fiveMinutes });
}
