import type { ApiEvent, ApiResponse } from './event.ts';

/**
 * Let pages of every site read the answers of an address, errors too, without cookies
 * (https://fetch.spec.whatwg.org/#http-cors-protocol). CloudFront sends the same headers (infra/headers.ts), also with errors
 * that no function sees; these are for whoever asks without CloudFront.
 */
export const openToAllSites = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
};

/** A browser's question before a page of another site sends what no form could, such as JSON. */
export const isPreflight = ({ requestContext }: ApiEvent): boolean =>
  requestContext.http.method === 'OPTIONS';

/** The answer to that question, the same for every campaign and site. It holds for a day. */
export const preflightResponse: ApiResponse = {
  statusCode: 204,
  headers: {
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'accept, content-type',
    'access-control-max-age': '86400',
  },
};
