import type { ApiResponse } from './event.ts';

/** An answer for programs. */
export const jsonResponse = (
  statusCode: number,
  value: unknown,
  contentType = 'application/json',
): ApiResponse => ({
  statusCode,
  headers: { 'content-type': contentType },
  body: JSON.stringify(value),
});

/** An answer for people. */
export const htmlResponse = (statusCode: number, html: string): ApiResponse => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: html,
});

/**
 * Redirects a browser to a page of the site after its form was accepted (303: the browser uses GET, whatever the
 * form's method).
 */
export const seeOther = (path: string): ApiResponse => ({ statusCode: 303, headers: { location: path } });
