import { aws_apigatewayv2 as apigateway, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Api, Throttle } from './api.ts';
import { edgeKey } from './edge-key.ts';
import { onItems, onTable, readsSecrets, type StackFunction } from './function.ts';
import { addRoutes, getAndHead, type RouteFunction } from './routes.ts';
import type { Secrets } from './secrets.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const { POST } = apigateway.HttpMethod;

/** There are few organizers. Strangers who try to sign in must not use up the functions that signers need. */
const few: Throttle = { rateLimit: 50, burstLimit: 100 };

interface ConsoleProps {
  stage: Stage;
  api: Api;
  table: Table;
  secrets: Secrets;
  siteUrl: string;
}

/** The organizer's console. Requests without a session go to separate functions, which cannot read sign-ons. */
export class Console extends Construct {
  /** Functions that report items that cannot be read. */
  readonly reporting: StackFunction[];

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    this.reporting = addRoutes(this, props, consoleFunctions(props));
  }
}

const sessionAuthorizes =
  'The session’s cookie authorizes the request. Only the function can check it, in the table.';

/**
 * Paths below `/console` that need a session, by method. functions/console.ts and functions/console-folder.ts have a
 * handler for each.
 */
const campaign = '/{slug}';
const signOn = `${campaign}/sign-ons/{id}`;
const withSession = {
  get: [
    '',
    campaign,
    `${campaign}/sign-ons`,
    signOn,
    `${campaign}/review`,
    `${campaign}/invited`,
    `${campaign}/log`,
  ],
  getFolder: [
    '/new',
    ...['folder', 'texts', 'settings', 'import', 'export.csv'].map((page) => `${campaign}/${page}`),
  ],
  postFolder: [
    '/new',
    ...['check', 'apply', 'quotes'].map((command) => `${campaign}/folder/${command}`),
    ...['settings', 'correct', 'import'].map((command) => `${campaign}/${command}`),
  ],
  post: [
    '/sign-out',
    ...['hold', 'pause', 'unpause', 'resume-mail', 'resume', 'delivered', 'publish'].map(
      (command) => `${campaign}/${command}`,
    ),
    ...['embargo', 'supplement', 'take-down', 'erase'].map((command) => `${campaign}/${command}`),
    signOn,
    ...['approve', 'reject', 'reinstate', 'promote', 'merge', 'split', 'resend'].map(
      (decision) => `${signOn}/${decision}`,
    ),
  ],
};

function consoleFunctions({ stage, table: { table }, secrets, siteUrl }: ConsoleProps): RouteFunction[] {
  const TABLE_NAME = table.tableName;
  const SITE_URL = siteUrl;
  const ADDRESS_KEY_SECRET = secrets.addressKey.secretArn;
  const { limits } = stage;
  return [
    {
      name: 'console-sign-in',
      description:
        'Stores that somebody asks for a link to the console. Its code reads nothing of the table.',
      environment: {
        TABLE_NAME,
        SITE_URL,
        ADDRESS_KEY_SECRET,
        EDGE_KEY: edgeKey(),
        NETWORK_FREE: String(limits.networkFree),
        NETWORK_BURST: String(limits.networkBurst),
        NETWORK_PER_HOUR: String(limits.networkPerHour),
      },
      code: [onItems(table, ['SIGNIN#*', 'NETWORK#*'], 'UpdateItem'), readsSecrets(secrets.addressKey)],
      routes: [
        { methods: [...getAndHead, POST], path: '/console/sign-in' },
        { methods: getAndHead, path: '/console/check-your-inbox' },
      ],
      openBecause: 'Anybody may ask for a link. Only an organizer is sent one.',
      throttle: few,
    },
    {
      name: 'console-link',
      description:
        'Shows the page behind a link to the console, and starts a session when its button is pressed.',
      environment: {
        TABLE_NAME,
        SITE_URL,
        ADDRESS_KEY_SECRET,
        LINK_KEYS_SECRET: secrets.linkKeys.secretArn,
      },
      code: [
        onItems(table, ['CAMPAIGN#*', 'SIGNIN#*'], 'GetItem'),
        onItems(table, ['CAMPAIGNS'], 'Query'),
        onItems(table, ['SIGNIN#*', 'ORGANIZER#*'], 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [...getAndHead, POST], path: '/console/sign-in/{token}' }],
      openBecause:
        'The token in the path authorizes the request. It is an HMAC over the nonce of the request for it, which only the function can check.',
      throttle: few,
    },
    {
      name: 'console-folder',
      description:
        'The files of a campaign in the console: shows, checks and applies them. Imports and exports signatures.',
      environment: {
        TABLE_NAME,
        SITE_URL,
        ADDRESS_KEY_SECRET,
        SENDER_DOMAINS: stage.mailDomains.map(({ name }) => name).join(','),
      },
      code: [
        onTable(table, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'),
        readsSecrets(secrets.addressKey),
      ],
      routes: [
        { methods: getAndHead, paths: withSession.getFolder },
        { methods: [POST], paths: withSession.postFolder },
      ].flatMap(({ methods, paths }) => paths.map((path) => ({ methods, path: `/console${path}` }))),
      reportsUnreadable: true,
      openBecause: sessionAuthorizes,
      throttle: few,
      // The export, and a changed letter, which asks the signers again, read all rows of a campaign.
      timeout: Duration.seconds(29),
      memory: 1024,
    },
    {
      name: 'console-preview',
      description: 'Pages, texts, PDFs and mails of a campaign as they would be now. It writes nothing.',
      environment: { TABLE_NAME, SITE_URL },
      code: [onTable(table, 'GetItem', 'Query')],
      routes: [
        { methods: getAndHead, path: `/console${campaign}/preview` },
        { methods: [...getAndHead, POST], path: `/console${campaign}/preview/{path+}` },
      ],
      openBecause: sessionAuthorizes,
      throttle: few,
      timeout: Duration.seconds(29),
      // One whole processor, because PDFs and images are made on one.
      memory: 1769,
    },
    {
      name: 'console',
      description: 'The console of organizers who are signed in.',
      environment: { TABLE_NAME, SITE_URL },
      code: [onTable(table, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem')],
      routes: [
        { methods: getAndHead, paths: withSession.get },
        { methods: [POST], paths: withSession.post },
      ].flatMap(({ methods, paths }) => paths.map((path) => ({ methods, path: `/console${path}` }))),
      reportsUnreadable: true,
      openBecause: sessionAuthorizes,
      throttle: few,
      // A search may read all rows of a campaign: a hundred thousand take one whole processor two seconds.
      timeout: Duration.seconds(29),
      memory: 1769,
    },
  ];
}
