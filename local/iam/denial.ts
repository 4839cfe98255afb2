import { escapeXml } from '../xml.ts';

/** An answer over HTTP. */
export interface Denial {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How a service answers a request that IAM does not allow, in the form that its SDK client reads. */
export function denialOf(service: string, message: string): Denial {
  switch (service) {
    case 's3':
      return xml(`<Error><Code>AccessDenied</Code><Message>${escapeXml(message)}</Message></Error>`);
    case 'ses':
    case 'cloudfront':
      return xml(
        `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${escapeXml(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
      );
    default:
      return {
        status: service === 'sqs' ? 403 : 400,
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          ...(service === 'sqs' && { 'x-amzn-query-error': 'AccessDenied;Sender' }),
        },
        body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message }),
      };
  }
}

const xml = (content: string): Denial => ({
  status: 403,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0"?>${content}`,
});
