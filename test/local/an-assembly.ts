// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are CloudFormation's own placeholders.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Resources = Record<string, { Type: string; Properties: object }>;

export interface AssemblyParts {
  /** Source of each function's bundle: an ES module with `handler`. */
  functions: Record<string, { source: string; environment?: object; timeout?: number }>;
  /** Route keys and the functions that answer them. */
  routes?: Record<string, string>;
  /** Further resources, or other versions of those below. */
  resources?: Resources;
}

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** Writes what `cdk synth` would of a small app with the same parts as ours, and answers the template's resources. */
export function anAssembly(
  directory: string,
  { functions, routes = {}, resources = {} }: AssemblyParts,
): Resources {
  const all: Resources = { ...stores, ...edge, ...resources };
  const files: Record<string, object> = {};
  for (const [name, { source, environment = {}, timeout = 5 }] of Object.entries(functions)) {
    mkdirSync(join(directory, `asset.${name}`), { recursive: true });
    writeFileSync(join(directory, `asset.${name}`, 'index.mjs'), source);
    files[name] = {
      source: { path: `asset.${name}` },
      destinations: { here: { objectKey: `${name}.zip` } },
    };
    all[name] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: `undersigned-test-${name}`,
        Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::Region}' }, S3Key: `${name}.zip` },
        Handler: 'index.handler',
        Timeout: timeout,
        MemorySize: 128,
        Role: arnOf('AnyRole'),
        Environment: { Variables: environment },
      },
    };
  }
  for (const [routeKey, name] of Object.entries(routes)) {
    const id = routeKey.replace(/\W/g, '');
    all[`Integration${id}`] = {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ApiId: { Ref: 'Api' }, IntegrationUri: arnOf(name), PayloadFormatVersion: '2.0' },
    };
    all[`Route${id}`] = {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: routeKey,
        AuthorizationType: 'NONE',
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: `Integration${id}` }]] },
      },
    };
  }
  for (const name of new Set(Object.values(routes)))
    all[`MayCall${name}`] ??= {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        FunctionName: arnOf(name),
        SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*' },
      },
    };
  const write = (name: string, content: object): void => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, name), JSON.stringify(content));
  };
  write('manifest.json', {
    artifacts: {
      'app.assets': { type: 'cdk:asset-manifest', properties: { file: 'app.assets.json' } },
      app: { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.template.json' } },
    },
  });
  write('app.assets.json', { files });
  write('app.template.json', { Resources: all });
  return all;
}

const stores: Resources = {
  AnyRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Policies: [
        {
          PolicyName: 'code',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
        },
      ],
    },
  },
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'undersigned-test',
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    },
  },
  Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
  Work: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: 'work',
      VisibilityTimeout: 30,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
    },
  },
  SiteBucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  FailureBucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  LinkKeys: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: {
      Name: 'undersigned-test/link-keys',
      GenerateSecretString: {
        SecretStringTemplate: '{"current":"k1"}',
        GenerateStringKey: 'k1',
        PasswordLength: 40,
        ExcludePunctuation: true,
      },
    },
  },
};

const edge: Resources = {
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Folders: {
    Type: 'AWS::CloudFront::Function',
    Properties: {
      FunctionCode: `function handler(event) {
        const request = event.request;
        if (request.uri.endsWith('/')) { request.uri += 'index.html'; return request; }
        if (!request.uri.includes('.')) {
          return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: request.uri + '/' } } };
        }
        return request;
      }`,
    },
  },
  Distribution: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Origins: [
          { Id: 'pages', DomainName: { 'Fn::GetAtt': ['SiteBucket', 'RegionalDomainName'] } },
          {
            Id: 'api',
            DomainName: { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}' },
          },
        ],
        OriginGroups: {
          Items: [
            {
              Id: 'both',
              FailoverCriteria: { StatusCodes: { Items: [403, 404] } },
              Members: { Items: [{ OriginId: 'pages' }, { OriginId: 'api' }] },
            },
          ],
        },
        CacheBehaviors: [
          {
            PathPattern: '/api/*',
            TargetOriginId: 'api',
            AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'both',
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Folders', 'FunctionARN'] } },
          ],
        },
      },
    },
  },
};
