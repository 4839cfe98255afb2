/**
 * Runs in a thread of its own, one for each execution environment. Loads the bundle, then calls its handler once per
 * message. `process.env` belongs to this function only.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { controlAccess } from './access-control.ts';
import type { Call, FromWorker, FunctionError, Invocation, WorkerData } from './messages.ts';

const { bundle, handler: name, access }: WorkerData = workerData;
const environment = process.env;
const newCalls: Call[] = [];
controlAccess(access, (call) => newCalls.push(call));

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

const describe = (error: unknown): FunctionError => ({
  errorType: error instanceof Error ? error.name : 'Error',
  errorMessage: error instanceof Error ? error.message : String(error),
});

/** Writes what Lambda writes into the function's log when a handler throws. */
function report(error: unknown, requestId?: string): void {
  const stackTrace = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
  console.error(
    JSON.stringify({
      timestamp: new Date().toISOString(),
      level: 'ERROR',
      ...(requestId && { requestId }),
      message: { ...describe(error), stackTrace },
    }),
  );
}

const contextOf = ({ requestId, deadline }: Invocation) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: environment.AWS_LAMBDA_FUNCTION_NAME ?? '',
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:${environment.AWS_REGION}:000000000000:function:${environment.AWS_LAMBDA_FUNCTION_NAME}`,
  logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME ?? '',
  logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME ?? '',
  memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

try {
  const loaded: Record<string, unknown> = await import(bundle);
  const handler = loaded[name];
  if (typeof handler !== 'function') throw new Error(`${name} is undefined or not exported`);
  parentPort?.on('message', async (invocation: Invocation) => {
    const calls = (): Call[] => newCalls.splice(0);
    try {
      const event: unknown = JSON.parse(invocation.event);
      const result: unknown = await handler(event, contextOf(invocation));
      tell({ kind: 'done', payload: JSON.stringify(result) ?? 'null', calls: calls() });
    } catch (error) {
      report(error, invocation.requestId);
      tell({ kind: 'failed', error: describe(error), calls: calls() });
    }
  });
  tell({ kind: 'ready' });
} catch (error) {
  report(error);
  tell({ kind: 'failed-to-load', error: describe(error) });
}
