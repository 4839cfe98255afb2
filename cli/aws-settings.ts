import type { Failure } from '../shared/failure.ts';
import { failureOf } from '../shared/failure.ts';
import { type Refusal, unavailable } from './refusal.ts';

/** The part of an SDK client's configuration that says where calls go and who makes them. */
interface AwsSettings {
  region: () => Promise<unknown>;
  credentials: () => Promise<unknown>;
}

/**
 * Checks before the first call that a region and credentials are set. The SDK's own errors for these do not say what
 * is missing.
 *
 * @throws Refusal that says which setting is missing and how to set it
 */
export async function checkAwsSettings(settings: AwsSettings, environment: NodeJS.ProcessEnv): Promise<void> {
  const profile = environment.AWS_PROFILE;
  await settings.credentials().catch((error: unknown) => {
    const { code } = failureOf(error, 'credentials');
    throw profile === undefined || code === 'UnknownError' ? noCredentials : noCredentialsIn(profile);
  });
  await settings.region().catch(() => {
    throw unavailable(
      'No AWS region',
      'No AWS region is set, so the stage cannot be found. Set AWS_REGION to the region that the stage was deployed to, such as AWS_REGION=us-east-1.',
    );
  });
}

const noCredentials = unavailable(
  'No AWS credentials',
  'No AWS credentials were found. Log in with `aws sso login`, or set AWS_PROFILE and AWS_REGION. Without --stage, the command uses the local stack.',
);

const noCredentialsIn = (profile: string): Refusal =>
  unavailable(
    'No AWS credentials',
    `The AWS profile ${profile} has no valid credentials: it does not exist, or its login has expired. Log in with \`aws sso login --profile ${profile}\`, or set AWS_PROFILE to another profile. \`aws configure list-profiles\` lists them.`,
  );

/**
 * Turns an error that AWS answers into a message for the person at the terminal. Undefined for errors about something
 * else.
 */
export function awsRefusal({ code, operation }: Failure): Refusal | undefined {
  switch (code) {
    case 'CredentialsProviderError':
    case 'TokenProviderError':
      return noCredentials;
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'TokenRefreshRequired':
    case 'RequestExpired':
      return unavailable(
        'AWS credentials have expired',
        'Your AWS credentials have expired. Log in again, for example with `aws sso login`.',
      );
    case 'InvalidClientTokenId':
    case 'UnrecognizedClientException':
    case 'SignatureDoesNotMatch':
    case 'InvalidSignatureException':
    case 'IncompleteSignature':
    case 'AuthFailure':
      return unavailable(
        'AWS does not accept these credentials',
        'AWS does not accept your credentials. Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or set AWS_PROFILE. If they are right, check the clock of this machine.',
      );
    case 'AccessDenied':
    case 'AccessDeniedException':
      return unavailable(
        'Not permitted',
        `Your AWS credentials do not permit ${operation} on this stage. Use the stage's role for organizers, whose ARN is in the stack's output OrganizerRoleArn. \`doctor\`, \`export-keys\` and \`restore-keys\` need more than this role: step 1 of docs/deploy.md lists it.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'TimeoutError':
      return unavailable(
        'AWS cannot be reached',
        'AWS cannot be reached. Check the internet connection, and that AWS_REGION is a region such as us-east-1. Then try again.',
      );
    default:
      return undefined;
  }
}
