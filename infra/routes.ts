import {
  aws_apigatewayv2 as apigateway,
  Duration,
  aws_apigatewayv2_integrations as integrations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Api, Throttle } from './api.ts';
import { edgeKey } from './edge-key.ts';
import {
  type FunctionSettings,
  newFunction,
  onItems,
  onTable,
  readsSecrets,
  type StackFunction,
} from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Stage } from './stage/stage.ts';
import type { Table } from './table.ts';

const { GET, HEAD, OPTIONS, POST } = apigateway.HttpMethod;

/** Programs that check links ask with HEAD (RFC 9110 section 9.1). */
export const getAndHead = [GET, HEAD];

const isPublic = 'Anybody may send this request without an account: it is what the site is for.';
const needsToken =
  'The token in the path authorizes the request. It is an HMAC over the sign-on’s own nonce, which only the function can check.';

/** A function behind the API, with its routes. People wait for it, so its timeout is ten seconds by default. */
export type RouteFunction = Pick<FunctionSettings, 'name' | 'description' | 'environment' | 'code'> &
  Partial<Pick<FunctionSettings, 'timeout' | 'memory'>> & {
    routes: { methods: apigateway.HttpMethod[]; path: string }[];
    /** Why API Gateway itself needs no authorizer. */
    openBecause: string;
    throttle: Throttle;
    /** Whether it goes on without an item that cannot be read, and reports it. */
    reportsUnreadable?: true;
  };

/**
 * For signing and confirming. The design target is a thousand confirmations a second. No burst is above 1,250, the
 * account's own in newer regions; an account that runs a thousand functions at once could not answer more.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const crowd: Throttle = { rateLimit: 2000, burstLimit: 1250 };
/** The same limit, or a lower one that the stage sets against a flood. */
const upTo = (perSecond: number, { rateLimit, burstLimit }: Throttle): Throttle => ({
  rateLimit: Math.min(rateLimit, perSecond),
  burstLimit: Math.min(burstLimit, perSecond),
});
/** For requests that a signer seldom makes: correct, withdraw, unsubscribe. */
const occasional: Throttle = { rateLimit: 500, burstLimit: 1000 };
/**
 * For requests that mostly come from programs. A scan of many paths must not use up the functions that signers need.
 */
const scan: Throttle = { rateLimit: 100, burstLimit: 200 };

/** Every route of the API, with the function behind it and its limit of requests a second. */
export class Routes extends Construct {
  /** Functions that report items that cannot be read. */
  readonly reporting: StackFunction[];

  constructor(scope: Construct, id: string, props: RoutesProps) {
    super(scope, id);
    this.reporting = addRoutes(this, props, routeFunctions(props));
  }
}

/**
 * Creates the functions, each with its routes and their limits.
 *
 * @returns those that report items that cannot be read
 */
export function addRoutes(
  scope: Construct,
  { stage, api }: { stage: Stage; api: Api },
  functions: RouteFunction[],
): StackFunction[] {
  return functions.flatMap(({ routes, openBecause, throttle, reportsUnreadable, ...settings }) => {
    const added = newFunction(scope, stage, {
      // CloudFront stops waiting after 30 seconds.
      timeout: Duration.seconds(10),
      memory: 512,
      ...settings,
      whenItFails: 'It answers HTTP: whoever sent the request gets the error, and can send it again.',
    });
    const integration = new integrations.HttpLambdaIntegration(settings.name, added.handler, {
      // A statement for each route of the console would soon be more than a function's policy may hold, 20 KB.
      // `$default` keeps its own. The pattern for all routes, `*/*/*`, does not match it, since API Gateway calls it as
      // `<stage>/$default`: https://github.com/aws/serverless-application-model/issues/1860
      scopePermissionToRoute: routes.some(({ path }) => path === '$default'),
    });
    for (const { path, methods } of routes) {
      const httpRoutes =
        path === '$default'
          ? [
              new apigateway.HttpRoute(scope, 'EveryOtherPath', {
                httpApi: api.httpApi,
                routeKey: apigateway.HttpRouteKey.DEFAULT,
                integration,
              }),
            ]
          : api.httpApi.addRoutes({ path, methods, integration });
      for (const route of httpRoutes) {
        acknowledge(route, 'AwsSolutions-APIG4', openBecause);
        api.throttle(route, throttle);
      }
    }
    return reportsUnreadable ? [added] : [];
  });
}

interface RoutesProps {
  stage: Stage;
  api: Api;
  table: Table;
  secrets: Secrets;
  siteUrl: string;
}

/**
 * Anyone can call these functions, so each gets as few grants as possible. The function that accepts submissions can
 * neither get nor query a sign-on, and cannot write to a campaign.
 */
function routeFunctions({ stage, table: { table }, secrets, siteUrl }: RoutesProps): RouteFunction[] {
  const TABLE_NAME = table.tableName;
  const LINK_KEYS_SECRET = secrets.linkKeys.secretArn;
  const ADDRESS_KEY_SECRET = secrets.addressKey.secretArn;
  const campaigns = 'CAMPAIGN#*';
  const signOns = 'SIGNONS#*';
  const addresses = 'ADDRESS#*';
  const networks = 'NETWORK#*';
  const namesIndex = 'LOOKALIKE#*';
  const { limits } = stage;
  return [
    {
      name: 'submit-sign-on',
      description: 'Stores a submission. Everything else follows from the stored change.',
      environment: {
        TABLE_NAME,
        ADDRESS_KEY_SECRET,
        EDGE_KEY: edgeKey(),
        NETWORK_FREE: String(limits.networkFree),
        NETWORK_BURST: String(limits.networkBurst),
        NETWORK_PER_HOUR: String(limits.networkPerHour),
        HURRIED_SECONDS: String(limits.hurriedSeconds),
      },
      code: [
        onItems(table, [campaigns, networks], 'GetItem'),
        onItems(table, [signOns, networks], 'UpdateItem'),
        readsSecrets(secrets.addressKey),
      ],
      routes: [{ methods: [OPTIONS, POST], path: '/api/campaigns/{slug}/sign-ons' }],
      openBecause: isPublic,
      throttle: upTo(limits.signOnsPerSecond, crowd),
    },
    {
      name: 'show-sign-on',
      description: 'Shows the page behind the link in a mail, and changes nothing.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, SITE_URL: siteUrl },
      code: [onItems(table, [campaigns, signOns], 'GetItem'), readsSecrets(secrets.linkKeys)],
      routes: [
        { methods: getAndHead, path: '/api/sign-ons/{token}' },
        { methods: getAndHead, path: '/api/invitations/{token}' },
      ],
      openBecause: needsToken,
      throttle: crowd,
    },
    {
      name: 'confirm-sign-on',
      description: 'Confirms a sign-on, or the change to one, and takes the claim of its organization.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onTable(table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        onItems(table, [namesIndex], 'BatchWriteItem', 'DeleteItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/confirm' }],
      reportsUnreadable: true,
      openBecause: needsToken,
      throttle: crowd,
    },
    {
      name: 'correct-sign-on',
      description: 'Corrects a sign-on, and moves the claim of its organization.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onTable(table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        onItems(table, [namesIndex], 'BatchWriteItem', 'DeleteItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/correct' }],
      reportsUnreadable: true,
      openBecause: needsToken,
      throttle: occasional,
    },
    {
      name: 'keep-sign-on',
      description: 'Drops a change that waits to be confirmed, and leaves the sign-on as it is.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET },
      code: [
        onItems(table, [campaigns, signOns], 'GetItem'),
        onItems(table, [signOns], 'UpdateItem'),
        readsSecrets(secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/keep' }],
      openBecause: needsToken,
      throttle: occasional,
    },
    {
      name: 'withdraw-sign-on',
      description: 'Withdraws a sign-on, also for somebody who never signed.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET },
      code: [
        onTable(table, 'GetItem', 'PutItem', 'UpdateItem'),
        onItems(table, [namesIndex], 'DeleteItem'),
        readsSecrets(secrets.linkKeys),
      ],
      routes: [
        { methods: [POST], path: '/api/sign-ons/{token}/withdraw' },
        { methods: [POST], path: '/api/sign-ons/{token}/not-me' },
      ],
      reportsUnreadable: true,
      openBecause: needsToken,
      throttle: occasional,
    },
    {
      name: 'unsubscribe',
      description: 'Stops the mails about a letter, or all mail, to an address.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onItems(table, [campaigns, signOns], 'GetItem'),
        onItems(table, [addresses, signOns], 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [...getAndHead, POST], path: '/api/unsubscribe/{token}' }],
      openBecause: needsToken,
      throttle: occasional,
    },
    {
      name: 'openapi',
      description: 'Describes the API.',
      environment: {},
      code: [],
      routes: [{ methods: getAndHead, path: '/api/openapi.json' }],
      openBecause: isPublic,
      throttle: scan,
    },
    {
      name: 'not-found',
      description: 'Answers every path that has no route, and every page that the site does not have.',
      environment: {},
      code: [],
      routes: [{ methods: [], path: '$default' }],
      openBecause: isPublic,
      throttle: scan,
    },
  ];
}
