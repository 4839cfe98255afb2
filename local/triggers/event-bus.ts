import { isObject } from '../json.ts';
import type { EventRule } from '../template/triggers.ts';
import { matchesPattern } from './filter.ts';

/** The account's default event bus. Publishers do not know the subscribers. */
export interface EventBus {
  publish(event: object): void;
  /** Sends every future event to `listener` too. */
  subscribe(listener: (event: object) => void): void;
}

export function newEventBus(): EventBus {
  const listeners: ((event: object) => void)[] = [];
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

/**
 * What a rule passes to its target for an event: nothing if its pattern does not match, otherwise the event or the
 * output of the rule's input transformer.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function inputFor({ pattern, transformer }: EventRule, event: object): unknown {
  if (!matchesPattern(pattern, event)) return undefined;
  if (!transformer) return event;
  const takenValue = (name: string): unknown => valueAt(event, transformer.paths[name] ?? '') ?? '';
  const filled = transformer.template.replace(
    /"(?:[^"\\]|\\.)*"|<([A-Za-z0-9_-]+)>/g,
    (part: string, name: string | undefined) =>
      name === undefined
        ? part.replace(variable, (_, inside: string) =>
            JSON.stringify(String(takenValue(inside))).slice(1, -1),
          )
        : JSON.stringify(takenValue(name)),
  );
  return JSON.parse(filled);
}

/**
 * A variable in an input template. By itself it stands for a JSON value; within quotation marks it stands for the
 * text of that value.
 */
const variable = /<([A-Za-z0-9_-]+)>/g;

/** Resolves paths with dots and indexes, such as `$.detail.mail.tags.slug[0]`. */
function valueAt(event: object, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, '')
    .split(/\.|\[(\d+)\]/)
    .filter(Boolean);
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, event);
}
