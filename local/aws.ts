/** The region and account that the local services use. */
export const region = 'us-east-1';
export const account = '000000000000';

/** Every local service accepts these. They belong to no real account. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export const arn = (
  service: string,
  resource: string,
  where: { region?: string; account?: string } = {},
): string => `arn:aws:${service}:${where.region ?? region}:${where.account ?? account}:${resource}`;

/** Settings of an SDK client that calls one local service and nothing else. */
export const clientFor = (endpoint: string) => ({ endpoint, region, credentials });
