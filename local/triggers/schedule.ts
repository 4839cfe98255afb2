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

/** Late enough not to slow the start, and early enough to continue soon what a stopped stack left. */
const firstMilliseconds = 3000;

/**
 * Invokes a function at the beginning of each interval of the clock, and once shortly after the start. A failed run
 * is not repeated, because the next one follows. Resolves when it is aborted and the last run has ended.
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
