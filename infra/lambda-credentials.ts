/**
 * Replaces the AWS SDK's search for credentials in every bundle. Lambda always puts a function's credentials into its
 * environment, and the providers that are left out (SSO, STS, profiles, instance metadata) are 130 kB and a third of the
 * time that a function takes to load.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('The environment has no AWS credentials.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
