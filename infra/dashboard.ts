import { Aws, aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { MonitoredResources } from './alarm-definitions.ts';
import { timeToPublish } from './log-metrics.ts';
import type { Stage } from './stage/stage.ts';

const halfWidth = 12;

/**
 * One page with the state of the stage: its alarms at the top, then what people notice first (requests, emails,
 * counting, publishing). Each account has three dashboards free of charge.
 */
export class Dashboard extends Construct {
  /** Its address in the console. Its name is generated. */
  readonly url: string;

  constructor(scope: Construct, id: string, { stage: { runbookUrl }, alarms, monitored }: DashboardProps) {
    super(scope, id);
    const { api, mail, confirmations, site, tally, dispatch, publish } = monitored;
    const graph = (title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget =>
      new cloudwatch.GraphWidget({ title, left, width: halfWidth });
    const perMinute = { period: Duration.minutes(1), statistic: 'Maximum' };
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    this.url = `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${dashboard.dashboardName}`;
    dashboard.addWidgets(new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 6 }));
    if (runbookUrl !== undefined)
      dashboard.addWidgets(
        new cloudwatch.TextWidget({
          markdown: `[What to do when an alarm rings](${runbookUrl})`,
          width: 24,
          height: 1,
        }),
      );
    dashboard.addWidgets(
      graph('Requests of the API, and those that failed', [
        api.stage.metricCount({ statistic: 'Sum' }),
        api.stage.metricServerError({ statistic: 'Sum' }),
      ]),
      graph('Age of the oldest mail and page task (seconds)', [
        mail.queue.metricApproximateAgeOfOldestMessage(),
        confirmations.queue.metricApproximateAgeOfOldestMessage(),
        site.queue.metricApproximateAgeOfOldestMessage(),
      ]),
    );
    dashboard.addWidgets(
      graph('How far counting and dispatching are behind (milliseconds)', [
        tally.handler.metric('IteratorAge', perMinute),
        dispatch.handler.metric('IteratorAge', perMinute),
      ]),
      graph('From the opened gate to the published release (milliseconds)', [timeToPublish(this, publish)]),
    );
  }
}

interface DashboardProps {
  stage: Stage;
  alarms: cloudwatch.IAlarm[];
  monitored: MonitoredResources;
}
