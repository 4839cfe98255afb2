import { Duration, aws_events as events, aws_ses as ses, aws_events_targets as targets } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { newFunction, onTable, readsSecrets, type StackFunction } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const { fromPath } = events.EventField;

/** Tag `item` of the emails whose delivery is recorded: letter, supplement, press. */
const itemsWithDelivery = ['letter', 'supplement', 'press'];

/**
 * SES's events and what they are recorded as.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html,
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
const recordedEvents = [
  // These two say that SES accepted an email when it did not answer, and that the email arrived.
  {
    id: 'Sent',
    what: 'sent',
    detailType: 'Email Sent',
    detail: {},
    items: itemsWithDelivery,
    at: '$.detail.mail.timestamp',
  },
  {
    id: 'Delivered',
    what: 'delivered',
    detailType: 'Email Delivered',
    detail: {},
    items: itemsWithDelivery,
    at: '$.detail.delivery.timestamp',
  },
  // SES accepted the email and then found a virus in it.
  {
    id: 'Rejected',
    what: 'bounced',
    detailType: 'Email Rejected',
    detail: {},
    items: undefined,
    at: '$.detail.mail.timestamp',
  },
  {
    id: 'Bounced',
    what: 'bounced',
    detailType: 'Email Bounced',
    detail: { bounce: { bounceType: ['Permanent'] } },
    items: undefined,
    at: '$.detail.bounce.timestamp',
  },
  // A transient bounce says that SES has given up, after hours of trying or at once. For most emails it decides
  // nothing. A letter or a release did not arrive.
  {
    id: 'GivenUp',
    what: 'bounced',
    detailType: 'Email Bounced',
    detail: {
      bounce: {
        bounceType: ['Transient'],
        bounceSubType: [
          'MailboxFull',
          'MessageTooLarge',
          'ContentRejected',
          'AttachmentRejected',
          'CustomTimeoutExceeded',
        ],
      },
    },
    items: itemsWithDelivery,
    at: '$.detail.bounce.timestamp',
  },
  // SES reports an automatic answer ("out of the office") in the same way, so a reported delivery counts for more.
  {
    id: 'Undelivered',
    what: 'undelivered',
    detailType: 'Email Bounced',
    detail: {
      bounce: {
        bounceType: ['Transient', 'Undetermined'],
        bounceSubType: ['General', 'Undetermined'],
      },
    },
    items: itemsWithDelivery,
    at: '$.detail.bounce.timestamp',
  },
  {
    id: 'Complained',
    what: 'complained',
    detailType: 'Email Complaint Received',
    detail: {},
    items: undefined,
    at: '$.detail.complaint.timestamp',
  },
] as const;

const whenItFails =
  'Lambda tries three times, then the alarm mail-event-lost goes off. What is lost is a note beside a signer, or the news that SES took a mail whose attempt got no answer. SES itself sends nothing more to an address that bounced.';

/**
 * What SES reports about emails. SES's events contain addresses, so the rules pass on only the tags of the email,
 * which say what it belongs to.
 */
export class MailEvents extends Construct {
  readonly recordMailEvent: StackFunction;

  constructor(scope: Construct, id: string, { stage, table, secrets, configurationSet }: MailEventsProps) {
    super(scope, id);
    this.recordMailEvent = newFunction(this, stage, {
      name: 'record-mail-event',
      description: 'Records what SES reports of mails: sent, delivered, bounced, complained of.',
      timeout: Duration.seconds(30),
      memory: 256,
      environment: {
        TABLE_NAME: table.table.tableName,
        ADDRESS_KEY_SECRET: secrets.addressKey.secretArn,
      },
      code: [onTable(table.table, 'GetItem', 'PutItem', 'UpdateItem'), readsSecrets(secrets.addressKey)],
      whenItFails,
    });
    new ses.ConfigurationSetEventDestination(this, 'Destination', {
      configurationSet,
      destination: ses.EventDestination.eventBus(
        events.EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      ),
      // Feedback forwarding stays off only if both bounces and complaints are published. Publishing to the default
      // bus is free, and a rule selects what is recorded.
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
        description: `Tells record-mail-event of a mail that SES reports as ${recorded.what}.`,
        eventPattern: {
          source: ['aws.ses'],
          detailType: [recorded.detailType],
          detail: {
            ...recorded.detail,
            mail: {
              tags: {
                'ses:configuration-set': [configurationSet.configurationSetName],
                ...(recorded.items && { item: recorded.items }),
              },
            },
          },
        },
        targets: [
          new targets.LambdaFunction(this.recordMailEvent.handler, {
            event: events.RuleTargetInput.fromObject({
              what: recorded.what,
              slug: fromPath('$.detail.mail.tags.slug[0]'),
              item: fromPath('$.detail.mail.tags.item[0]'),
              id: fromPath('$.detail.mail.tags.id[0]'),
              mail: fromPath('$.detail.mail.tags.mail[0]'),
              claim: fromPath('$.detail.mail.tags.claim[0]'),
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
