import { afterAll, expect, test } from '@jest/globals';
import type { Gate } from '../../shared/campaign/gate.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { setPaused } from '../../shared/operations/publishing/campaign-commands.ts';
import { homeFiles } from '../../shared/site/home-file.ts';
import { visibleText } from '../rendering/pages/html.ts';
import { newIds } from '../support/ids.ts';
import { slug } from '../support/records.ts';
import { freshStore, seed, type TestStore } from '../support/store.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const tables: TestStore[] = [];
afterAll(() => {
  for (const { client } of tables) client.destroy();
});

async function homeOf(
  settings: Partial<Settings>,
  { gate = {}, isPaused = false }: { gate?: Partial<Gate>; isPaused?: boolean } = {},
): Promise<string> {
  const table = await freshStore();
  tables.push(table);
  await seed(table, { settings, gate: { thresholdOrganizations: 3, ...gate } });
  if (isPaused) await setPaused(table.store, { slug, now, ...newIds() }, true);
  const [file] = await homeFiles(table.store, 'https://letters.example.org', now);
  return visibleText(String(file?.body));
}

test('the first page says that signing is paused', async () => {
  const text = await homeOf({}, { isPaused: true });
  expect(text).toContain('Signing is paused');
  expect(text).not.toContain('Open for signatures');
});

test('the first page says when a letter closed, and that it was not published', async () => {
  const text = await homeOf({ closesAt: '2026-11-20T12:00:00.000Z' });
  expect(text).toContain('Signing closed on November 20, 2026.');
  expect(text).toContain('Closed without publication');
});

test('the first page does not call a letter open that has closed and waits for its time', async () => {
  const text = await homeOf(
    { closesAt: '2026-11-20T12:00:00.000Z' },
    { gate: { organizations: 3, notBefore: '2026-12-02T15:00:00.000Z' } },
  );
  expect(text).toContain('Signing has closed');
  expect(text).not.toMatch(/Open for signatures|without publication/);
});
