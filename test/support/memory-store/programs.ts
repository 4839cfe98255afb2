import fc from 'fast-check';
import type { Key } from '../../../shared/table/keys.ts';
import type { Creation, NewItem, Removal, Update, Write } from '../../../shared/table/table.ts';

/**
 * Random calls of the store. There are few keys, attributes and values, so that the calls often concern the same
 * items.
 */

export type Call =
  | { kind: 'update'; write: Update }
  | { kind: 'remove'; removal: Removal }
  | { kind: 'transact'; writes: Write[] }
  | { kind: 'putAll'; items: NewItem[] }
  | { kind: 'get'; key: Key }
  | { kind: 'query'; PK: string; prefix: string; limit: number | undefined; newestFirst: boolean };

const partition = fc.constantFrom('A', 'B');
const sortKey = fc.constantFrom('S#1', 'S#2', 'S#é', 'T#1', 'T#\u{1F333}', 'T#\uFF21');
const key: fc.Arbitrary<Key> = fc.record({ PK: partition, SK: sortKey });

const text = fc.constantFrom('', 'a', 'ab', 'b', 'é', '\u{1F333}', '2026-11-24T12:00:00.000Z');
const number = fc.constantFrom(-1, 0, 1, 1.5, 2, 10);
const strings = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((all) => new Set(all));
const numbers = fc.uniqueArray(fc.constantFrom(1, 2, 10), { minLength: 1 }).map((all) => new Set(all));
const flat = fc.oneof(text, text, number, number, fc.boolean(), fc.constant(null), strings, numbers);
const deep = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 1, arbitrary: fc.array(flat, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('x', 'y'), flat, { maxKeys: 2 }) },
);

/** Attributes usually keep their type, so that most operations are allowed. */
const attributes: Record<string, fc.Arbitrary<unknown>> = {
  aText: text,
  aNumber: number,
  aSet: strings,
  aNumberSet: numbers,
  aList: fc.array(flat, { maxLength: 3 }),
  aMap: fc.dictionary(fc.constantFrom('x', 'y'), flat, { maxKeys: 2 }),
  anything: deep,
};
const attributeNames = Object.keys(attributes);

interface Piece {
  text: string;
  names: Record<string, string>;
  values: Record<string, unknown>;
}

const plain = (words: string): Piece => ({ text: words, names: {}, values: {} });
function joined(separator: string, pieces: Piece[], around = ['', '']): Piece {
  return {
    text: `${around[0]}${pieces.map((piece) => piece.text).join(separator)}${around[1]}`,
    names: Object.assign({}, ...pieces.map(({ names }) => names)),
    values: Object.assign({}, ...pieces.map(({ values }) => values)),
  };
}

let placeholders = 0;
const valueFrom = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Piece> =>
  arbitrary.map((value) => {
    const name = `:v${placeholders++}`;
    return { text: name, names: {}, values: { [name]: value } };
  });

const named = fc.constantFrom('status', 'size', 'name', 'aText', 'aMap').map((name): Piece => {
  const placeholder = `#n${placeholders++}`;
  return { text: placeholder, names: { [placeholder]: name }, values: {} };
});
/** Some of these are reserved words, or do not exist. */
const path: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...attributeNames).map(plain) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('aMap.x', 'aMap.y', 'aList[0]', 'aList[1]', 'aMap.x.y').map(plain),
  },
  { weight: 2, arbitrary: named },
  {
    weight: 1,
    arbitrary: fc.constantFrom('missing', 'status', 'aList[9]', 'aText.x').map(plain),
  },
);
const operand: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: path },
  { weight: 4, arbitrary: valueFrom(flat) },
  { weight: 1, arbitrary: path.map((piece) => joined('', [piece], ['size(', ')'])) },
);
const comparator = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');

/** An attribute and a value of its own type, so that most conditions can be compared. */
const comparison = fc
  .constantFrom(...attributeNames)
  .chain((name) =>
    fc
      .tuple(comparator, valueFrom(attributes[name] ?? flat))
      .map(([operator, value]) => joined(` ${operator} `, [plain(name), value])),
  );
const { condition } = fc.letrec<{ condition: Piece; predicate: Piece }>((tie) => ({
  predicate: fc.oneof(
    comparison,
    comparison,
    fc
      .tuple(operand, comparator, operand)
      .map(([left, operator, right]) => joined(` ${operator} `, [left, right])),
    path.map((piece) => joined('', [piece], ['attribute_exists(', ')'])),
    path.map((piece) => joined('', [piece], ['attribute_not_exists(', ')'])),
    fc.constantFrom('attribute_exists(PK)', 'attribute_not_exists(PK)').map(plain),
    fc.tuple(path, valueFrom(text)).map((pieces) => joined(', ', pieces, ['begins_with(', ')'])),
    fc.tuple(path, valueFrom(flat)).map((pieces) => joined(', ', pieces, ['contains(', ')'])),
    fc
      .tuple(path, valueFrom(number), valueFrom(number))
      .map(([left, low, high]) => joined('', [left, plain(' BETWEEN '), low, plain(' AND '), high])),
    fc
      .tuple(path, valueFrom(flat), valueFrom(flat))
      .map(([left, ...list]) => joined(' IN ', [left, joined(', ', list, ['(', ')'])])),
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('predicate'),
    fc.tuple(tie('condition'), tie('condition')).map((pieces) => joined(' AND ', pieces)),
    fc.tuple(tie('condition'), tie('condition')).map((pieces) => joined(' OR ', pieces)),
    fc.tuple(tie('condition'), tie('condition')).map((pieces) => joined(' OR ', pieces, ['(', ')'])),
    tie('condition').map((piece) => joined('', [piece], ['NOT ', ''])),
  ),
}));

const assigned = fc.oneof(
  { weight: 4, arbitrary: valueFrom(deep) },
  { weight: 2, arbitrary: path },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.oneof(path, plainly('aNumber')), fc.constantFrom(' + ', ' - '), valueFrom(number))
      .map(([left, operator, right]) => joined(operator, [left, right])),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(path, valueFrom(deep)).map((pieces) => joined(', ', pieces, ['if_not_exists(', ')'])),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.oneof(path, plainly('aList')), valueFrom(fc.array(flat, { maxLength: 2 })))
      .map((pieces) => joined(', ', pieces, ['list_append(', ')'])),
  },
);
function plainly(words: string): fc.Arbitrary<Piece> {
  return fc.constant(plain(words));
}
const ownAssignment = fc
  .constantFrom(...attributeNames)
  .chain((name) => valueFrom(attributes[name] ?? flat).map((value) => joined(' = ', [plain(name), value])));
const toSets = fc.oneof(
  valueFrom(strings).map((value) => joined(' ', [plain('aSet'), value])),
  valueFrom(numbers).map((value) => joined(' ', [plain('aNumberSet'), value])),
  fc.tuple(path, valueFrom(flat)).map((pieces) => joined(' ', pieces)),
);
const toNumber = valueFrom(number).map((value) => joined(' ', [plain('aNumber'), value]));

const some = (word: string, one: fc.Arbitrary<Piece>): fc.Arbitrary<Piece> =>
  fc.array(one, { minLength: 1, maxLength: 2 }).map((pieces) => joined(', ', pieces, [`${word} `, '']));
const update: fc.Arbitrary<Piece> = fc
  .uniqueArray(
    fc.oneof(
      some(
        'SET',
        fc.oneof(
          ownAssignment,
          ownAssignment,
          fc.tuple(path, assigned).map((pair) => joined(' = ', pair)),
        ),
      ),
      some('REMOVE', path),
      some('ADD', fc.oneof(toSets, toNumber)),
      some('DELETE', toSets),
    ),
    { minLength: 1, maxLength: 3, selector: ({ text: words }) => words.split(' ')[0] },
  )
  .map((pieces) => joined(' ', pieces));

/** DynamoDB refuses empty ones. */
const placeholdersOf = ({ names, values }: Omit<Piece, 'text'> = plain('')) => ({
  ...(Object.keys(names).length > 0 && { names }),
  ...(Object.keys(values).length > 0 && { values }),
});

const write: fc.Arbitrary<Update> = fc
  .tuple(key, update, fc.option(condition, { nil: undefined }))
  .map(([at, change, when]) => {
    const both = when ? joined('', [change, when]) : change;
    return {
      key: at,
      update: change.text,
      ...(when && { condition: when.text }),
      ...placeholdersOf(both),
    };
  });
const creation: fc.Arbitrary<Creation> = fc
  .tuple(key, fc.record(attributes, { requiredKeys: [] }))
  .map(([at, item]) => ({ create: { ...item, ...at } }));
const existence: fc.Arbitrary<Piece> = fc
  .constantFrom('attribute_exists(PK)', 'attribute_exists(aText)', 'attribute_not_exists(aSet)')
  .map(plain);
const removal: fc.Arbitrary<Removal> = fc
  .tuple(key, fc.option(fc.oneof(existence, condition), { nil: undefined }))
  .map(([at, when]) => ({
    remove: at,
    ...(when && { condition: when.text }),
    ...placeholdersOf(when),
  }));

const keyOf = (one: Write): string => {
  const { PK, SK } = 'create' in one ? one.create : 'remove' in one ? one.remove : one.key;
  return `${PK} ${SK}`;
};

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 6, arbitrary: write.map((one) => ({ kind: 'update' as const, write: one })) },
  { weight: 2, arbitrary: removal.map((one) => ({ kind: 'remove' as const, removal: one })) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(fc.oneof(write, creation, removal), { maxLength: 4, selector: keyOf })
      .map((writes) => ({ kind: 'transact' as const, writes })),
  },
  {
    weight: 1,
    // Some have an item twice.
    arbitrary: fc
      .oneof(
        { weight: 4, arbitrary: fc.uniqueArray(creation, { maxLength: 4, selector: keyOf }) },
        { weight: 1, arbitrary: fc.array(creation, { maxLength: 4 }) },
      )
      .map((all) => ({ kind: 'putAll' as const, items: all.map(({ create }) => create) })),
  },
  { weight: 1, arbitrary: key.map((at) => ({ kind: 'get' as const, key: at })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('query' as const),
      PK: partition,
      prefix: fc.constantFrom('', 'S#', 'T#', 'none'),
      limit: fc.constantFrom(undefined, 1, 2),
      newestFirst: fc.boolean(),
    }),
  },
);

/** Begins with items that have some of everything, because an empty table refuses most calls. */
export const program: fc.Arbitrary<Call[]> = fc
  .tuple(fc.array(creation, { minLength: 3, maxLength: 6 }), fc.array(call, { minLength: 10, maxLength: 40 }))
  .map(([creations, calls]) => [
    ...creations.map((one): Call => ({ kind: 'transact', writes: [one] })),
    ...calls,
  ]);
