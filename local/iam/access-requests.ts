import { arn } from '../aws.ts';
import { isObject, parseJson } from '../json.ts';
import type { AccessRequest } from './evaluate.ts';

/** The parts of a request to AWS that decide what it needs. */
export interface AwsRequest {
  /** The service name in the request's signature. */
  service: string;
  /** `<API>.<Action>` of the JSON protocols. */
  target: string;
  copySource: string;
  method: string;
  path: string;
}

/** Names in the account that decide which resource a request concerns. */
export interface AccountNames {
  /** Name of the attribute that is the partition key, by table. */
  partitionKeys: Record<string, string>;
  /** ARNs of the SES identities in the role's policies. */
  identities: readonly string[];
}

/**
 * What IAM would have to allow for a request to AWS. Empty if the request does not go to AWS. A service that is not
 * known here gets the resource `*`, which only a grant on everything allows.
 */
export function accessRequestsOf(
  request: AwsRequest,
  body: string,
  { partitionKeys, identities }: AccountNames,
): AccessRequest[] {
  const { service } = request;
  switch (service) {
    case '':
      return [];
    case 'dynamodb':
      return dynamoDbRequests(actionOf(request), objectOf(body), partitionKeys);
    case 'sqs': {
      const action = actionOf(request).replace(/Batch$/, '');
      const queue = text(objectOf(body).QueueUrl).split('/').at(-1) ?? '';
      return [{ action: `sqs:${action}`, resource: arn('sqs', queue) }];
    }
    case 'secretsmanager':
      return [
        { action: `secretsmanager:${actionOf(request)}`, resource: text(objectOf(body).SecretId) || '*' },
      ];
    case 'ses':
      return sesRequests(new URLSearchParams(body), identities);
    case 's3':
      return s3Requests(request);
    case 'cloudfront': {
      const [, id = ''] = /\/distribution\/([^/]+)\/invalidation/.exec(request.path) ?? [];
      const action = request.method === 'POST' ? 'CreateInvalidation' : 'GetInvalidation';
      return [
        { action: `cloudfront:${action}`, resource: arn('cloudfront', `distribution/${id}`, { region: '' }) },
      ];
    }
    case 'events':
      return eventRequests(actionOf(request), objectOf(body));
    default:
      return [{ action: `${service}:${actionOf(request)}`, resource: '*' }];
  }
}

const actionOf = ({ target, method }: AwsRequest): string => target.split('.').at(-1) || method;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function objectOf(body: string): Record<string, unknown> {
  const parsed = parseJson(body);
  return isObject(parsed) ? parsed : {};
}

const transactionActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * A transaction has no action of its own. It needs the actions of its items.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
function dynamoDbRequests(
  action: string,
  body: Record<string, unknown>,
  partitionKeys: AccountNames['partitionKeys'],
): AccessRequest[] {
  const on = (name: string, of: Record<string, unknown>): AccessRequest => {
    const table = text(of.TableName);
    const index = of.IndexName === undefined ? '' : `/index/${text(of.IndexName)}`;
    return {
      action: `dynamodb:${name}`,
      resource: arn('dynamodb', `table/${table}${index}`),
      leadingKeys: name === 'Scan' ? [] : [leadingKey(name, of, partitionKeys[table] ?? '')],
    };
  };
  if (Array.isArray(body.TransactItems)) {
    return body.TransactItems.filter(isObject).flatMap((item) =>
      Object.entries(item).flatMap(([kind, of]) =>
        isObject(of) ? [on(transactionActions[kind] ?? kind, of)] : [],
      ),
    );
  }
  if (isObject(body.RequestItems)) {
    return Object.entries(body.RequestItems).map(([TableName, requests]) => ({
      ...on(action, { TableName }),
      leadingKeys: leadingKeysOfBatch(requests, partitionKeys[TableName] ?? ''),
    }));
  }
  return [on(action, body)];
}

/**
 * The partition key of the item or query. If it is not known, the result is an empty key, which no pattern of a role
 * matches.
 */
function leadingKey(action: string, of: Record<string, unknown>, attribute: string): string {
  if (action === 'Query') {
    const names = isObject(of.ExpressionAttributeNames) ? of.ExpressionAttributeNames : {};
    const values = isObject(of.ExpressionAttributeValues) ? of.ExpressionAttributeValues : {};
    const equalities = text(of.KeyConditionExpression).matchAll(/(#?\w+)\s*=\s*(:\w+)/g);
    for (const [, name = '', value = ''] of equalities) {
      if (text(names[name] ?? name) === attribute) return stringOf(values[value]);
    }
    return '';
  }
  const item = action === 'PutItem' ? of.Item : of.Key;
  return isObject(item) ? stringOf(item[attribute]) : '';
}

/** No function reads batches of items. The keys of such a batch are not known here. */
function leadingKeysOfBatch(requests: unknown, attribute: string): string[] {
  if (!Array.isArray(requests)) return [''];
  return requests.map((request) => {
    const { PutRequest, DeleteRequest } = isObject(request) ? request : {};
    if (isObject(PutRequest)) return leadingKey('PutItem', PutRequest, attribute);
    return isObject(DeleteRequest) ? leadingKey('DeleteItem', DeleteRequest, attribute) : '';
  });
}

const stringOf = (value: unknown): string => (isObject(value) ? text(value.S) : '');

/**
 * Sending an email needs access to an identity and a configuration set. The identity is the sender's address, its
 * domain, or a domain above it. If the role names none of these, the request is for the domain, and is denied.
 */
function sesRequests(form: URLSearchParams, identities: readonly string[]): AccessRequest[] {
  const action = `ses:${form.get('Action') ?? ''}`;
  const sender = form.get('Source');
  if (sender === null) return [{ action, resource: '*' }];
  const configurationSet = form.get('ConfigurationSetName');
  const address = (/<([^>]+)>\s*$/.exec(sender)?.[1] ?? sender).toLowerCase();
  const labels = (address.split('@').at(-1) ?? '').split('.');
  const names = [address, ...labels.map((_, at) => labels.slice(at).join('.'))];
  const possible = names.map((name) => arn('ses', `identity/${name}`));
  const resource =
    possible.find((one) => identities.includes(one)) ?? arn('ses', `identity/${labels.join('.')}`);
  return [
    { action, resource },
    ...(configurationSet === null
      ? []
      : [{ action, resource: arn('ses', `configuration-set/${configurationSet}`) }]),
  ];
}

/** Each entry names its event bus by name or ARN. */
function eventRequests(action: string, { Entries }: Record<string, unknown>): AccessRequest[] {
  const entries = Array.isArray(Entries) ? Entries.filter(isObject) : [];
  const buses = new Set(
    entries.map(({ EventBusName }) => (text(EventBusName) || 'default').split('/').at(-1) ?? ''),
  );
  return [...buses].map((bus) => ({
    action: `events:${action}`,
    resource: arn('events', `event-bus/${bus}`),
  }));
}

const objectActions: Record<string, string> = { GET: 'GetObject', HEAD: 'GetObject', PUT: 'PutObject' };

function s3Requests({ method, path, copySource }: AwsRequest): AccessRequest[] {
  const url = new URL(path, 'http://s3');
  const [, bucket = '', ...key] = url.pathname.split('/').map(decodeURIComponent);
  const on = (action: string, name: string): AccessRequest => ({
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${name}`,
  });
  if (key.join('/') === '') {
    return url.searchParams.has('delete') ? [on('DeleteObject', `${bucket}/*`)] : [on('ListBucket', bucket)];
  }
  const written = on(objectActions[method] ?? 'DeleteObject', `${bucket}/${key.join('/')}`);
  return copySource
    ? [written, on('GetObject', decodeURIComponent(copySource).replace(/^\//, ''))]
    : [written];
}
