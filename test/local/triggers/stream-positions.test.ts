import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStreamPositions, type StreamPositions } from '../../../local/triggers/stream-positions.ts';

let directory: string;
const opened: StreamPositions[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
});
afterEach(() => {
  for (const positions of opened.splice(0)) positions.stop();
  rmSync(directory, { recursive: true });
});

function open({ stream = 's1', areQueuesEmpty = async () => true } = {}): StreamPositions {
  const positions = openStreamPositions({ file: join(directory, 'positions.json'), stream, areQueuesEmpty });
  opened.push(positions);
  return positions;
}

describe('The position of a reader', () => {
  test('is found again after a restart', async () => {
    const positions = open();
    positions.handled('tally', 'shard', '5');
    await positions.save();
    expect(open().after('tally', 'shard')).toBe('5');
    expect(open().after('dispatch', 'shard')).toBeUndefined();
  });

  test('is not kept while messages wait, which a restart would lose', async () => {
    const positions = open({ areQueuesEmpty: async () => false });
    positions.handled('dispatch', 'shard', '5');
    await positions.save();
    expect(positions.after('dispatch', 'shard')).toBe('5');
    expect(open().after('dispatch', 'shard')).toBeUndefined();
  });

  test('is that from before the queues were looked at', async () => {
    const positions: StreamPositions = open({
      areQueuesEmpty: async () => {
        positions.handled('dispatch', 'shard', '6');
        return true;
      },
    });
    positions.handled('dispatch', 'shard', '5');
    await positions.save();
    expect(open().after('dispatch', 'shard')).toBe('5');
  });

  test('means nothing in another stream, or in a file that is broken', async () => {
    const positions = open();
    positions.handled('tally', 'shard', '5');
    await positions.save();
    expect(open({ stream: 's2' }).after('tally', 'shard')).toBeUndefined();
    writeFileSync(join(directory, 'positions.json'), '{"stream":"s1"}');
    expect(open().after('tally', 'shard')).toBeUndefined();
  });
});
