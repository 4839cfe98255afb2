import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newActivity } from '../../local/activity.ts';

const hour = 3_600_000;
const none = { busyMilliseconds: 0, restMilliseconds: 0, wokenMilliseconds: 0, lingerMilliseconds: 0 };
let end: AbortController;
let signal: AbortSignal;
beforeEach(() => {
  end = new AbortController();
  signal = end.signal;
});
afterEach(() => end.abort());

/** Whether a pause ends by itself at once, seen after every timer of no length has run. */
async function isOver(pause: Promise<void>): Promise<boolean> {
  let over = false;
  pause.then(
    () => {
      over = true;
    },
    () => {},
  );
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  return over;
}

describe('A pause between two looks at a stream', () => {
  test('is long at rest, and ends when a function starts', async () => {
    const activity = newActivity({ ...none, restMilliseconds: hour });
    const pause = activity.pause(signal);
    expect(await isOver(pause)).toBe(false);
    activity.start();
    await pause;
  });

  test('is short while a function runs, also when another one has ended', async () => {
    const activity = newActivity({ ...none, restMilliseconds: hour });
    activity.start();
    activity.start()();
    await activity.pause(signal);
  });

  test('stays short for a while after the last function has ended', async () => {
    let now = 0;
    const activity = newActivity({ ...none, restMilliseconds: hour, lingerMilliseconds: 1000 }, () => now);
    activity.start()();
    now = 999;
    await activity.pause(signal);
    now = 1000;
    const stop = new AbortController();
    const pause = activity.pause(stop.signal);
    expect(await isOver(pause.catch(() => {}))).toBe(false);
    stop.abort();
    await expect(pause).rejects.toThrow('aborted');
  });

  test('ends at rest for one reader, which wakes the others when it finds something', async () => {
    const activity = newActivity({ ...none, busyMilliseconds: hour, wokenMilliseconds: hour });
    const looking = activity.pause(signal);
    const others = [activity.pause(signal), activity.pause(signal)];
    await looking;
    expect(await isOver(Promise.race(others))).toBe(false);
    activity.wake();
    await Promise.all(others);
  });

  test('lets another reader look when the one that looked has stopped', async () => {
    const activity = newActivity({ ...none, restMilliseconds: hour, wokenMilliseconds: 0 });
    const stop = new AbortController();
    const looking = activity.pause(stop.signal);
    stop.abort();
    await expect(looking).rejects.toThrow('aborted');
    expect(await isOver(activity.pause(signal))).toBe(false);
  });
});
