import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Comparator, type Path, ValidationException } from './syntax.ts';

/** Values as DynamoDB stores them: how they compare, and how one is found in another. */

export type Item = Record<string, AttributeValue>;

export const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? '';

/** Elements of a set of strings or numbers. Undefined for anything else. */
export const elementsOf = (value: AttributeValue): string[] | undefined => value.SS ?? value.NS;

export const setLike = (value: AttributeValue, elements: string[]): AttributeValue =>
  value.SS ? { SS: elements } : { NS: elements };

export function valueAt(item: Item | undefined, path: Path): AttributeValue | undefined {
  let value: AttributeValue | undefined = item && { M: item };
  for (const step of path) value = typeof step === 'number' ? value?.L?.[step] : ownValue(value?.M, step);
  return value;
}

const ownValue = (item: Item | undefined, name: string): AttributeValue | undefined =>
  item && Object.hasOwn(item, name) ? item[name] : undefined;

export function isEqual(one: AttributeValue, other: AttributeValue): boolean {
  if (typeOf(one) !== typeOf(other)) return false;
  if (one.N !== undefined) return Number(one.N) === Number(other.N);
  const elements = elementsOf(one);
  if (elements) return sorted(elements) === sorted(elementsOf(other) ?? []);
  if (one.L)
    return one.L.length === other.L?.length && one.L.every((value, at) => isEqualTo(value, other.L?.[at]));
  if (one.M) {
    const names = Object.keys(one.M);
    const isSame = (name: string): boolean => isEqualTo(one.M?.[name], ownValue(other.M, name));
    return names.length === Object.keys(other.M ?? {}).length && names.every(isSame);
  }
  if (one.B && other.B) return Buffer.from(one.B).equals(Buffer.from(other.B));
  return one.S === other.S && one.BOOL === other.BOOL;
}

const isEqualTo = (one: AttributeValue | undefined, other: AttributeValue | undefined): boolean =>
  one !== undefined && other !== undefined && isEqual(one, other);

const sorted = (elements: string[]): string => JSON.stringify(elements.toSorted());

const orderedTypes = new Set(['S', 'N', 'B']);
export const isOrdered = (value: AttributeValue): boolean => orderedTypes.has(typeOf(value));

/**
 * Less than zero, zero or more than zero. Undefined if the two have no order. Strings are ordered by their bytes in
 * UTF-8.
 */
export function orderOf(one: AttributeValue, other: AttributeValue): number | undefined {
  if (!isOrdered(one) || typeOf(one) !== typeOf(other)) return undefined;
  if (one.N !== undefined) return Number(one.N) - Number(other.N);
  const bytes = ({ S, B }: AttributeValue): Buffer =>
    S === undefined ? Buffer.from(B ?? []) : Buffer.from(S);
  return Buffer.compare(bytes(one), bytes(other));
}

export function holds(operator: Comparator, one: AttributeValue, other: AttributeValue): boolean {
  if (operator === '=') return isEqual(one, other);
  if (operator === '<>') return !isEqual(one, other);
  const order = orderOf(one, other);
  if (order === undefined) return false;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

export const numberOf = (value: AttributeValue): number => {
  if (value.N === undefined) throw new ValidationException('An operand is no number');
  return Number(value.N);
};

/** The number of characters, bytes or elements of a value. Undefined for a value without a size. */
export function sizeOf(value: AttributeValue): number | undefined {
  if (value.S !== undefined) return value.S.length;
  return (value.B ?? elementsOf(value) ?? value.L)?.length ?? (value.M && Object.keys(value.M).length);
}
