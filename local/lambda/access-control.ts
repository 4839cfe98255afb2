import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { type AwsRequest, accessRequestsOf } from '../iam/access-requests.ts';
import { type Denial, denialOf } from '../iam/denial.ts';
import { type AccessRequest, accessDeniedMessage, grantsOf, isAllowed, usedGrants } from '../iam/evaluate.ts';
import type { Access, Call } from './messages.ts';

/**
 * Checks each request that this thread's code sends to AWS against the function's role, before the request leaves the
 * thread. If the role does not allow it, nothing is sent, and the code gets the answer of AWS: `AccessDenied`. `tell`
 * receives each used grant and each denial once. Only the keys of items are kept, in memory.
 *
 * This needs no connection and no further process. Parsing a request takes about ten microseconds. It is evaluated
 * only if no earlier request had the same action, resource and keys.
 */
export function controlAccess(access: Access, tell: (call: Call) => void): void {
  const isAllowedOnce = newDecisions(access, tell);
  const names = {
    partitionKeys: access.partitionKeys,
    identities: grantsOf(access.statements)
      .map(({ resource }) => resource)
      .filter((resource) => resource.includes(':identity/')),
  };
  subscribe('http.client.request.created', (message) => {
    const request = requestOf(message);
    if (!request) return;
    const aws = awsRequest(request);
    if (aws.service === '') return;
    const { write, end } = request;
    let denied: boolean | undefined;
    /**
     * Decides when the first piece arrives. The SDK passes a whole body to `end`. It streams only to S3, where the
     * path is enough to decide.
     */
    const decide = (piece: unknown): boolean => {
      if (denied !== undefined) return denied;
      const refused = accessRequestsOf(aws, textOf(piece), names).find((asked) => !isAllowedOnce(asked));
      if (refused) answer(request, denialOf(aws.service, accessDeniedMessage(access.role, refused)));
      denied = refused !== undefined;
      return denied;
    };
    request.write = (...parts: unknown[]) => decide(parts[0]) || Reflect.apply(write, request, parts);
    request.end = (...parts: unknown[]) => {
      if (!decide(parts[0])) Reflect.apply(end, request, parts);
      return request;
    };
  });
}

/** How many decisions are remembered. After that all are forgotten, and each is evaluated again once. */
const maxDecisions = 10_000;

function newDecisions({ statements }: Access, tell: (call: Call) => void) {
  const told = new Set<string>();
  const tellOnce = (call: Call): void => {
    const text = JSON.stringify(call);
    if (told.has(text)) return;
    told.add(text);
    tell(call);
  };
  const decisions = new Map<string, boolean>();
  return (request: AccessRequest): boolean => {
    const { action, resource, leadingKeys = [] } = request;
    const key = `${action} ${resource} ${leadingKeys.join(' ')}`;
    const known = decisions.get(key);
    if (known !== undefined) return known;
    const allowed = isAllowed(statements, request);
    if (allowed) usedGrants(statements, request).map(tellOnce);
    else tellOnce({ action, resource, isDenied: true });
    if (decisions.size >= maxDecisions) decisions.clear();
    decisions.set(key, allowed);
    return allowed;
  };
}

/** Answers a request without sending it, and releases the connection that it would have used. */
function answer(request: ClientRequest, { status, headers, body }: Denial): void {
  const response = new IncomingMessage(new Socket());
  response.statusCode = status;
  Object.assign(response.headers, headers);
  response.push(body);
  response.push(null);
  request.emit('response', response);
  // The caller already has its answer, so closing the connection is not an error.
  request.removeAllListeners('error');
  request.on('error', () => {});
  request.destroy();
}

const textOf = (piece: unknown): string =>
  typeof piece === 'string' ? piece : piece instanceof Uint8Array ? Buffer.from(piece).toString() : '';

const requestOf = (message: unknown): ClientRequest | undefined =>
  typeof message === 'object' &&
  message !== null &&
  'request' in message &&
  message.request instanceof ClientRequest
    ? message.request
    : undefined;

function awsRequest(request: ClientRequest): AwsRequest {
  const header = (name: string): string => String(request.getHeader(name) ?? '');
  return {
    // "… Credential=<key>/<date>/<region>/<service>/aws4_request, …"
    service: /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(header('authorization'))?.[1] ?? '',
    target: header('x-amz-target'),
    copySource: header('x-amz-copy-source'),
    method: request.method,
    path: request.path,
  };
}
