import { Duration, aws_events as events, aws_ses as ses, aws_events_targets as targets } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { newFunction, type OwnFunction, onTable, readsSecrets } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Table } from './table.ts';

const { fromPath } = events.EventField;

/** SES's events by what they mean here. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const happenings = [
  {
    what: 'bounced',
    detailType: 'Email Bounced',
    // A full mailbox, say, is not for good.
    detail: { bounce: { bounceType: ['Permanent'] } },
    at: '$.detail.bounce.timestamp',
  },
  {
    what: 'complained',
    detailType: 'Email Complaint Received',
    detail: {},
    at: '$.detail.complaint.timestamp',
  },
] as const;

const lost =
  'What is lost is a note beside a signer; SES itself sends nothing more to an address that bounced.';

/**
 * What comes back from mailboxes. SES's events hold addresses: the rules pass on only whose mail it was, from the tags
 * that it was sent with. Deliveries are not asked for: a write for each would cost more than it tells.
 */
export class ReturnedMail extends Construct {
  readonly recordMailEvent: OwnFunction;

  constructor(
    scope: Construct,
    id: string,
    { deployment, table, secrets, configurationSet }: ReturnedMailProps,
  ) {
    super(scope, id);
    this.recordMailEvent = newFunction(this, deployment, {
      name: 'record-mail-event',
      description: 'Writes bounces and complaints beside the signer or journalist.',
      timeout: Duration.seconds(30),
      memory: 256,
      environment: {
        TABLE_NAME: table.table.tableName,
        ADDRESS_KEY_SECRET: secrets.addressKey.name,
      },
      code: [onTable(table.table, 'GetItem', 'UpdateItem'), readsSecrets(secrets.addressKey)],
      whenItFails: lost,
    });
    configurationSet.addEventDestination('Returned', {
      destination: ses.EventDestination.eventBus(
        events.EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      ),
      events: [ses.EmailSendingEvent.BOUNCE, ses.EmailSendingEvent.COMPLAINT],
    });
    for (const { what, detailType, detail, at } of happenings) {
      const rule = new events.Rule(this, what === 'bounced' ? 'Bounced' : 'Complained', {
        ruleName: `undersigned-${deployment.stage}-${what}`,
        description: `Tells record-mail-event whose mail ${what}.`,
        eventPattern: {
          source: ['aws.ses'],
          detailType: [detailType],
          detail: {
            ...detail,
            mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } },
          },
        },
        targets: [
          new targets.LambdaFunction(this.recordMailEvent.handler, {
            event: events.RuleTargetInput.fromObject({
              what,
              slug: fromPath('$.detail.mail.tags.slug[0]'),
              item: fromPath('$.detail.mail.tags.item[0]'),
              id: fromPath('$.detail.mail.tags.id[0]'),
              at: fromPath(at),
            }),
          }),
        ],
      });
      acknowledge(rule, 'Serverless-EventBusDLQ', lost);
    }
  }
}

interface ReturnedMailProps {
  deployment: Deployment;
  table: Table;
  secrets: Secrets;
  configurationSet: ses.ConfigurationSet;
}
