import * as z from 'zod';

const domainName = z
  .string('must be a domain name, such as example.org')
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'must be a domain name alone, such as example.org: letters from a to z in lower case, digits, "-" and "."',
  );

/** Regions of the partition that has CloudFront's certificates and web ACLs in us-east-1. New ones are called alike. */
const regionName =
  /^(?!cn-)[a-z]{2}-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d$/;

/**
 * The retention periods that CloudWatch Logs takes.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const retentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096] as const;

const wholeNumber = (least: number, most: number) => {
  const cure = `must be a whole number from ${least} to ${most}`;
  return z.int(cure).min(least, cure).max(most, cure);
};

/** Settings below a key. If the value is not a group, the message shows an example of one. */
const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape, example: string) =>
  z.strictObject(shape, `must have settings of its own, such as ${example}. To do without, remove the key`);

/** A text with a required pattern. */
const text = (pattern: RegExp, cure: string) => z.string(cure).regex(pattern, cure);

/** A domain for emails as it is written. */
interface WrittenMailDomain {
  name: string;
  existing: boolean;
  mailFrom?: string | undefined;
}

const mailDomainSchema = z
  .union(
    [
      domainName.transform((name): WrittenMailDomain => ({ name, existing: false })),
      z
        .strictObject({
          name: domainName,
          existing: z.boolean().default(false),
          mailFrom: text(
            /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
            'must be the first label of the MAIL FROM domain alone, such as bounce',
          ).optional(),
        })
        .refine(({ existing, mailFrom }) => !existing || mailFrom === undefined, {
          path: ['mailFrom'],
          error:
            'has no effect on an identity that exists. Remove it here, and set it at SES: aws sesv2 put-email-identity-mail-from-attributes',
        }),
    ],
    'must be a domain name, or { name: example.org, existing: true }, or { name: example.org, mailFrom: bounce } with only these keys: "existing" is true or false, "mailFrom" the first label of the MAIL FROM domain',
  )
  .transform(({ name, existing, mailFrom = 'bounce' }) => ({ name, existing, mailFrom }));

const limitsSchema = group(
  {
    networkFree: wholeNumber(0, 1_000_000).default(5),
    networkBurst: wholeNumber(1, 1_000_000).default(2500),
    networkPerHour: wholeNumber(1, 1_000_000).default(500),
    hurriedSeconds: wholeNumber(0, 1_000_000).default(3),
    signOnsPerSecond: wholeNumber(1, 2000).default(2000),
  },
  '{ networkBurst: 2500 }',
);

const isTrueOrFalse = z.boolean('must be true or false, without quotation marks');

/**
 * What an operator may write into `stages/<name>.yaml`. docs/deploy.md explains each key. Any other key is a mistake.
 */
export const settingsSchema = z.strictObject({
  account: z
    .string('must be the twelve digits of the account in quotation marks')
    .regex(/^\d{12}$/, 'must be the twelve digits of the account in quotation marks')
    .optional(),
  region: z
    .string('must be a region, such as us-east-1')
    .regex(regionName, 'must be a region, such as us-east-1; those of China and of GovCloud cannot be used')
    .optional(),
  alarmEmails: z
    .array(
      z.email('must be an email address, such as operator@example.org'),
      'must be a list of email addresses, such as [operator@example.org]',
    )
    .default([]),
  runbookUrl: text(
    /^https:\/\/[^\s#<>"]{4,500}$/,
    'must be the address of the runbook, such as https://git.example.org/undersigned/docs/runbook.md, without "#" and what follows it',
  ).optional(),
  mail: group(
    {
      domains: z
        .array(mailDomainSchema, 'must be a list, such as [example.org]')
        .min(1, 'must name at least one domain')
        .optional(),
      configurationSet: text(
        /^[A-Za-z0-9_-]{1,64}$/,
        'must be the name of a configuration set that exists: letters, digits, "-" and "_"',
      ).optional(),
      shareOfSendingRate: z
        .number('must be a number above 0, and at most 1 for the whole rate of the account')
        .gt(0, 'must be above 0, and at most 1 for the whole rate of the account')
        .max(1, 'must be above 0, and at most 1 for the whole rate of the account')
        .default(1),
    },
    '{ domains: [example.org] }',
  ).prefault({}),
  domain: group(
    {
      name: domainName,
      certificateArn: z
        .string(
          'is missing: a domain needs a certificate. Request one in us-east-1 and give its ARN, or leave out the domain to use the address from CloudFront',
        )
        .regex(
          /^arn:aws:acm:us-east-1:\d{12}:certificate\/[A-Za-z0-9-]+$/,
          'must be the ARN of a certificate in us-east-1, since CloudFront takes no other: arn:aws:acm:us-east-1:<account>:certificate/<id>',
        ),
    },
    '{ name: letters.example.org, certificateArn: … }',
  ).optional(),
  hostedZone: group(
    {
      id: text(/^Z[A-Z0-9]{1,31}$/, 'must be the id of a hosted zone in Route 53, such as Z0123456789ABC'),
      name: domainName,
    },
    '{ id: Z0123456789ABC, name: example.org }',
  ).optional(),
  webAclArn: text(
    /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[A-Za-z0-9_-]+\/[A-Za-z0-9-]+$/,
    'must be the ARN of a web ACL for CloudFront, which is in us-east-1: arn:aws:wafv2:us-east-1:<account>:global/webacl/<name>/<id>',
  ).optional(),
  limits: limitsSchema.prefault({}),
  logRetentionDays: z
    .literal(retentionDays, `must be one of ${retentionDays.join(', ')}, without quotation marks`)
    .default(30),
  warmThroughput: group(
    {
      readUnitsPerSecond: wholeNumber(12_000, 1_000_000),
      writeUnitsPerSecond: wholeNumber(4000, 1_000_000),
    },
    '{ readUnitsPerSecond: 12000, writeUnitsPerSecond: 10000 }',
  ).optional(),
  restoredTable: group(
    {
      name: text(/^[A-Za-z0-9_.-]{3,255}$/, 'must be the name of the restored table'),
      streamArn: z
        .string('is missing: switch the stream of the restored table on and give its ARN')
        .regex(
          /^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[A-Za-z0-9_.-]+\/stream\/[0-9T:.-]+$/,
          'must be the ARN of the stream of the restored table: arn:aws:dynamodb:<region>:<account>:table/<name>/stream/<time>',
        ),
    },
    '{ name: letters-restored, streamArn: … }',
  )
    .refine(({ name, streamArn }) => streamArn.includes(`:table/${name}/stream/`), {
      error: 'must name one table: the stream is that of another',
      when: ({ issues }) => issues.length === 0,
    })
    .optional(),
  keepData: isTrueOrFalse.optional(),
  protected: isTrueOrFalse.default(false),
});
export type Settings = z.infer<typeof settingsSchema>;
export type MailDomain = z.infer<typeof mailDomainSchema>;

/** Limits against floods and programs. docs/decisions/0011-limits-by-network.md explains those of a network. */
export type Limits = z.infer<typeof limitsSchema>;
