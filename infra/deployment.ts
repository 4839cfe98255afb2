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
  limits: Limits;
}

/** Against floods and programs; docs/decisions/0011-limits-by-network.md says what each is good for. */
export interface Limits {
  /** Sign-ons that each instance lets pass from one network in ten minutes without asking the table. */
  networkFree: number;
  /** What one network may send at once beyond that, and how much of it comes back in an hour. */
  networkBurst: number;
  networkPerHour: number;
  /** A form that was open for less was hardly filled in by a person. */
  hurriedSeconds: number;
}

/** The least that each may be. */
const leastLimits: Limits = { networkFree: 0, networkBurst: 1, networkPerHour: 1, hurriedSeconds: 0 };
const usualLimits: Limits = { networkFree: 5, networkBurst: 2500, networkPerHour: 500, hurriedSeconds: 3 };

const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A choice of the operator that cannot work: one plain sentence that names it and its cure. */
export class WrongContext extends Error {}

/**
 * Reads the context.
 *
 * @throws WrongContext for a value that cannot work
 */
export function readDeployment(node: Pick<Node, 'tryGetContext'>): Deployment {
  const read = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stage = read('stage') ?? 'dev';
  if (!/^[a-z][a-z0-9]{0,15}$/.test(stage)) {
    throw new WrongContext(
      `stage "${stage}" must be 1 to 16 lower-case letters and digits, and begin with a letter.`,
    );
  }
  const isProduction = stage === 'prod';
  const domain = read('domain');
  const certificateArn = read('certificateArn');
  if ((domain === undefined) !== (certificateArn === undefined)) {
    throw new WrongContext(
      'domain and certificateArn go together: give both, or neither for the address from CloudFront.',
    );
  }
  if (certificateArn && !certificateArn.startsWith('arn:aws:acm:us-east-1:')) {
    throw new WrongContext(
      'certificateArn must be of a certificate in us-east-1: CloudFront takes no other.',
    );
  }
  const mailDomain = read('mailDomain') ?? domain ?? (isProduction ? undefined : 'example.org');
  if (!mailDomain) {
    throw new WrongContext('Stage prod needs -c mailDomain=<domain>: the domain that its mails come from.');
  }
  for (const name of [domain, mailDomain]) {
    if (name !== undefined && !domainName.test(name))
      throw new WrongContext(`"${name}" is not a domain name.`);
  }
  const alarmEmail = read('alarmEmail');
  const limit = (name: keyof Limits): number => {
    const given: unknown = node.tryGetContext(name) ?? usualLimits[name];
    const value = given === '' ? Number.NaN : Number(given);
    if (!Number.isSafeInteger(value) || value < leastLimits[name] || value > 1_000_000)
      throw new WrongContext(`${name} must be a whole number from ${leastLimits[name]} to 1000000.`);
    return value;
  };
  return {
    stage,
    isProduction,
    removal: isProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    mailDomain,
    ...(domain && certificateArn ? { domain: { name: domain, certificateArn } } : {}),
    ...(alarmEmail ? { alarmEmail } : {}),
    limits: {
      networkFree: limit('networkFree'),
      networkBurst: limit('networkBurst'),
      networkPerHour: limit('networkPerHour'),
      hurriedSeconds: limit('hurriedSeconds'),
    },
  };
}
