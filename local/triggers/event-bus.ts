import { isObject } from '../json.ts';
import type { EventRule } from '../template/triggers.ts';
import { matchesPattern } from './filter.ts';

/** The account's default event bus: whoever publishes does not know who listens. */
export interface EventBus {
  publish(event: object): void;
  /** From now on, every event goes to `listener`, too. */
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
 * What a rule gives its target for an event: nothing if its pattern does not fit, else the event or what the rule's
 * input transformer makes of it.
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

/** A variable of a template. By itself it stands for a JSON value, within a quoted text for its text. */
const variable = /<([A-Za-z0-9_-]+)>/g;

/** Dots and indexes, as in `$.detail.mail.tags.slug[0]`. */
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
