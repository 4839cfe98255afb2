import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const operations = join(import.meta.dirname, '../../shared/operations');

/** From the top. Each folder may import those below it: docs/architecture.md, "Who imports whom". */
const order = [
  'erasing',
  'deleting',
  'publishing',
  'applying',
  'deciding',
  'signing',
  'searching',
  'reporting',
  'listing',
  'mailing',
  'counting',
  'inviting',
  'announcing',
  'signing-in',
  'health',
];

test('the folders of operations import only folders below them', () => {
  expect(readdirSync(operations).toSorted()).toEqual(order.toSorted());
  const upward = order.flatMap((folder, place) =>
    readdirSync(join(operations, folder)).flatMap((file) =>
      [...readFileSync(join(operations, folder, file), 'utf8').matchAll(/from '\.\.\/([\w-]+)\//g)]
        .filter(([, imported = '']) => order.indexOf(imported) < place)
        .map(([, imported]) => `${folder}/${file} imports ${imported}`),
    ),
  );
  expect(upward).toEqual([]);
});
