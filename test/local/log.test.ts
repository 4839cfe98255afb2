import { expect, test } from '@jest/globals';
import { type Fields, newLog } from '../../local/log.ts';

const now = () => new Date('2026-11-24T10:00:00.123Z');
function written(pretty: boolean, event: string, fields?: Fields): string {
  const lines: string[] = [];
  newLog((line) => void lines.push(line), pretty, now)(event, fields);
  return lines.join('');
}

test('The log is one JSON line per event', () => {
  expect(written(false, 'request', { route: '$default', ms: 3, nothing: undefined })).toBe(
    '{"at":"2026-11-24T10:00:00.123Z","event":"request","route":"$default","ms":3}\n',
  );
});

test('The log for people is one short line per event', () => {
  expect(written(true, 'request', { route: '$default', ms: 3, nothing: undefined })).toBe(
    '10:00:00.123 request route=$default ms=3\n',
  );
  expect(written(true, 'stopped')).toBe('10:00:00.123 stopped\n');
});
