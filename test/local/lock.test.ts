import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Refusal } from '../../local/errors.ts';
import { lockDataDir } from '../../local/lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('A data directory', () => {
  test('is one stack’s until that gives it back', () => {
    const unlock = lockDataDir(directory);
    expect(() => lockDataDir(directory)).toThrow(Refusal);
    expect(() => lockDataDir(directory)).toThrow(`process ${process.pid}`);
    unlock();
    lockDataDir(directory)();
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });

  test('is made where it does not exist', () => {
    lockDataDir(join(directory, 'new', 'one'))();
  });

  test('whose stack was killed is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid, started: '1' }));
    lockDataDir(directory)();
  });

  test('whose stack was killed is taken over though another process has its number by now', () => {
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    lockDataDir(directory)();
  });

  test('with a lock that was half written is taken over', () => {
    writeFileSync(join(directory, 'lock'), '{"pi');
    lockDataDir(directory)();
  });
});
