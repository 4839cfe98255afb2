/** Functions read their environment when they are imported; tests give each what it names, and inject the rest. */
Object.assign(process.env, {
  TABLE_NAME: 'undersigned-test',
  MAIL_QUEUE_URL: 'http://127.0.0.1:9/mail',
  SITE_QUEUE_URL: 'http://127.0.0.1:9/site',
  SITE_URL: 'https://letters.example.org',
  SITE_BUCKET: 'site',
  PRIVATE_BUCKET: 'private',
  DISTRIBUTION_ID: 'E0EXAMPLE',
  ADDRESS_KEY_SECRET: 'undersigned-test/address-key',
  LINK_KEYS_SECRET: 'undersigned-test/link-keys',
  CONFIGURATION_SET: 'undersigned-test',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});
