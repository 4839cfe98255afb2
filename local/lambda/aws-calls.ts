import { isObject, parseJson } from '../json.ts';
import type { Call } from './messages.ts';

/** What is seen of a request to AWS. */
export interface AwsRequest {
  /** As in the signature. */
  service: string;
  /** `<API>.<Action>` of the JSON protocols */
  target: string;
  copySource: string;
  method: string;
  path: string;
}

/** The calls that a request makes, as IAM would look at them; none if it is not one to AWS. */
export function callsOf(request: AwsRequest, body: string): Call[] {
  switch (request.service) {
    case 'dynamodb':
      return dynamoDbCalls(actionOf(request), objectOf(body));
    case 'sqs':
      return [{ service: 'sqs', action: actionOf(request), resource: last(objectOf(body).QueueUrl) }];
    case 'secretsmanager':
      return [
        { service: 'secretsmanager', action: actionOf(request), resource: text(objectOf(body).SecretId) },
      ];
    case 'ses': {
      const form = new URLSearchParams(body);
      const resource = form.get('ConfigurationSetName') ?? '*';
      return [{ service: 'ses', action: form.get('Action') ?? '', resource }];
    }
    case 's3':
      return s3Calls(request);
    case 'cloudfront': {
      const [, distribution = '*'] = /\/distribution\/([^/]+)\/invalidation/.exec(request.path) ?? [];
      const action = request.method === 'POST' ? 'CreateInvalidation' : 'GetInvalidation';
      return [{ service: 'cloudfront', action, resource: distribution }];
    }
    case '':
      return [];
    default:
      return [{ service: request.service, action: actionOf(request), resource: '*' }];
  }
}

const actionOf = ({ target, method }: AwsRequest): string => target.split('.').at(-1) || method;

const text = (value: unknown): string => (typeof value === 'string' ? value : '*');
const last = (value: unknown): string => text(value).split('/').at(-1) ?? '*';

function objectOf(body: string): Record<string, unknown> {
  const parsed = parseJson(body);
  return isObject(parsed) ? parsed : {};
}

/** `TransactWriteItems` and the batches are no actions of their own to IAM: their items are. */
function dynamoDbCalls(action: string, body: Record<string, unknown>): Call[] {
  const call = (name: string, table: unknown): Call => ({
    service: 'dynamodb',
    action: name,
    resource: text(table),
  });
  if (action === 'TransactWriteItems' || action === 'TransactGetItems') {
    const items = Array.isArray(body.TransactItems) ? body.TransactItems.filter(isObject) : [];
    return items.flatMap((item) =>
      Object.entries(item).flatMap(([kind, of]) =>
        isObject(of) ? [call(transacted[kind] ?? kind, of.TableName)] : [],
      ),
    );
  }
  if (action === 'BatchWriteItem' || action === 'BatchGetItem') {
    return Object.keys(isObject(body.RequestItems) ? body.RequestItems : {}).map((table) =>
      call(action, table),
    );
  }
  return [
    call(action, body.IndexName ? `${text(body.TableName)}/index/${text(body.IndexName)}` : body.TableName),
  ];
}

const transacted: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** Objects are told by bucket and first folder: `bucket/snapshots/*`. */
function s3Calls({ method, path, copySource }: AwsRequest): Call[] {
  const url = new URL(path, 'http://s3');
  const [, bucket = '', ...key] = url.pathname.split('/');
  const call = (action: string, resource: string): Call => ({ service: 's3', action, resource });
  if (!key.some((part) => part !== '')) {
    const action = method === 'POST' && url.searchParams.has('delete') ? 'DeleteObjects' : 'ListObjectsV2';
    return [call(action, bucket)];
  }
  const object = objectName(bucket, key);
  if (method === 'PUT' && copySource) {
    const [source = '', ...sourceKey] = decodeURIComponent(copySource).replace(/^\//, '').split('/');
    return [call('PutObject', object), call('GetObject', objectName(source, sourceKey))];
  }
  return [call(objectActions[method] ?? method, object)];
}

const objectActions: Record<string, string> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

const objectName = (bucket: string, [first = '', ...rest]: string[]): string =>
  rest.length > 0 ? `${bucket}/${first}/*` : `${bucket}/${first}`;
