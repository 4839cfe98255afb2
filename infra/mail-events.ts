import { Duration, aws_events as events, aws_ses as ses, aws_events_targets as targets } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { newFunction, onTable, readsSecrets, type StackFunction } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const { fromPath } = events.EventField;

/** SES's events and what they are recorded as. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const recordedEvents = [
  {
    id: 'Bounced',
    what: 'bounced',
    detailType: 'Email Bounced',
    // A transient bounce, from a full mailbox for example, is not recorded.
    detail: { bounce: { bounceType: ['Permanent'] } },
    at: '$.detail.bounce.timestamp',
  },
  {
    id: 'Complained',
    what: 'complained',
    detailType: 'Email Complaint Received',
    detail: {},
    at: '$.detail.complaint.timestamp',
  },
] as const;

const whenItFails =
  'A note beside a signer is lost. SES itself sends nothing more to an address that bounced.';

/**
 * What SES reports about mails that were sent. Its events hold addresses, so the rules pass on only the tags that a mail
 * was sent with: whose mail it was.
 */
export class MailEvents extends Construct {
  readonly recordMailEvent: StackFunction;

  constructor(scope: Construct, id: string, { stage, table, secrets, configurationSet }: MailEventsProps) {
    super(scope, id);
    this.recordMailEvent = newFunction(this, stage, {
      name: 'record-mail-event',
      description: 'Writes bounces and complaints beside the signer or journalist.',
      timeout: Duration.seconds(30),
      memory: 256,
      environment: {
        TABLE_NAME: table.table.tableName,
        ADDRESS_KEY_SECRET: secrets.addressKey.secretArn,
      },
      code: [onTable(table.table, 'GetItem', 'UpdateItem'), readsSecrets(secrets.addressKey)],
      whenItFails,
    });
    new ses.ConfigurationSetEventDestination(this, 'Destination', {
      configurationSet,
      destination: ses.EventDestination.eventBus(
        events.EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      ),
      // Feedback forwarding stays off only where both bounces and complaints are published. Publishing to the default bus
      // is free, and a rule picks what is recorded.
      events: [
        ses.EmailSendingEvent.SEND,
        ses.EmailSendingEvent.REJECT,
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
      ],
    });
    for (const recorded of recordedEvents) {
      const rule = new events.Rule(this, recorded.id, {
        description: `Tells record-mail-event whose mail ${recorded.what}.`,
        eventPattern: {
          source: ['aws.ses'],
          detailType: [recorded.detailType],
          detail: {
            ...recorded.detail,
            mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } },
          },
        },
        targets: [
          new targets.LambdaFunction(this.recordMailEvent.handler, {
            event: events.RuleTargetInput.fromObject({
              what: recorded.what,
              slug: fromPath('$.detail.mail.tags.slug[0]'),
              item: fromPath('$.detail.mail.tags.item[0]'),
              id: fromPath('$.detail.mail.tags.id[0]'),
              at: fromPath(recorded.at),
            }),
          }),
        ],
      });
      acknowledge(rule, 'Serverless-EventBusDLQ', whenItFails);
    }
  }
}

interface MailEventsProps {
  stage: Stage;
  table: Table;
  secrets: Secrets;
  configurationSet: ses.IConfigurationSet;
}
