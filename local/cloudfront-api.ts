import { randomBytes } from 'node:crypto';
import { listen, type RunningServer, readBody } from './http.ts';
import type { Log } from './log.ts';
import { escapeXml } from './xml.ts';

/**
 * Answers CloudFront's `CreateInvalidation`, and nothing else. Nothing is cached on this machine, so it only accepts
 * the request.
 */
export function startCloudFrontApi(log: Log): Promise<RunningServer> {
  return listen(async (request, response) => {
    const body = (await readBody(request, 100_000))?.toString() ?? '';
    const isInvalidation =
      request.method === 'POST' &&
      /^\/2020-05-31\/distribution\/[^/]+\/invalidation$/.test(request.url ?? '');
    response.setHeader('content-type', 'text/xml');
    if (!isInvalidation) {
      response.writeHead(400).end(failure('InvalidArgument', 'Only CreateInvalidation is known here.'));
      return;
    }
    log('invalidation');
    const batch = /<CallerReference>[^<]*<\/CallerReference>|<Paths>[\s\S]*<\/Paths>/g;
    response
      .writeHead(201)
      .end(
        `<?xml version="1.0"?><Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">` +
          `<Id>I${randomBytes(6).toString('hex').toUpperCase()}</Id><Status>Completed</Status>` +
          `<CreateTime>${new Date().toISOString()}</CreateTime>` +
          `<InvalidationBatch>${(body.match(batch) ?? []).join('')}</InvalidationBatch></Invalidation>`,
      );
  });
}

const failure = (code: string, message: string): string =>
  `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code>` +
  `<Message>${escapeXml(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`;
