import { Duration, aws_events as events, aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { newFunction, type StackFunction } from './function.ts';
import { newWorkQueue, queuePermissions, readQueue, type WorkQueue } from './queues.ts';
import type { Stage } from './stage/stage.ts';

const timeout = Duration.seconds(10);

/**
 * The event bus from which the account's rules tell a chat or a CRM what happens to a campaign (docs/events.md). A
 * queue is in front of it, so a bus that fails delays no email and no page.
 */
export class Events extends Construct {
  readonly bus: events.EventBus;
  readonly work: WorkQueue;
  readonly sendEvents: StackFunction;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.bus = new events.EventBus(this, 'Bus', {
      // AWS demands a name, and people type it when they write a rule.
      eventBusName: `undersigned-${stage.name}`,
      description: 'What happens to the campaigns of this stage: ids and numbers, no names or addresses.',
    });
    // Replays the last days to a rule that was added late or was wrong. An event has about 0.3 kB.
    this.bus.archive('Archive', {
      description: 'The events of the last fourteen days.',
      eventPattern: { source: ['undersigned'] },
      retention: Duration.days(14),
    });
    this.work = newWorkQueue(this, { workTimeout: timeout, attempts: 100 });
    this.sendEvents = newFunction(this, stage, {
      name: 'send-events',
      description: 'Puts events of campaigns on the event bus.',
      timeout,
      memory: 256,
      environment: { EVENT_BUS: this.bus.eventBusName },
      code: [new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] })],
      platform: queuePermissions(this.work.queue),
      whenItFails:
        'It reads a queue: a message that fails is received again, and ends in the dead-letter queue.',
    });
    readQueue(this, 'QueueMapping', this.sendEvents, {
      queue: this.work.queue,
      // The maximum that the bus accepts in one call.
      batchSize: 10,
      maxConcurrency: 2,
    });
  }
}
