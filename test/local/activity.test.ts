import { describe, expect, jest, test } from '@jest/globals';
import { newActivity } from '../../local/activity.ts';

const hour = 3_600_000;
const { signal } = new AbortController();

describe('A pause between two looks at a stream', () => {
  test('is long at rest, and ends when a function starts', async () => {
    const activity = newActivity({ busyMilliseconds: 0, restMilliseconds: hour, lingerMilliseconds: 0 });
    let isOver = false;
    const pause = activity.pause(signal).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    activity.start();
    await pause;
  });

  test('is short while a function runs, also when another one has ended', async () => {
    const activity = newActivity({ busyMilliseconds: 0, restMilliseconds: hour, lingerMilliseconds: 0 });
    activity.start();
    const end = activity.start();
    end();
    await activity.pause(signal);
  });

  test('stays short for a while after the last function has ended', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate'] });
    const activity = newActivity({ busyMilliseconds: 0, restMilliseconds: hour, lingerMilliseconds: 1000 });
    activity.start()();
    jest.setSystemTime(Date.now() + 999);
    await activity.pause(signal);
    jest.setSystemTime(Date.now() + 1);
    const rest = new AbortController();
    const pause = activity.pause(rest.signal);
    rest.abort();
    await expect(pause).rejects.toThrow('aborted');
    jest.useRealTimers();
  });

  test('ends at rest after its time, for what programs outside the stack write', async () => {
    const activity = newActivity({ busyMilliseconds: hour, restMilliseconds: 0, lingerMilliseconds: 0 });
    await activity.pause(signal);
  });
});
