import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dataDirectoryOf } from '../../cli/data-directory.ts';
import { Refusal } from '../../local/errors.ts';
import { projectRoot, readSettings } from '../../local/settings.ts';

describe('The settings', () => {
  test('have the defaults of the README', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      inboxPort: 8005,
      dataDir: join(projectRoot, '.local'),
      sample: true,
    });
  });

  test('are read from the environment', () => {
    expect(
      readSettings({
        UNDERSIGNED_PORT: '3100',
        UNDERSIGNED_INBOX_PORT: '8100',
        UNDERSIGNED_DATA_DIR: '/var/data',
        UNDERSIGNED_DYNAMODB: 'http://localhost:8000',
        UNDERSIGNED_SAMPLE: 'off',
      }),
    ).toEqual({
      port: 3100,
      inboxPort: 8100,
      dataDir: '/var/data',
      dynamodb: 'http://localhost:8000',
      sample: false,
    });
  });

  test.each([undefined, '', ' ', 'other', '/var/data'])(
    'name the folder in which the command looks for the stack: %j',
    (UNDERSIGNED_DATA_DIR) => {
      const settings = { UNDERSIGNED_DATA_DIR };
      expect(dataDirectoryOf(settings)).toBe(readSettings(settings).dataDir);
    },
  );

  test.each([
    ['UNDERSIGNED_PORT', 'web'],
    ['UNDERSIGNED_INBOX_PORT', '70000'],
    ['UNDERSIGNED_DYNAMODB', 'localhost:8000'],
    ['UNDERSIGNED_SAMPLE', 'no'],
  ])('%s refuses %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(Refusal);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});
