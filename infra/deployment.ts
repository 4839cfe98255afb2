import { RemovalPolicy } from 'aws-cdk-lib';
import type { Node } from 'constructs';

/** What an operator decides with `-c name=value`, or in the context of cdk.json. */
export interface Deployment {
  /** Names everything, so that several stages live in one account. `prod` keeps its data when the stack goes. */
  stage: string;
  isProduction: boolean;
  /** What becomes of stored data when its resource leaves the stack. */
  removal: RemovalPolicy;
  /** The domain that mails come from: `sender.address` of every campaign must be in it. */
  mailDomain: string;
  /** The site's own domain with its certificate in us-east-1; without it, CloudFront's. */
  domain?: { name: string; certificateArn: string };
  /** Who hears of alarms. */
  alarmEmail?: string;
}

const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Reads the context; a value that cannot work is an error that names it and its cure. */
export function readDeployment(node: Pick<Node, 'tryGetContext'>): Deployment {
  const read = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stage = read('stage') ?? 'dev';
  if (!/^[a-z][a-z0-9]{0,15}$/.test(stage)) {
    throw new Error(
      `stage "${stage}" must be 1 to 16 lower-case letters and digits, and begin with a letter.`,
    );
  }
  const isProduction = stage === 'prod';
  const domain = read('domain');
  const certificateArn = read('certificateArn');
  if ((domain === undefined) !== (certificateArn === undefined)) {
    throw new Error(
      'domain and certificateArn go together: give both, or neither for the address from CloudFront.',
    );
  }
  if (certificateArn && !certificateArn.startsWith('arn:aws:acm:us-east-1:')) {
    throw new Error('certificateArn must be of a certificate in us-east-1: CloudFront takes no other.');
  }
  const mailDomain = read('mailDomain') ?? domain ?? (isProduction ? undefined : 'example.org');
  if (!mailDomain) {
    throw new Error('Stage prod needs -c mailDomain=<domain>: the domain that its mails come from.');
  }
  for (const name of [domain, mailDomain]) {
    if (name !== undefined && !domainName.test(name)) throw new Error(`"${name}" is not a domain name.`);
  }
  const alarmEmail = read('alarmEmail');
  return {
    stage,
    isProduction,
    removal: isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    mailDomain,
    ...(domain && certificateArn ? { domain: { name: domain, certificateArn } } : {}),
    ...(alarmEmail ? { alarmEmail } : {}),
  };
}
