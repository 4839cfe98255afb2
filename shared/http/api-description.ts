/** One method on one path of the API, for the OpenAPI description. Schemas have the same names as there. */
export interface ApiOperation {
  method: 'get' | 'post';
  path: string;
  operationId: string;
  summary: string;
  parameter?: 'slug' | 'token';
  body?: { schemas: string[]; required: boolean; types?: string[] };
  /** By status. An answer without a schema has no body for programs. */
  answers: Record<string, { description: string; schema?: string }>;
  /** Statuses of the problems that it can answer. */
  problemStatuses: number[];
}

const signOn = '/api/sign-ons/{token}';
const unsubscribe = '/api/unsubscribe/{token}';
const unreadable = [400, 413, 415];

export const apiOperations: ApiOperation[] = [
  {
    method: 'post',
    path: '/api/campaigns/{slug}/sign-ons',
    operationId: 'submitSignOn',
    summary:
      'Sign on. The address gets a mail; its link leads to the button that confirms. The same for every address.',
    parameter: 'slug',
    body: { schemas: ['OrganizationSubmission', 'IndividualSubmission'], required: true },
    answers: {
      '202': { description: 'Taken; a mail is on its way.', schema: 'Submitted' },
      '303': { description: 'For a browser: on to /{slug}/check-your-inbox/.' },
    },
    problemStatuses: [...unreadable, 404, 409, 422, 429],
  },
  {
    method: 'get',
    path: signOn,
    operationId: 'showSignOn',
    summary: 'What is signed or waits to be, and what its owner can do. Changes nothing.',
    parameter: 'token',
    answers: { '200': { description: 'The sign-on as it will be printed.', schema: 'ShownSignOn' } },
    problemStatuses: [404],
  },
  {
    method: 'post',
    path: `${signOn}/confirm`,
    operationId: 'confirmSignOn',
    summary: 'The pressed button: what was submitted becomes what is signed.',
    parameter: 'token',
    body: { schemas: ['Confirmation'], required: false },
    answers: {
      '200': { description: 'Confirmed, now or before.', schema: 'Confirmed' },
      '303': {
        description: 'For a browser: on to /{slug}/signed/, /{slug}/waiting/ or /{slug}/already-signed/.',
      },
    },
    problemStatuses: [...unreadable, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${signOn}/correct`,
    operationId: 'correctSignOn',
    summary:
      'Corrects what is signed, or waits to be. A field that is not given stays, an empty one is taken away.',
    parameter: 'token',
    body: { schemas: ['Correction'], required: false },
    answers: {
      '200': { description: 'The sign-on as it now stands.', schema: 'ShownSignOn' },
      '303': { description: 'For a browser: back to the page of the link.' },
    },
    problemStatuses: [...unreadable, 404, 409, 422],
  },
  {
    method: 'post',
    path: `${signOn}/keep`,
    operationId: 'keepSignOn',
    summary: 'Leaves it as signed: a change that waits is dropped, and nothing else changes.',
    parameter: 'token',
    answers: {
      '200': { description: 'The sign-on as it now stands.', schema: 'ShownSignOn' },
      '303': { description: 'For a browser: back to the page of the link.' },
    },
    problemStatuses: [...unreadable, 404],
  },
  ...(['withdraw', 'not-me'] as const).map((action) => ({
    method: 'post' as const,
    path: `${signOn}/${action}`,
    operationId: action === 'withdraw' ? 'withdrawSignOn' : 'denySignOn',
    summary:
      action === 'withdraw'
        ? 'Takes the signature off, before or after publication.'
        : 'It was somebody else who typed the address.',
    parameter: 'token' as const,
    answers: {
      '200': { description: 'Withdrawn, now or before.', schema: 'Withdrawn' },
      '303': { description: 'For a browser: on to /{slug}/withdrawn/ or /{slug}/not-you/.' },
    },
    problemStatuses: [...unreadable, 404],
  })),
  {
    method: 'get',
    path: '/api/invitations/{token}',
    operationId: 'showInvitation',
    summary: 'The form for an invited organization, with its name. Changes nothing.',
    parameter: 'token',
    answers: { '200': { description: 'The organization that is invited.', schema: 'Invitation' } },
    problemStatuses: [404],
  },
  {
    method: 'get',
    path: unsubscribe,
    operationId: 'showUnsubscribe',
    summary: 'A page with a button. Changes nothing.',
    parameter: 'token',
    answers: { '200': { description: 'The link works.', schema: 'Unsubscribable' } },
    problemStatuses: [404],
  },
  {
    method: 'post',
    path: unsubscribe,
    operationId: 'unsubscribe',
    summary:
      'Stops the mails about this letter to the address; with ?all=yes all mails of this site. Takes the one-click form of RFC 8058; what the body says does not matter.',
    parameter: 'token',
    answers: { '200': { description: 'No more mails.', schema: 'Unsubscribed' } },
    problemStatuses: [404, 413],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'describeApi',
    summary: 'This description.',
    answers: { '200': { description: 'OpenAPI 3.1.' } },
    problemStatuses: [],
  },
];
