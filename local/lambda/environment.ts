import { credentials, region } from '../aws.ts';
import type { FunctionDefinition } from '../template/functions.ts';

/** Addresses of the local services, by the names that the SDK looks for in `AWS_ENDPOINT_URL_<NAME>`. */
export type Endpoints = Record<
  'DYNAMODB' | 'S3' | 'SES' | 'SQS' | 'SECRETS_MANAGER' | 'CLOUDFRONT' | 'EVENTBRIDGE',
  string
>;

export interface FunctionAddresses {
  endpoints: Endpoints;
  /** The address of the site on this machine, and the addresses that the template has for it. */
  site: { url: string; templateUrls: string[] };
}

/**
 * The environment of a function: what the template gives it, with the site's address on this machine, what Lambda
 * adds, and the local services. It contains nothing of the person's own environment or AWS configuration.
 */
export function environmentOf(
  { name, memoryMegabytes, handler, environment, log }: FunctionDefinition,
  { endpoints, site }: FunctionAddresses,
): Record<string, string> {
  const here = Object.entries(environment).map(([key, value]) => [
    key,
    site.templateUrls.reduce((text, url) => text.replaceAll(url, site.url), value),
  ]);
  return {
    ...Object.fromEntries(here),
    ...Object.fromEntries(Object.entries(endpoints).map(([key, url]) => [`AWS_ENDPOINT_URL_${key}`, url])),
    // A call to a service that is not emulated must fail, and must not leave this machine.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_CONFIG_FILE: 'none',
    AWS_SHARED_CREDENTIALS_FILE: 'none',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_LOG_FORMAT: log.format,
    ...(log.level && { AWS_LAMBDA_LOG_LEVEL: log.level }),
    _HANDLER: `index.${handler}`,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
