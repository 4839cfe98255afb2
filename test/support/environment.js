/**
 * Functions read their environment when they are imported. This gives them each variable that they name. Tests inject
 * the rest.
 */
Object.assign(process.env, {
  TABLE_NAME: 'undersigned-test',
  MAIL_QUEUE_URL: 'http://127.0.0.1:9/mail',
  CONFIRMATION_QUEUE_URL: 'http://127.0.0.1:9/confirmations',
  SITE_QUEUE_URL: 'http://127.0.0.1:9/site',
  EVENTS_QUEUE_URL: 'http://127.0.0.1:9/events',
  EVENT_BUS: 'undersigned-dev',
  SITE_URL: 'https://letters.example.org',
  SITE_BUCKET: 'site',
  PRIVATE_BUCKET: 'private',
  DISTRIBUTION_ID: 'E0EXAMPLE',
  ADDRESS_KEY_SECRET: 'undersigned-test/address-key',
  LINK_KEYS_SECRET: 'undersigned-test/link-keys',
  EDGE_KEY: 'known to the edge',
  SENDER_DOMAINS: 'example.org',
  NETWORK_FREE: '5',
  NETWORK_BURST: '2500',
  NETWORK_PER_HOUR: '500',
  HURRIED_SECONDS: '3',
  CONFIGURATION_SET: 'undersigned-test',
  SHARE_OF_SENDING_RATE: '1',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

/** Log lines of the tested code are shown only on request (`jest --silent=false`). */
if (!process.argv.includes('--silent=false')) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) =>
    typeof chunk === 'string' && chunk.startsWith('{"timestamp":') ? true : write(chunk, ...rest);
}
