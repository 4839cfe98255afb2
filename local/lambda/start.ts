import type { Activity } from '../activity.ts';
import type { Log } from '../log.ts';
import type { System } from '../template/system.ts';
import { environmentOf, type FunctionAddresses } from './environment.ts';
import { type RunningFunction, startFunction } from './function.ts';
import type { Call } from './messages.ts';

export interface Functions {
  /** By name, by ARN, or by the end of its name: `sweep` for `undersigned-dev-sweep`. */
  byName(name: string): RunningFunction;
  stop(): Promise<void>;
}

interface StartOptions {
  system: System;
  addresses: FunctionAddresses;
  activity: Activity;
  log: Log;
  output: (chunk: Buffer) => void;
  onCalls: (functionName: string, calls: Call[]) => void;
}

/**
 * How many requests a function behind a route answers at a time. Each takes a thread. Threads mostly wait for the
 * table, so a few more of them than processors are worth their memory.
 */
const apiConcurrency = 3;

/** Prepares every function of the template to be invoked. A thread starts when it is first needed. */
export function startFunctions(options: StartOptions): Functions {
  const { system, addresses, activity, log, output, onCalls } = options;
  const functions = system.functions.map((definition) => {
    const running = startFunction(definition, {
      environment: environmentOf(definition, addresses),
      concurrency: concurrencyOf(system, definition),
      activity,
      log,
      output,
      onCalls: (calls) => onCalls(definition.name, calls),
    });
    return { arn: definition.arn, running };
  });
  return {
    byName: (name) => {
      const found = functions.find(
        ({ arn, running }) => arn === name || running.name === name || running.name.endsWith(`-${name}`),
      );
      if (!found) throw new Error(`The template has no function ${name}.`);
      return found.running;
    },
    stop: async () => {
      await Promise.all(functions.map(({ running }) => running.stop()));
    },
  };
}

function concurrencyOf({ api, triggers }: System, { name, arn }: { name: string; arn: string }): number {
  const routed = api.routes.some(({ functionArn }) => functionArn === arn) ? apiConcurrency : 0;
  const streamed = triggers.streams.filter(({ functionName }) => functionName === name).length;
  const queued = triggers.queues
    .filter(({ functionName }) => functionName === name)
    .reduce((sum, { concurrency }) => sum + concurrency, 0);
  return Math.max(1, routed + streamed + queued);
}
