import { aws_cloudwatch as cloudwatch, Duration, type aws_dynamodb as dynamodb } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { StackFunction } from './function.ts';
import { countOfLogLines } from './log-metrics.ts';
import type { WorkQueue } from './queues.ts';

/** The resources whose metrics and logs the alarms read. */
export interface MonitoredResources {
  table: dynamodb.Table | dynamodb.ITable;
  api: Api;
  mail: WorkQueue;
  confirmations: WorkQueue;
  site: WorkQueue;
  events: WorkQueue;
  tally: StackFunction;
  dispatch: StackFunction;
  publish: StackFunction;
  sweep: StackFunction;
  sendMail: StackFunction;
  recordMailEvent: StackFunction;
  sendEvents: StackFunction;
  /** Functions of API and console that report items that cannot be read. */
  reporting: StackFunction[];
}

export interface AlarmDefinition {
  /** Also the heading in docs/runbook.md. */
  name: string;
  /** What the alarm means for people, so that the operator knows why it matters. */
  meaning: string;
  metric: cloudwatch.IMetric;
  /** The alarm goes off above this value … */
  above?: number;
  /** … or below this one. If there is no data, it also goes off. */
  below?: number;
  /** How many of the last periods CloudWatch looks at. The default is one. */
  periods?: number;
  /** In how many of them the value must be above or below. The default is all of them. */
  breaches?: number;
  /** Whether the alarm stays as it is while there is no data, since CloudWatch then knows nothing of what it tells. */
  staysWithoutData?: true;
  /** One occurrence, whose cure no metric shows. When the alarm ends, nobody is told. */
  isOccurrence?: true;
}

const fiveMinutes = Duration.minutes(5);

/**
 * For lines of a function that fails with what it takes from a queue. SQS leaves a message that was received three times
 * out of the age of the oldest one
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html), so
 * the alarms of ages tell only of what is not received. A task is received again after six minutes at most. So a task
 * that fails has lines in three of five periods, also while the last one has only begun.
 */
const keepsFailing = { above: 0, periods: 5, breaches: 3 };

const minuteInMilliseconds = 60_000;

/**
 * Requests to the API in five minutes, 200 a second. A signer makes three: a launch reaches it when a million people
 * sign within four hours. A flood at the full rate of one route makes ten times as many. One below it costs some five
 * dollars an hour at most, and a budget tells of it within a day.
 */
const floodRequests = 60_000;

/**
 * One alarm for each condition that does not end without help. Where a log line is counted, the function that writes it
 * says how long something must last; its words lead there.
 */
export function alarmDefinitions(scope: Construct, monitored: MonitoredResources): AlarmDefinition[] {
  const { tally, dispatch, publish, sweep, sendMail, recordMailEvent, sendEvents } = monitored;
  const { mail, confirmations, site, events } = monitored;
  return [
    {
      name: 'counting-late',
      meaning: 'People have confirmed and are not counted yet: a letter may be published late.',
      metric: tally.handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      above: minuteInMilliseconds,
      periods: 5,
    },
    {
      name: 'dispatching-late',
      meaning: 'People have signed and do not get the mail with their link.',
      metric: dispatch.handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      above: minuteInMilliseconds,
      periods: 5,
    },
    {
      name: 'mail-late',
      meaning: 'Mails have waited for a quarter of an hour: people think that their signature is lost.',
      metric: mail.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      above: 900,
    },
    {
      name: 'mail-failing',
      meaning:
        'Mails, or confirmations, have failed again and again for a quarter of an hour: people sign and wait for the mail with their link.',
      metric: new cloudwatch.MathExpression({
        label: 'Mails that failed, runs that ended before they could log why, and runs that Lambda refused',
        // A throttled function has no errors and writes no lines, so those two then have no data.
        expression: 'FILL(failed, 0) + FILL(errors, 0) + FILL(throttles, 0)',
        usingMetrics: {
          failed: countOfLogLines(scope, 'mail task failed', sendMail),
          errors: sendMail.handler.metricErrors({ period: fiveMinutes }),
          throttles: sendMail.handler.metricThrottles({ period: fiveMinutes }),
        },
        period: fiveMinutes,
      }),
      ...keepsFailing,
    },
    {
      name: 'mail-paused',
      meaning:
        'Some mail has waited for half an hour: SES takes none for now, or a message of the organizers waits until other mail leaves room in the quota of the day.',
      metric: mail.queue.metricApproximateNumberOfMessagesDelayed({
        statistic: 'Minimum',
        period: fiveMinutes,
      }),
      above: 0,
      periods: 6,
    },
    {
      name: 'confirmations-late',
      meaning:
        'Confirmations have waited for a quarter of an hour: people sign and cannot confirm. Other mail goes out.',
      metric: confirmations.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      above: 900,
    },
    {
      name: 'confirmations-paused',
      meaning:
        'No confirmations go out for now, most likely because the mails of the day that they may use are used up: people sign and cannot confirm.',
      metric: confirmations.queue.metricApproximateNumberOfMessagesDelayed({
        statistic: 'Minimum',
        period: fiveMinutes,
      }),
      above: 0,
      periods: 6,
    },
    {
      name: 'confirmations-given-up',
      meaning: 'Somebody waits for a confirmation that will not be sent without help.',
      metric: confirmations.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
      staysWithoutData: true,
    },
    {
      name: 'mail-not-taken',
      meaning:
        'SES has not taken some mail for more than a minute, because of the account, its settings or an outage. What it does not take waits; nothing is lost.',
      metric: countOfLogLines(scope, 'mail service takes no mail', sendMail),
      above: 0,
      // In the end a mail is tried every fifteen minutes.
      periods: 4,
      breaches: 1,
    },
    {
      name: 'mail-given-up',
      meaning: 'Somebody waits for a mail that will not be sent without help.',
      metric: mail.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
      staysWithoutData: true,
    },
    {
      name: 'pages-given-up',
      meaning: 'A letter, a release or a number on the site is wrong or out of date.',
      metric: site.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
      staysWithoutData: true,
    },
    {
      name: 'pages-late',
      meaning:
        'A change has waited for half an hour to be written to the site: a name that was withdrawn, or a letter that was taken down, can still be read.',
      metric: site.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      // Publishing a million names takes a quarter of an hour.
      above: 1800,
    },
    {
      name: 'events-late',
      meaning:
        'A chat or another program that follows a campaign has not been told for a quarter of an hour. Mails and pages go on.',
      metric: events.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      above: 900,
    },
    {
      name: 'events-failing',
      meaning:
        'The event bus has refused events for a quarter of an hour: a chat or another program that follows a campaign is not told. Mails and pages go on.',
      metric: countOfLogLines(scope, 'event not taken', sendEvents),
      ...keepsFailing,
    },
    {
      name: 'events-given-up',
      meaning:
        'A chat or another program that follows a campaign was not told of something. Mails and pages go on.',
      metric: events.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      above: 0,
      staysWithoutData: true,
    },
    {
      name: 'mail-event-lost',
      meaning:
        'SES reported of a mail, and it was not recorded in three attempts: a bounced letter may stay unnoticed.',
      metric: recordMailEvent.handler.metric('AsyncEventsDropped', { statistic: 'Sum', period: fiveMinutes }),
      above: 0,
      isOccurrence: true,
    },
    {
      name: 'publish-failing',
      meaning: 'Pages are not being written: they are out of date, or a letter does not appear.',
      metric: publish.handler.metricErrors({ period: fiveMinutes }),
      above: 0,
      // A run that is killed by its timeout takes fifteen minutes, and one campaign has one run at a time.
      periods: 12,
      breaches: 3,
    },
    {
      name: 'pages-failing',
      meaning:
        'The pages of a campaign could not be written three times: what people see is out of date, or a letter does not appear.',
      metric: countOfLogLines(scope, 'site job keeps failing', publish),
      above: 0,
      // A run that is killed by its timeout takes fifteen minutes.
      periods: 4,
      breaches: 1,
    },
    {
      name: 'item-unreadable',
      meaning:
        'A record of the table cannot be read and is left out: if it is a signature, it is on no list and in no headline.',
      metric: countOfLogLines(
        scope,
        'unreadable item',
        sweep,
        publish,
        sendMail,
        tally,
        ...monitored.reporting,
      ),
      above: 0,
      isOccurrence: true,
    },
    {
      name: 'campaign-not-swept',
      meaning:
        'One campaign cannot be read or worked on: its letter does not open by time, and whoever signs it may get no mail. Other campaigns go on.',
      metric: countOfLogLines(scope, 'not swept', sweep),
      above: 2,
    },
    {
      name: 'counts-waiting',
      meaning: 'Signatures were not counted when they were confirmed, and only the sweep found them.',
      metric: countOfLogLines(scope, 'counts were waiting', sweep),
      above: 0,
      // `tally` may be late once, after a deployment or an error that it repeats.
      periods: 3,
    },
    {
      name: 'mails-waiting',
      meaning:
        'Mails were not queued when they became due, and only the sweep found them: people get their link late, and other programs may not be told of anything.',
      metric: countOfLogLines(scope, 'mails were waiting', sweep),
      above: 0,
      // One such line may follow a short outage of a queue. A small campaign has a mail every hour or so.
      periods: 24,
      breaches: 3,
    },
    {
      name: 'publishing-late',
      meaning: 'A gate opened ten minutes ago, and the letter is still not published.',
      metric: countOfLogLines(scope, 'publishing late', sweep),
      above: 0,
    },
    {
      name: 'recount-short',
      meaning:
        'A letter was about to be published, and a recount found fewer signatures. The campaign goes on collecting.',
      metric: countOfLogLines(scope, 'recount short', publish),
      above: 0,
      isOccurrence: true,
    },
    {
      name: 'count-differs',
      meaning: 'The number on the site is not the number of those who signed.',
      metric: countOfLogLines(scope, 'count differs', sweep),
      above: 0,
      // A sweep that reads between two writes writes such a line once or twice.
      periods: 3,
    },
    {
      name: 'sweep-stopped',
      meaning: 'No gate opens by time, and nothing that failed is tried again.',
      metric: new cloudwatch.MathExpression({
        label: 'Sweeps that succeeded',
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
      name: 'site-down',
      meaning: 'The site does not answer: nobody can read a letter or sign, and links in mails do not work.',
      metric: countOfLogLines(scope, 'site does not answer', sweep),
      above: 0,
      // The site is asked once in each period.
      periods: 3,
      breaches: 2,
    },
    {
      name: 'api-failing',
      meaning: 'People who sign, confirm or withdraw get an error page.',
      metric: monitored.api.stage.metricServerError({ statistic: 'Sum', period: fiveMinutes }),
      above: 0,
      // A small campaign has a request every hour or so. One error alone may be a moment's.
      periods: 24,
      breaches: 2,
    },
    {
      name: 'requests-flood',
      meaning:
        'So many requests reach the API that it is most likely a flood: each costs money, and it may keep people from signing.',
      metric: monitored.api.stage.metricCount({ statistic: 'Sum', period: fiveMinutes }),
      above: floodRequests,
      periods: 2,
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
      meaning: 'The table gets more writes than it allows: people who sign wait, or get an error page.',
      metric: monitored.table.metric('WriteThrottleEvents', { statistic: 'Sum', period: fiveMinutes }),
      above: 10,
    },
    {
      name: 'bounces',
      meaning: 'So many mails bounce that AWS may stop all mail of this account: nobody could confirm.',
      metric: reputation('BounceRate'),
      // SES begins its review at 5 %.
      above: 0.03,
      staysWithoutData: true,
    },
    {
      name: 'complaints',
      meaning:
        'So many people mark the mails as spam that AWS may stop all mail of this account: nobody could confirm.',
      metric: reputation('ComplaintRate'),
      // SES begins its review at 0.1 %.
      above: 0.0008,
      staysWithoutData: true,
    },
  ];
}

/** SES judges the account as a whole, so this is the account's rate. */
const reputation = (rate: 'BounceRate' | 'ComplaintRate'): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
