/** The account that everything pretends to live in. */
export const region = 'us-east-1';
export const account = '000000000000';

/** Accepted by every local service; no real account knows them. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export const arn = (
  service: string,
  resource: string,
  where: { region?: string; account?: string } = {},
): string => `arn:aws:${service}:${where.region ?? region}:${where.account ?? account}:${resource}`;

/** Settings of an SDK client that talks to one local service and to nothing else. */
export const clientFor = (endpoint: string) => ({ endpoint, region, credentials });
