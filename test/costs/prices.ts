/** Day on which the prices were written down. They are those of us-east-1, on demand, in US dollars. */
export const pricesOf = '2026-11-28';

interface Price {
  /** In words, with its unit. */
  what: string;
  /** Dollars for `per` of them. */
  dollars: number;
  per: number;
  /** How many are free each month, in every account and for as long as it exists. */
  free: number;
  source: string;
}

const lambda = 'https://aws.amazon.com/lambda/pricing/';
const dynamodb = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const cloudWatch = 'https://aws.amazon.com/cloudwatch/pricing/';
const cloudFront = 'https://aws.amazon.com/cloudfront/pricing/';
const waf = 'https://aws.amazon.com/waf/pricing/';
const million = 1_000_000;

export const prices = {
  mails: { what: 'mails', dollars: 0.1, per: 1000, free: 0, source: 'https://aws.amazon.com/ses/pricing/' },
  writes: { what: 'DynamoDB write units', dollars: 0.625, per: million, free: 0, source: dynamodb },
  reads: { what: 'DynamoDB read units', dollars: 0.125, per: million, free: 0, source: dynamodb },
  tableGigabytes: { what: 'DynamoDB storage, GB', dollars: 0.25, per: 1, free: 25, source: dynamodb },
  recoveryGigabytes: { what: 'point-in-time recovery, GB', dollars: 0.2, per: 1, free: 0, source: dynamodb },
  invocations: { what: 'Lambda requests', dollars: 0.2, per: million, free: million, source: lambda },
  gigabyteSeconds: {
    what: 'Lambda GB-seconds (arm64)',
    dollars: 0.0000133334,
    per: 1,
    free: 400_000,
    source: lambda,
  },
  apiRequests: {
    what: 'HTTP API requests',
    dollars: 1,
    per: million,
    free: 0,
    source: 'https://aws.amazon.com/api-gateway/pricing/',
  },
  queueRequests: {
    what: 'SQS requests',
    dollars: 0.4,
    per: million,
    free: million,
    source: 'https://aws.amazon.com/sqs/pricing/',
  },
  siteRequests: {
    what: 'CloudFront HTTPS requests',
    dollars: 1,
    per: million,
    free: 10 * million,
    source: cloudFront,
  },
  edgeRuns: {
    what: 'CloudFront Functions runs',
    dollars: 0.1,
    per: million,
    free: 2 * million,
    source: cloudFront,
  },
  siteGigabytes: { what: 'CloudFront transfer, GB', dollars: 0.085, per: 1, free: 1024, source: cloudFront },
  filesWritten: {
    what: 'S3 writes',
    dollars: 0.005,
    per: 1000,
    free: 0,
    source: 'https://aws.amazon.com/s3/pricing/',
  },
  filesRead: {
    what: 'S3 reads',
    dollars: 0.0004,
    per: 1000,
    free: 0,
    source: 'https://aws.amazon.com/s3/pricing/',
  },
  logGigabytes: { what: 'logs taken in, GB', dollars: 0.5, per: 1, free: 5, source: cloudWatch },
  storedLogGigabytes: {
    what: 'logs kept for a month, GB',
    dollars: 0.03,
    per: 1,
    free: 0,
    source: cloudWatch,
  },
  alarmMetrics: { what: 'metrics of alarms', dollars: 0.1, per: 1, free: 10, source: cloudWatch },
  ownMetrics: { what: 'metrics from logs', dollars: 0.3, per: 1, free: 10, source: cloudWatch },
  secrets: {
    what: 'secrets',
    dollars: 0.4,
    per: 1,
    free: 0,
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
  },
  hostedZones: {
    what: 'hosted zone in Route 53',
    dollars: 0.5,
    per: 1,
    free: 0,
    source: 'https://aws.amazon.com/route53/pricing/',
  },
  dashboards: { what: 'dashboards', dollars: 3, per: 1, free: 3, source: cloudWatch },
  firewalls: { what: 'web ACL with one rule', dollars: 6, per: 1, free: 0, source: waf },
  firewallRequests: { what: 'WAF requests', dollars: 0.6, per: million, free: 0, source: waf },
} satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;
const isPriceName = (name: string): name is PriceName => name in prices;
export const priceNames = Object.keys(prices).filter(isPriceName);

/** How much of each is used. */
export type Usage = Partial<Record<PriceName, number>>;

export const sumOf = (...usages: Usage[]): Usage =>
  Object.fromEntries(
    priceNames.map((name) => [name, usages.reduce((total, usage) => total + (usage[name] ?? 0), 0)]),
  );

export const times = (factor: number, usage: Usage): Usage =>
  Object.fromEntries(priceNames.map((name) => [name, factor * (usage[name] ?? 0)]));

/** Dollars for an amount, at list price or beyond what is free each month. */
export function dollarsFor(name: PriceName, amount: number, { isFree }: { isFree: boolean }): number {
  const { dollars, per, free } = prices[name];
  return (Math.max(0, amount - (isFree ? free : 0)) / per) * dollars;
}
