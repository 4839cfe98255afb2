import { account, arn, region } from '../aws.ts';
import { isObject } from '../json.ts';
import type { Template } from './assembly.ts';

type Json = Record<string, unknown>;

const pseudoParameters: Record<string, string> = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Evaluates CloudFormation's intrinsic functions, with the names and addresses of this machine. */
export interface Resolver {
  /** The value after all functions in it are evaluated. A value that `AWS::NoValue` removes is undefined. */
  value(value: unknown): unknown;
  /** A resource's properties, evaluated. */
  properties(logicalId: string): Json;
  ref(logicalId: string): string;
  attribute(logicalId: string, name: string): string;
}

/** `queueUrl` returns the address of a queue. Only the running stack knows it. */
export function newResolver(
  template: Template,
  stackName: string,
  queueUrl: (name: string) => string,
): Resolver {
  const resources = template.Resources;

  const property = (logicalId: string, name: string): string | undefined => {
    const raw = resources[logicalId]?.Properties;
    const found = isObject(raw) ? value(raw[name]) : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  const named = (logicalId: string, name: string): string => property(logicalId, name) ?? logicalId;
  const bucketName = (logicalId: string): string =>
    property(logicalId, 'BucketName') ?? `${stackName}-${logicalId}`.toLowerCase();

  function ref(logicalId: string): string {
    const pseudo = pseudoParameters[logicalId];
    if (pseudo !== undefined) return pseudo;
    if (logicalId === 'AWS::StackName') return stackName;
    if (logicalId === 'AWS::StackId') return arn('cloudformation', `stack/${stackName}/local`);
    const parameter = template.Parameters[logicalId];
    if (parameter) return String(parameter.Default ?? '');
    switch (resources[logicalId]?.Type) {
      case 'AWS::DynamoDB::Table':
        return named(logicalId, 'TableName');
      case 'AWS::Lambda::Function':
        return named(logicalId, 'FunctionName');
      case 'AWS::SQS::Queue':
        return queueUrl(named(logicalId, 'QueueName'));
      case 'AWS::S3::Bucket':
        return bucketName(logicalId);
      case 'AWS::SecretsManager::Secret':
        return arn('secretsmanager', `secret:${named(logicalId, 'Name')}-Local1`);
      case 'AWS::SES::EmailIdentity':
        return named(logicalId, 'EmailIdentity');
      case 'AWS::Logs::LogGroup':
        return named(logicalId, 'LogGroupName');
      case 'AWS::SES::ConfigurationSet':
      case 'AWS::Events::Rule':
      case 'AWS::Events::EventBus':
        return named(logicalId, 'Name');
      default:
        return logicalId;
    }
  }

  function attribute(logicalId: string, name: string): string {
    const type = resources[logicalId]?.Type;
    switch (`${type} ${name}`) {
      case 'AWS::DynamoDB::Table Arn':
        return arn('dynamodb', `table/${ref(logicalId)}`);
      case 'AWS::DynamoDB::Table StreamArn':
        return arn('dynamodb', `table/${ref(logicalId)}/stream/local`);
      case 'AWS::Lambda::Function Arn':
        return arn('lambda', `function:${ref(logicalId)}`);
      case 'AWS::SQS::Queue Arn':
        return arn('sqs', named(logicalId, 'QueueName'));
      case 'AWS::SQS::Queue QueueName':
        return named(logicalId, 'QueueName');
      case 'AWS::SQS::Queue QueueUrl':
      case 'AWS::SecretsManager::Secret Id':
        return ref(logicalId);
      case 'AWS::Events::EventBus Arn':
        return arn('events', `event-bus/${ref(logicalId)}`);
      case 'AWS::S3::Bucket Arn':
        return `arn:aws:s3:::${bucketName(logicalId)}`;
      case 'AWS::S3::Bucket DomainName':
      case 'AWS::S3::Bucket RegionalDomainName':
        return `${bucketName(logicalId)}.s3.${region}.amazonaws.com`;
      case 'AWS::CloudFront::Distribution DomainName':
        return `${logicalId.toLowerCase()}.cloudfront.net`;
      case 'AWS::CloudFront::Function FunctionARN':
        return `arn:aws:cloudfront::${account}:function/${logicalId}`;
      case 'AWS::ApiGatewayV2::Api ApiEndpoint':
        return `https://${logicalId}.execute-api.${region}.amazonaws.com`;
      default:
        return name === 'Arn' ? arn('local', logicalId) : `${logicalId}.${name}`;
    }
  }

  function value(input: unknown): unknown {
    if (Array.isArray(input)) return input.map(value).filter((item) => item !== undefined);
    if (!isObject(input)) return input;
    const [name, ...more] = Object.keys(input);
    if (name !== undefined && more.length === 0) {
      const argument = input[name];
      if (name === 'Ref') return argument === 'AWS::NoValue' ? undefined : ref(String(argument));
      if (name.startsWith('Fn::')) return intrinsic(name, argument);
    }
    const entries = Object.entries(input).map(([key, item]) => [key, value(item)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  }

  function intrinsic(name: string, argument: unknown): unknown {
    if (name === 'Fn::GetAtt') {
      const [logicalId = '', ...rest] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split('.');
      return attribute(logicalId, rest.join('.'));
    }
    if (name === 'Fn::Sub') {
      const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
      return substitute(String(text), isObject(variables) ? variables : {});
    }
    const list = Array.isArray(argument) ? argument.map(value) : [];
    const [first, second] = list;
    if (name === 'Fn::Join' && Array.isArray(second)) return second.map(String).join(String(first));
    if (name === 'Fn::Split') return String(second).split(String(first));
    if (name === 'Fn::Select' && Array.isArray(second)) return second[Number(first)];
    throw new Error(`The local stack cannot evaluate ${name}.`);
  }

  const substitute = (text: string, variables: Json): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in variables) return String(value(variables[name]));
      const [logicalId = '', ...rest] = name.split('.');
      return rest.length > 0 ? attribute(logicalId, rest.join('.')) : ref(name);
    });

  return {
    value,
    ref,
    attribute,
    properties: (logicalId) => {
      const properties = value(resources[logicalId]?.Properties);
      return isObject(properties) ? properties : {};
    },
  };
}
