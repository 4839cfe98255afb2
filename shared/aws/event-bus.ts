import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type BusEvent, busEventSource } from '../campaign/bus-events.ts';
import { failureOf } from '../failure.ts';
import { answerLimits } from './answer-limits.ts';

export interface EventBus {
  /**
   * Puts at most ten events on the bus (EventBridge's limit). Returns the indexes of those that it did not take, each
   * with EventBridge's error code. Throws a `Failure` if there was no answer; the bus may have taken some then, so
   * receivers must tolerate repeats.
   */
  put(events: BusEvent[]): Promise<ReadonlyMap<number, string>>;
}

/** Opens the event bus of this name. Its errors are `Failure`s. */
export function openEventBus(
  name: string,
  client = new EventBridgeClient({ requestHandler: answerLimits }),
): EventBus {
  return {
    put: async (events) => {
      const Entries = events.map(({ type, at, detail }) => ({
        EventBusName: name,
        Source: busEventSource,
        DetailType: type,
        Time: new Date(at),
        Detail: JSON.stringify(detail),
      }));
      const answer = await client.send(new PutEventsCommand({ Entries })).catch((error: unknown) => {
        throw failureOf(error, 'PutEvents');
      });
      const results = answer.Entries ?? [];
      return new Map(
        results.flatMap(({ ErrorCode }, index) => (ErrorCode === undefined ? [] : [[index, ErrorCode]])),
      );
    },
  };
}
