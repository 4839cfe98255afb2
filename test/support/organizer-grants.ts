import { Failure } from '../../shared/failure.ts';
import type { Store, Write } from '../../shared/table/table.ts';

/**
 * What the role for organizers' terminals allows (infra/organizer-role.ts). test/infra/grants.test.ts checks that
 * they are equal.
 */
export const organizerGrants = [
  'cloudformation:DescribeStacks arn:AWS::Partition:cloudformation:AWS::Region:AWS::AccountId:stack/undersigned-dev/*',
  'dynamodb:BatchWriteItem Table',
  'dynamodb:DeleteItem Table',
  'dynamodb:GetItem Table',
  'dynamodb:PutItem Table',
  'dynamodb:Query Table',
  'dynamodb:Scan Table',
  'dynamodb:UpdateItem Table',
  'secretsmanager:GetSecretValue SecretsAddressKey',
];

/** Records what a command needs from IAM, and denies what the role for organizers does not allow. */
export interface CallRecord {
  used: Set<string>;
  call(grant: string): void;
}

export function newCallRecord(): CallRecord {
  const used = new Set<string>();
  return {
    used,
    call: (grant) => {
      used.add(grant);
      const [action = ''] = grant.split(' ');
      if (!organizerGrants.some((allowed) => allowed === grant || allowed.startsWith(`${grant} `)))
        throw new Failure('refused', action, 'AccessDeniedException');
    },
  };
}

/** A store that records each of its calls as the actions that IAM would authorize. */
export function recordedStore(store: Store, { call }: Pick<CallRecord, 'call'>): Store {
  const actionOf = (write: Write): string => {
    if ('create' in write) return 'PutItem';
    return 'remove' in write ? 'DeleteItem' : 'UpdateItem';
  };
  const on = (action: string): void => call(`dynamodb:${action} Table`);
  return {
    get: async (schema, key) => {
      on('GetItem');
      return await store.get(schema, key);
    },
    query: async (schema, options) => {
      on('Query');
      return await store.query(schema, options);
    },
    update: async (update) => {
      on('UpdateItem');
      return await store.update(update);
    },
    remove: async (removal) => {
      on('DeleteItem');
      return await store.remove(removal);
    },
    transact: async (writes) => {
      for (const write of writes) on(actionOf(write));
      return await store.transact(writes);
    },
    putAll: async (items) => {
      on('BatchWriteItem');
      await store.putAll(items);
    },
  };
}
