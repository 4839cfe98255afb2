import { isReserved } from './reserved-words.ts';

/** Syntax trees of the parts of DynamoDB's expression language that our writes use. */

export type Path = (string | number)[];
export type Operand =
  | { kind: 'path'; path: Path }
  | { kind: 'value'; name: string }
  | { kind: 'size'; path: Path }
  | { kind: 'if-not-exists'; path: Path; otherwise: Operand }
  | { kind: 'list-append'; left: Operand; right: Operand }
  | { kind: 'sum'; operator: '+' | '-'; left: Operand; right: Operand };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Condition =
  | { kind: 'compare'; operator: Comparator; left: Operand; right: Operand }
  | { kind: 'between'; operand: Operand; low: Operand; high: Operand }
  | { kind: 'in'; operand: Operand; list: Operand[] }
  | { kind: 'exists' | 'not-exists'; path: Path }
  | { kind: 'begins-with' | 'contains'; operand: Operand; part: Operand }
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; condition: Condition };

export interface Changes {
  set: { path: Path; operand: Operand }[];
  remove: Path[];
  add: { path: Path; name: string }[];
  delete: { path: Path; name: string }[];
}

/** An error as the SDK throws it when DynamoDB does not understand a call. */
export class ValidationException extends Error {
  readonly $metadata = { httpStatusCode: 400 };
  constructor(message: string) {
    super(message);
    this.name = 'ValidationException';
  }
}

type Token = string;

const tokenPattern = /\s*(<>|<=|>=|[=<>(),.[\]+-]|[#:]?[A-Za-z0-9_]+)/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const at = tokenPattern.lastIndex;
    const token = tokenPattern.exec(source)?.[1];
    if (token === undefined) throw new ValidationException(`Syntax error at ${at} in: ${text}`);
    tokens.push(token);
  }
  return tokens;
}

/** Parses one expression, and records which placeholders it uses. */
function newReader(text: string, names: Record<string, string>, used: Set<string>) {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = (): never => {
    throw new ValidationException(`Syntax error at ${tokens[at] ?? 'the end'} in: ${text}`);
  };
  const peek = (): string => tokens[at] ?? '';
  const isNext = (word: string): boolean => peek().toUpperCase() === word;
  const take = (): string => tokens[at++] ?? fail();
  const accept = (word: string): boolean => {
    if (!isNext(word)) return false;
    at++;
    return true;
  };
  const expect = (word: string): void => {
    if (!accept(word)) fail();
  };

  function nameOf(token: string): string {
    if (token.startsWith('#')) {
      used.add(token);
      const name = names[token];
      if (name === undefined) throw new ValidationException(`${token} is not defined`);
      return name;
    }
    if (!/^[A-Za-z]\w*$/.test(token)) fail();
    if (isReserved(token)) throw new ValidationException(`${token} is a reserved word`);
    return token;
  }

  function path(): Path {
    const parts: Path = [nameOf(take())];
    for (;;) {
      if (accept('.')) parts.push(nameOf(take()));
      else if (accept('[')) {
        const index = take();
        if (!/^\d+$/.test(index)) fail();
        parts.push(Number(index));
        expect(']');
      } else return parts;
    }
  }

  function valueName(): string {
    const name = take();
    if (!name.startsWith(':')) fail();
    used.add(name);
    return name;
  }

  const isCall = (name: string): boolean => peek() === name && tokens[at + 1] === '(';
  function argumentsOf<T>(read: () => T): T {
    at += 2;
    const result = read();
    expect(')');
    return result;
  }
  function pair<Left, Right>(left: () => Left, right: () => Right): [Left, Right] {
    const first = left();
    expect(',');
    return [first, right()];
  }

  function operand(): Operand {
    if (peek().startsWith(':')) return { kind: 'value', name: valueName() };
    if (isCall('size')) return { kind: 'size', path: argumentsOf(path) };
    return { kind: 'path', path: path() };
  }

  return { peek, isNext, take, accept, expect, fail, path, valueName, isCall, argumentsOf, pair, operand };
}
type Reader = ReturnType<typeof newReader>;

const comparators = new Map<string, Comparator>(
  (['=', '<>', '<', '<=', '>', '>='] as const).map((operator) => [operator, operator]),
);

/**
 * Parses a condition.
 *
 * @throws ValidationException where DynamoDB would refuse it
 */
export function readCondition(text: string, names: Record<string, string>, used: Set<string>): Condition {
  const reader = newReader(text, names, used);
  const condition = disjunction(reader);
  if (reader.peek() !== '') reader.fail();
  return condition;
}

function disjunction(reader: Reader): Condition {
  let left = conjunction(reader);
  while (reader.accept('OR')) left = { kind: 'or', left, right: conjunction(reader) };
  return left;
}

function conjunction(reader: Reader): Condition {
  let left = negation(reader);
  while (reader.accept('AND')) left = { kind: 'and', left, right: negation(reader) };
  return left;
}

function negation(reader: Reader): Condition {
  if (reader.accept('NOT')) return { kind: 'not', condition: negation(reader) };
  if (!reader.isNext('(')) return predicate(reader);
  reader.expect('(');
  const isRedundant = reader.isNext('(');
  const inner = disjunction(reader);
  if (isRedundant && isInParentheses.has(inner))
    throw new ValidationException('The expression has redundant parentheses');
  reader.expect(')');
  isInParentheses.add(inner);
  return inner;
}

/** Conditions in their own parentheses. DynamoDB refuses a second pair around them. */
const isInParentheses = new WeakSet<Condition>();

function predicate(reader: Reader): Condition {
  const { isCall, argumentsOf, path, pair, operand } = reader;
  if (isCall('attribute_exists')) return { kind: 'exists', path: argumentsOf(path) };
  if (isCall('attribute_not_exists')) return { kind: 'not-exists', path: argumentsOf(path) };
  for (const [name, kind] of [
    ['begins_with', 'begins-with'],
    ['contains', 'contains'],
  ] as const)
    if (isCall(name)) {
      const [whole, part] = argumentsOf(() => pair(operand, operand));
      return { kind, operand: whole, part };
    }
  const left = operand();
  if (reader.accept('BETWEEN')) {
    const low = operand();
    reader.expect('AND');
    return { kind: 'between', operand: left, low, high: operand() };
  }
  if (reader.accept('IN')) {
    reader.expect('(');
    const list = [operand()];
    while (reader.accept(',')) list.push(operand());
    reader.expect(')');
    return { kind: 'in', operand: left, list };
  }
  const operator = comparators.get(reader.take()) ?? reader.fail();
  return { kind: 'compare', operator, left, right: operand() };
}

const clauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;

/**
 * Parses an update.
 *
 * @throws ValidationException where DynamoDB would refuse it
 */
export function readUpdate(text: string, names: Record<string, string>, used: Set<string>): Changes {
  const reader = newReader(text, names, used);
  const changes: Changes = { set: [], remove: [], add: [], delete: [] };
  const seen = new Set<string>();
  do {
    const clause = clauses.find((word) => reader.accept(word)) ?? reader.fail();
    if (seen.has(clause)) throw new ValidationException(`${clause} stands twice`);
    seen.add(clause);
    do readChange(reader, clause, changes);
    while (reader.accept(','));
  } while (reader.peek() !== '');
  checkPaths([
    ...changes.remove,
    ...[...changes.set, ...changes.add, ...changes.delete].map((change) => change.path),
  ]);
  return changes;
}

function readChange(reader: Reader, clause: (typeof clauses)[number], changes: Changes): void {
  const path = reader.path();
  if (clause === 'REMOVE') changes.remove.push(path);
  else if (clause === 'SET') {
    reader.expect('=');
    changes.set.push({ path, operand: sum(reader) });
  } else changes[clause === 'ADD' ? 'add' : 'delete'].push({ path, name: reader.valueName() });
}

function sum(reader: Reader): Operand {
  const left = setOperand(reader);
  const operator = reader.accept('+') ? '+' : reader.accept('-') ? '-' : undefined;
  return operator ? { kind: 'sum', operator, left, right: setOperand(reader) } : left;
}

function setOperand(reader: Reader): Operand {
  const { isCall, argumentsOf, pair, path, operand } = reader;
  const inner = (): Operand => setOperand(reader);
  if (isCall('if_not_exists')) {
    const [at, otherwise] = argumentsOf(() => pair(path, inner));
    return { kind: 'if-not-exists', path: at, otherwise };
  }
  if (isCall('list_append')) {
    const [left, right] = argumentsOf(() => pair(inner, inner));
    return { kind: 'list-append', left, right };
  }
  if (isCall('size')) return reader.fail();
  return operand();
}

/**
 * Refuses two paths that are equal or of which one contains the other, and a step that is used both as a name and as
 * an index.
 */
function checkPaths(paths: Path[]): void {
  for (const [index, one] of paths.entries())
    for (const other of paths.slice(index + 1)) {
      const length = Math.min(one.length, other.length);
      let same = 0;
      while (same < length && one[same] === other[same]) same++;
      const isConflict = same < length && typeof one[same] !== typeof other[same];
      if (same === length || isConflict)
        throw new ValidationException('Two document paths overlap or conflict');
    }
}
