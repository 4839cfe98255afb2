import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Item = Record<string, AttributeValue>;

const bytesPerUnit = 1024;

/**
 * Bytes of an item as DynamoDB counts them for a write: names and values
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). An absent item has
 * none.
 */
export function itemSize(item: Item | undefined): number {
  return Object.entries(item ?? {}).reduce((sum, [name, value]) => sum + utf8(name) + valueSize(value), 0);
}

/**
 * Write units of one action: each begun kilobyte of the item before or after it, whichever is larger, at least one;
 * twice that in a transaction
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
export function writeUnits(bytes: number, inTransaction: boolean): number {
  return Math.max(1, Math.ceil(bytes / bytesPerUnit)) * (inTransaction ? 2 : 1);
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.SS) return sum(value.SS.map(utf8));
  if (value.NS) return sum(value.NS.map(numberSize));
  if (value.BS) return sum(value.BS.map(({ length }) => length));
  if (value.L) return 3 + sum(value.L.map((element) => 1 + valueSize(element)));
  if (value.M)
    return 3 + sum(Object.entries(value.M).map(([name, element]) => 1 + utf8(name) + valueSize(element)));
  // What is left is null or a boolean.
  return 1;
}

/** A byte for two significant digits, one more, and one for a minus. */
function numberSize(number: string): number {
  const digits = number.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (number.startsWith('-') ? 1 : 0);
}

const utf8 = (text: string): number => Buffer.byteLength(text);
const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
