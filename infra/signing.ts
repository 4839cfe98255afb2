import {
  aws_apigatewayv2 as apigateway,
  Duration,
  aws_apigatewayv2_integrations as integrations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Api } from './api.ts';
import type { Deployment } from './deployment.ts';
import { edgeKey } from './edge-key.ts';
import { type FunctionNeeds, newFunction, onItems, onTable, readsSecrets } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Table } from './table.ts';

const { GET, HEAD, POST } = apigateway.HttpMethod;

/** Whoever checks links asks with HEAD (RFC 9110 section 9.1): a link that works must not seem dead to them. */
const reading = [GET, HEAD];

const isPublic = 'Anybody may ask this, without an account: it is what the site is for.';
const needsToken =
  'The token in the path is what authorizes: an HMAC over the sign-on’s own nonce, which only the function can check.';

type RouteFunction = Pick<FunctionNeeds, 'name' | 'description' | 'environment' | 'code'> & {
  routes: { methods: apigateway.HttpMethod[]; path: string }[];
  /** Why API Gateway itself need not ask who is there. */
  openBecause: string;
};

/** Every route of the API with the function behind it. */
export class Signing extends Construct {
  constructor(scope: Construct, id: string, props: SigningProps) {
    super(scope, id);
    const { deployment, api } = props;
    for (const { routes, openBecause, ...needs } of routeFunctions(props)) {
      const { handler } = newFunction(this, deployment, {
        ...needs,
        // People wait for these, and CloudFront gives up after 30 seconds.
        timeout: Duration.seconds(10),
        memory: 512,
        whenItFails: 'It is asked over HTTP: whoever asked gets the error, and asks again.',
      });
      const integration = new integrations.HttpLambdaIntegration(needs.name, handler);
      for (const { path, methods } of routes) {
        const added =
          path === '$default'
            ? [
                new apigateway.HttpRoute(this, 'EveryOtherPath', {
                  httpApi: api.httpApi,
                  routeKey: apigateway.HttpRouteKey.DEFAULT,
                  integration,
                }),
              ]
            : api.httpApi.addRoutes({ path, methods, integration });
        for (const route of added) acknowledge(route, 'AwsSolutions-APIG4', openBecause);
      }
    }
  }
}

interface SigningProps {
  deployment: Deployment;
  api: Api;
  table: Table;
  secrets: Secrets;
  siteUrl: string;
}

/**
 * Strangers talk to these functions, so each reads and writes the fewest items: none may touch a campaign's gate, and
 * the one that takes submissions cannot read a single sign-on.
 */
function routeFunctions({ deployment, table: { table }, secrets, siteUrl }: SigningProps): RouteFunction[] {
  const TABLE_NAME = table.tableName;
  const LINK_KEYS_SECRET = secrets.linkKeys.name;
  const ADDRESS_KEY_SECRET = secrets.addressKey.name;
  const campaigns = 'CAMPAIGN#*';
  const signOns = 'SIGNONS#*';
  const addresses = 'ADDRESS#*';
  const networks = 'NETWORK#*';
  const { limits } = deployment;
  return [
    {
      name: 'submit-sign-on',
      description: 'Stores what was submitted; all that follows comes from the stored change.',
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
      routes: [{ methods: [POST], path: '/api/campaigns/{slug}/sign-ons' }],
      openBecause: isPublic,
    },
    {
      name: 'show-sign-on',
      description: 'Shows the page behind the link in a mail, and changes nothing.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, SITE_URL: siteUrl },
      code: [onItems(table, [campaigns, signOns], 'GetItem'), readsSecrets(secrets.linkKeys)],
      routes: [{ methods: reading, path: '/api/sign-ons/{token}' }],
      openBecause: needsToken,
    },
    {
      name: 'confirm-sign-on',
      description: 'Confirms a sign-on, or the change to one, and takes the claim of its organization.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onTable(table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/confirm' }],
      openBecause: needsToken,
    },
    {
      name: 'correct-sign-on',
      description: 'Corrects what is signed or waits to be, and moves the claim of its organization.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onTable(table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/correct' }],
      openBecause: needsToken,
    },
    {
      name: 'keep-sign-on',
      description: 'Drops a change that waits, and leaves a sign-on as it is signed.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET },
      code: [
        onItems(table, [campaigns, signOns], 'GetItem'),
        onItems(table, [signOns], 'UpdateItem'),
        readsSecrets(secrets.linkKeys),
      ],
      routes: [{ methods: [POST], path: '/api/sign-ons/{token}/keep' }],
      openBecause: needsToken,
    },
    {
      name: 'withdraw-sign-on',
      description: 'Takes a name off again, also for whoever never signed.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET },
      code: [onTable(table, 'GetItem', 'PutItem', 'UpdateItem'), readsSecrets(secrets.linkKeys)],
      routes: [
        { methods: [POST], path: '/api/sign-ons/{token}/withdraw' },
        { methods: [POST], path: '/api/sign-ons/{token}/not-me' },
      ],
      openBecause: needsToken,
    },
    {
      name: 'unsubscribe',
      description: 'Ends all mail to an address.',
      environment: { TABLE_NAME, LINK_KEYS_SECRET, ADDRESS_KEY_SECRET },
      code: [
        onItems(table, [campaigns, signOns], 'GetItem'),
        onItems(table, [addresses], 'UpdateItem'),
        readsSecrets(secrets.addressKey, secrets.linkKeys),
      ],
      routes: [{ methods: [...reading, POST], path: '/api/unsubscribe/{token}' }],
      openBecause: needsToken,
    },
    {
      name: 'openapi',
      description: 'Describes the API.',
      environment: {},
      code: [],
      routes: [{ methods: reading, path: '/api/openapi.json' }],
      openBecause: isPublic,
    },
    {
      name: 'not-found',
      description: 'Answers every path that is no route, and every page that the site lacks.',
      environment: {},
      code: [],
      routes: [{ methods: [], path: '$default' }],
      openBecause: isPublic,
    },
  ];
}
