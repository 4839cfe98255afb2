import { expect, test } from '@jest/globals';
import { newLog, prettyLines } from '../../local/log.ts';

const now = () => new Date('2026-11-24T10:00:00.123Z');

test('The log is one JSON line per event, with the keys that Lambda reads', () => {
  const lines: string[] = [];
  const log = newLog((line) => void lines.push(line), now);
  log('request', { route: '$default', ms: 3, nothing: undefined });
  log('s3-failed', {}, 'ERROR');
  expect(lines).toEqual([
    '{"timestamp":"2026-11-24T10:00:00.123Z","level":"INFO","event":"request","route":"$default","ms":3}\n',
    '{"timestamp":"2026-11-24T10:00:00.123Z","level":"ERROR","event":"s3-failed"}\n',
  ]);
});

test.each([
  [
    'an event of the stack',
    '{"timestamp":"2026-11-24T10:00:00.123Z","level":"INFO","event":"request","route":"$default","ms":3}',
    '10:00:00.123 request route=$default ms=3',
  ],
  [
    'a line of a function',
    '{"timestamp":"2026-11-24T10:00:00.123Z","level":"ERROR","message":"mail refused","requestId":"1","stack":["at x"]}',
    '10:00:00.123 ERROR mail refused requestId=1 stack=["at x"]',
  ],
  [
    'the report of a handler that threw',
    '{"timestamp":"2026-11-24T10:00:00.123Z","level":"ERROR","message":{"errorType":"TypeError"}}',
    '10:00:00.123 ERROR {"errorType":"TypeError"}',
  ],
  [
    'a line of an earlier version',
    '{"at":"2026-11-24T10:00:00.123Z","level":"warn","message":"slow","count":2}',
    '10:00:00.123 WARN slow count=2',
  ],
  [
    'an event of an earlier version',
    '{"at":"2026-11-24T10:00:00.123Z","event":"stopped"}',
    '10:00:00.123 stopped',
  ],
  ['text', 'npm warn something', 'npm warn something'],
  ['JSON without a time', '{"a":1}', '{"a":1}'],
  ['half a line', '{"timestamp":"2026-11-', '{"timestamp":"2026-11-'],
])('The log for people shows %s', (_, line, shown) => {
  expect(prettyLines(`${line}\n`)).toBe(`${shown}\n`);
  expect(prettyLines(`first\n${line}\n`)).toBe(`first\n${shown}\n`);
});
