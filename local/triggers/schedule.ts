import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { account, region } from '../aws.ts';
import type { Outcome } from '../lambda/execution-environment.ts';
import type { Schedule } from '../template/triggers.ts';

interface ScheduleOptions {
  schedule: Schedule;
  invoke: (event: object) => Promise<Outcome>;
  signal: AbortSignal;
}

/** Soon enough that what a stopped stack left is taken up, late enough that the start is not slowed. */
const firstMilliseconds = 3000;

/**
 * Invokes a function as each interval of the clock begins, and before that once a second after the start. A run that
 * fails is not repeated: the next one comes. Resolves when aborted and the last run is over.
 */
export async function runSchedule({ schedule, invoke, signal }: ScheduleOptions): Promise<void> {
  let due = Date.now() + firstMilliseconds;
  for (;;) {
    await sleep(Math.max(0, due - Date.now()), undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    await invoke(scheduledEvent(schedule, new Date()));
    const interval = schedule.everySeconds * 1000;
    due = (Math.floor(Date.now() / interval) + 1) * interval;
  }
}

const scheduledEvent = ({ arn }: Schedule, now: Date): object => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: `${now.toISOString().slice(0, 19)}Z`,
  region,
  resources: [arn],
  detail: {},
});
