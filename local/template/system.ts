import type { Api } from './api.ts';
import { readApi } from './api.ts';
import type { Assembly } from './assembly.ts';
import type { Distribution } from './distribution.ts';
import { readDistribution } from './distribution.ts';
import type { FunctionDefinition } from './functions.ts';
import { readFunctions } from './functions.ts';
import { newResolver } from './resolve.ts';
import type { Stores } from './stores.ts';
import { readStores } from './stores.ts';
import type { Triggers } from './triggers.ts';
import { readTriggers } from './triggers.ts';

/** Everything in the template that the stack runs. There is no second description of the system. */
export interface System {
  stores: Stores;
  functions: FunctionDefinition[];
  triggers: Triggers;
  api: Api;
  distribution: Distribution;
  /** Domains that SES accepts as senders. */
  senderDomains: string[];
}

/** `queueUrl` returns the address of a queue by its name. */
export function readSystem(assembly: Assembly, queueUrl: (name: string) => string): System {
  const resolver = newResolver(assembly.template, assembly.stackName, queueUrl);
  const stores = readStores(assembly, resolver);
  return {
    stores,
    functions: readFunctions(assembly, resolver, stores.tables),
    triggers: readTriggers(assembly, resolver),
    api: readApi(assembly, resolver),
    distribution: readDistribution(assembly, resolver),
    senderDomains: String(resolver.value(assembly.template.Outputs.SenderDomains?.Value) ?? '')
      .split(',')
      .filter((domain) => domain !== ''),
  };
}

/**
 * Short names for programs, taken from the environment of functions: the bucket in `SITE_BUCKET` is `site`, the queue
 * in `MAIL_QUEUE_URL` is `mail`. Resources in no function's environment have their name in the template, without the
 * hash that CDK adds: `mailDeadLetters`.
 */
export function shortNames(
  functions: FunctionDefinition[],
  suffix: string,
  things: { logicalId: string; value: string }[],
): Record<string, string> {
  const variables = functions.flatMap(({ environment }) => Object.entries(environment));
  return Object.fromEntries(
    things.map(({ logicalId, value }) => {
      const told = variables.find(([name, content]) => name.endsWith(suffix) && content === value);
      return [told ? camelCase(told[0].slice(0, -suffix.length)) : withoutHash(logicalId), value];
    }),
  );
}

const withoutHash = (logicalId: string): string =>
  logicalId.replace(/[0-9A-F]{8}$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());

const camelCase = (constant: string): string =>
  constant.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
