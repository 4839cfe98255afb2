import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runSiteJob } from '../../shared/site/site-job.ts';
import { aLetter } from '../campaign-folder/a-folder.ts';
import { newCallRecord, organizerGrants } from '../support/organizer-grants.ts';
import { newSite } from '../support/site.ts';
import { freshStore, seed } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

// Every test of test/cli denies what this role does not allow (a-terminal.ts).
test('Commands use each grant of the organizers’ role', async () => {
  const table = await freshStore();
  const { store, tableKeys } = table;
  const site = newSite(table);
  const record = newCallRecord();
  const translated = { 'letter.es.md': aLetter.replace('---\n', '---\ntitle: Carta\n') };
  for (const files of [translated, {}]) {
    const { exit, error } = await campaign(['apply', await folderOnDisk(files), '--yes'], { store, record });
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
  }
  const meanwhile = async () => await runSiteJob(site.dependencies(), 'harbor-trees');
  const deleted = await campaign(['delete', 'harbor-trees', '--yes'], {
    store,
    record,
    tableKeys,
    meanwhile,
  });
  expect(deleted).toMatchObject({ exit: 0, error: '' });
  // With a review, whose evidence is written with an action of its own.
  await seed(table, { settings: { review: 'flagged' } });
  const list = join(await folderOnDisk(), 'list.csv');
  await writeFile(
    list,
    'kind,organizationName,name,email\norganization,Pier Elders,Ana Ruiz,ana@example.org\n',
  );
  const imported = await campaign(['import', 'harbor-trees', list, '--yes'], { store, record });
  expect(imported).toMatchObject({ exit: 0, error: '' });
  const used = (grant: string) => record.used.has(grant) || record.used.has(grant.split(' ')[0] ?? '');
  expect(organizerGrants.filter((grant) => !used(grant))).toEqual([]);
});
