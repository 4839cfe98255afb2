import type { ApiEvent, ApiResponse } from './event.ts';

/**
 * Lets pages of every site read the answers of an address, including errors, without cookies
 * (https://fetch.spec.whatwg.org/#http-cors-protocol). CloudFront sends the same headers (infra/headers.ts), also
 * with errors that no function sees. These are for clients that do not use CloudFront.
 */
export const openToAllSites = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
};

/**
 * Whether a request is a browser's question before a page of another site sends what a form could not, such as JSON.
 */
export const isPreflight = ({ requestContext }: ApiEvent): boolean =>
  requestContext.http.method === 'OPTIONS';

/** The answer to that question, the same for every campaign and site. It is valid for a day. */
export const preflightResponse: ApiResponse = {
  statusCode: 204,
  headers: {
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'accept, content-type',
    'access-control-max-age': '86400',
  },
};
