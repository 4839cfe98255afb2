import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { newBatchFailures } from '../shared/aws/batch-failures.ts';
import { type EventBus, openEventBus } from '../shared/aws/event-bus.ts';
import { type BusEvent, busEventSchema } from '../shared/campaign/bus-events.ts';
import { withRequestId } from '../shared/log.ts';

const environment = z.object({ EVENT_BUS: z.string() });

/** Puts the events of a batch on the bus, at least once. Those that the bus does not take are tried again. */
export const newHandler =
  ({ bus }: { bus: EventBus }) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = newBatchFailures();
    const messages: { messageId: string; busEvent: BusEvent }[] = [];
    for (const { messageId, body } of event.Records) {
      try {
        messages.push({ messageId, busEvent: busEventSchema.parse(JSON.parse(body)) });
      } catch (error) {
        failed.add([messageId], 'event not taken', { messageId }, error);
      }
    }
    if (messages.length === 0) return failed.response();
    try {
      const refused = await bus.put(messages.map(({ busEvent }) => busEvent));
      for (const [index, { messageId }] of messages.entries()) {
        const errorCode = refused.get(index);
        if (errorCode !== undefined) failed.add([messageId], 'event not taken', { errorCode });
      }
    } catch (error) {
      failed.add(
        messages.map(({ messageId }) => messageId),
        'event not taken',
        {},
        error,
      );
    }
    return failed.response();
  };

const { EVENT_BUS } = environment.parse(process.env);

export const handler = withRequestId(newHandler({ bus: openEventBus(EVENT_BUS) }));
