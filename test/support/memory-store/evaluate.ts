import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Changes, type Condition, type Operand, type Path, ValidationException } from './syntax.ts';
import {
  elementsOf,
  holds,
  type Item,
  isEqual,
  isOrdered,
  numberOf,
  setLike,
  sizeOf,
  typeOf,
  valueAt,
} from './values.ts';

/** Whether a condition is true for an item, which may be absent. `values` are the values of its placeholders. */
export function isTrue(condition: Condition, item: Item | undefined, values: Item): boolean {
  const valueFor = (operand: Operand): AttributeValue | undefined => operandOf(operand, item, values);
  switch (condition.kind) {
    case 'and':
      return isTrue(condition.left, item, values) && isTrue(condition.right, item, values);
    case 'or':
      return isTrue(condition.left, item, values) || isTrue(condition.right, item, values);
    case 'not':
      return !isTrue(condition.condition, item, values);
    case 'exists':
      return valueAt(item, condition.path) !== undefined;
    case 'not-exists':
      return valueAt(item, condition.path) === undefined;
    case 'compare': {
      const [left, right] = [valueFor(condition.left), valueFor(condition.right)];
      if (!left || !right) return condition.operator === '<>';
      return holds(condition.operator, left, right);
    }
    case 'between': {
      const [value, low, high] = [
        valueFor(condition.operand),
        valueFor(condition.low),
        valueFor(condition.high),
      ];
      return !!value && !!low && !!high && holds('>=', value, low) && holds('<=', value, high);
    }
    case 'in': {
      const value = valueFor(condition.operand);
      return condition.list.map(valueFor).some((one) => one && value && isEqual(one, value));
    }
    case 'begins-with': {
      const [whole, part] = [valueFor(condition.operand), valueFor(condition.part)];
      return whole?.S !== undefined && part?.S !== undefined && whole.S.startsWith(part.S);
    }
    case 'contains': {
      const [whole, part] = [valueFor(condition.operand), valueFor(condition.part)];
      return !!whole && !!part && contains(whole, part);
    }
  }
}

function contains(whole: AttributeValue, part: AttributeValue): boolean {
  if (whole.S !== undefined) return part.S !== undefined && whole.S.includes(part.S);
  if (whole.L) return whole.L.some((value) => isEqual(value, part));
  const element = whole.SS ? part.S : whole.NS ? part.N : undefined;
  return element !== undefined && (elementsOf(whole) ?? []).includes(element);
}

function operandOf(operand: Operand, item: Item | undefined, values: Item): AttributeValue | undefined {
  switch (operand.kind) {
    case 'path':
      return valueAt(item, operand.path);
    case 'value':
      return values[operand.name];
    case 'size': {
      const value = valueAt(item, operand.path);
      const size = value && sizeOf(value);
      return size === undefined ? undefined : { N: String(size) };
    }
    case 'if-not-exists':
      return valueAt(item, operand.path) ?? operandOf(operand.otherwise, item, values);
    case 'list-append': {
      const [left, right] = [needed(operand.left, item, values), needed(operand.right, item, values)];
      if (!left.L || !right.L) throw new ValidationException('An operand of list_append is no list');
      return { L: [...left.L, ...right.L] };
    }
    case 'sum': {
      const left = numberOf(needed(operand.left, item, values));
      const right = numberOf(needed(operand.right, item, values));
      return { N: String(operand.operator === '+' ? left + right : left - right) };
    }
  }
}

function needed(operand: Operand, item: Item | undefined, values: Item): AttributeValue {
  const value = operandOf(operand, item, values);
  if (!value) throw new ValidationException('The expression refers to an attribute that is not in the item');
  return value;
}

/** The item after an update. Each part of the update reads the item as it was before. */
export function changed(item: Item, changes: Changes, values: Item): Item {
  let next = item;
  // Removing an element moves the ones behind it, so the last is removed first.
  const removals = changes.remove.toSorted((a, b) => lastIndex(b) - lastIndex(a));
  for (const { path, operand } of changes.set) next = withValue(next, path, needed(operand, item, values));
  for (const { path, name } of changes.add) {
    const sum = added(valueAt(item, path), values[name] ?? { NULL: true });
    next = withValue(next, path, sum);
  }
  for (const { path, name } of changes.delete) {
    const rest = without(valueAt(item, path), values[name] ?? { NULL: true });
    if (rest) next = withValue(next, path, rest);
    else next = withoutValue(next, path);
  }
  for (const path of removals) next = withoutValue(next, path);
  return next;
}

const lastIndex = (path: Path): number => {
  const last = path.at(-1);
  return typeof last === 'number' ? last : 0;
};

function added(value: AttributeValue | undefined, more: AttributeValue): AttributeValue {
  if (value === undefined) return more;
  if (typeOf(value) !== typeOf(more)) throw new ValidationException('ADD of another type');
  if (value.N !== undefined) return { N: String(numberOf(value) + numberOf(more)) };
  return setLike(value, [...new Set([...(elementsOf(value) ?? []), ...(elementsOf(more) ?? [])])]);
}

function without(value: AttributeValue | undefined, less: AttributeValue): AttributeValue | undefined {
  if (value === undefined) return undefined;
  if (typeOf(value) !== typeOf(less)) throw new ValidationException('DELETE of another type');
  const gone = new Set(elementsOf(less));
  const rest = (elementsOf(value) ?? []).filter((element) => !gone.has(element));
  return rest.length > 0 ? setLike(value, rest) : undefined;
}

const noPath = (): never => {
  throw new ValidationException('The document path is not one of the item');
};

function withValue(item: Item, path: Path, value: AttributeValue): Item {
  return replaced({ M: item }, path, value).M ?? noPath();
}

function replaced(whole: AttributeValue | undefined, path: Path, value: AttributeValue): AttributeValue {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (!whole?.L) return noPath();
    const element = replaced(whole.L[step], rest, value);
    return { L: step < whole.L.length ? whole.L.with(step, element) : [...whole.L, element] };
  }
  if (!whole?.M) return noPath();
  return { M: { ...whole.M, [step]: replaced(valueAt(whole.M, [step]), rest, value) } };
}

function withoutValue(item: Item, path: Path): Item {
  return pruned({ M: item }, path).M ?? noPath();
}

function pruned(whole: AttributeValue | undefined, path: Path): AttributeValue {
  const [step, ...rest] = path;
  if (typeof step === 'number') {
    if (!whole?.L) return noPath();
    if (rest.length === 0) return { L: whole.L.toSpliced(step, 1) };
    return { L: whole.L.with(step, pruned(whole.L[step], rest)) };
  }
  if (step === undefined || !whole?.M) return noPath();
  if (rest.length > 0) return { M: { ...whole.M, [step]: pruned(valueAt(whole.M, [step]), rest) } };
  const { [step]: _gone, ...kept } = whole.M;
  return { M: kept };
}

/** Refuses what DynamoDB refuses before it reads an item: values of a type that is not allowed at their place. */
export function checkConditionValues(condition: Condition, values: Item): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      checkConditionValues(condition.left, values);
      checkConditionValues(condition.right, values);
      return;
    case 'not':
      checkConditionValues(condition.condition, values);
      return;
    case 'compare':
      if (isSamePath(condition.left, condition.right))
        throw new ValidationException('An attribute is compared with itself');
      if (condition.operator !== '=' && condition.operator !== '<>')
        for (const operand of [condition.left, condition.right]) checkOrdered(operand, values);
      return;
    case 'between': {
      for (const operand of [condition.operand, condition.low, condition.high]) checkOrdered(operand, values);
      const [low, high] = [condition.low, condition.high].map((one) => literal(one, values));
      if (low && high && !holds('<=', low, high)) throw new ValidationException('BETWEEN has no range');
      return;
    }
    case 'begins-with':
      for (const operand of [condition.operand, condition.part]) {
        const value = literal(operand, values);
        if (value && !value.S && !value.B && value.S !== '')
          throw new ValidationException('begins_with of no string');
      }
      return;
    default:
      return;
  }
}

const isSamePath = (one: Operand, other: Operand): boolean =>
  one.kind === 'path' && other.kind === 'path' && JSON.stringify(one.path) === JSON.stringify(other.path);

const literal = (operand: Operand, values: Item): AttributeValue | undefined =>
  operand.kind === 'value' ? values[operand.name] : undefined;

function checkOrdered(operand: Operand, values: Item): void {
  const value = literal(operand, values);
  if (value && !isOrdered(value)) throw new ValidationException('A value has no order');
}

export function checkUpdateValues({ set, add, delete: deletions }: Changes, values: Item): void {
  for (const { operand } of set) checkSetOperand(operand, values);
  for (const { name } of add) {
    const value = values[name];
    if (value && value.N === undefined && !elementsOf(value))
      throw new ValidationException('ADD of no number or set');
  }
  for (const { name } of deletions) {
    const value = values[name];
    if (value && !elementsOf(value)) throw new ValidationException('DELETE of no set');
  }
}

function checkSetOperand(operand: Operand, values: Item): void {
  if (operand.kind === 'if-not-exists') checkSetOperand(operand.otherwise, values);
  if (operand.kind !== 'sum' && operand.kind !== 'list-append') return;
  for (const side of [operand.left, operand.right]) {
    checkSetOperand(side, values);
    const value = literal(side, values);
    const isRight = operand.kind === 'sum' ? value?.N !== undefined : value?.L !== undefined;
    if (value && !isRight) throw new ValidationException('An operand has a wrong type');
  }
}
