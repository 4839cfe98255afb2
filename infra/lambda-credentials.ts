/**
 * Stands in for the AWS SDK's search for credentials in every bundle: Lambda hands a function its credentials in the
 * environment, and there is no other place to look. What it replaces (SSO, STS, profiles, instance metadata) is 130 kB
 * and a third of the time that a function takes to load.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('There are no credentials in the environment.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
