import { get } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { SiteAnswer } from './check-stage.ts';

const timeout = 10_000;

/** Requests the API's description from a site. Never throws: an error is part of the answer. */
export const readSite = (url: string): Promise<SiteAnswer> =>
  new Promise((done) => {
    const request = get(`${url}/api/openapi.json`, { timeout, agent: false }, (response) => {
      const { socket } = response;
      const validTo = socket instanceof TLSSocket ? socket.getPeerCertificate().valid_to : undefined;
      response.resume();
      done({
        url,
        ...(response.statusCode !== undefined && { status: response.statusCode }),
        ...(validTo !== undefined && { validUntil: new Date(validTo) }),
      });
    });
    request.on('timeout', () =>
      request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
    );
    request.on('error', (error) => done({ url, error: 'code' in error ? String(error.code) : error.name }));
  });
