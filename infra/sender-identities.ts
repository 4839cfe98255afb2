import { Aws, Stack, aws_ses as ses } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { MailDomain } from './stage/settings.ts';
import type { Stage } from './stage/stage.ts';

/** A domain that emails come from. */
export interface SenderIdentity {
  domain: string;
  /** The envelope sender's domain, below `domain`. Undeliverable emails go back there. */
  mailFromDomain: string;
  arn: string;
  /** CNAME records that let SES sign emails. Absent for an identity that already exists. */
  dkimRecords?: { name: string; value: string }[];
}

/**
 * The SES identities that a stage sends from. An account has an identity once in each region. One that already exists
 * is used by its name and not created again.
 */
export function newSenderIdentities(
  scope: Construct,
  stage: Stage,
  configurationSet: ses.IConfigurationSet,
): SenderIdentity[] {
  return stage.mailDomains.map((mailDomain) =>
    mailDomain.existing
      ? existingIdentity(scope, mailDomain)
      : newIdentity(scope, { stage, mailDomain, configurationSet }),
  );
}

const existingIdentity = (scope: Construct, { name, mailFrom }: MailDomain): SenderIdentity => ({
  domain: name,
  mailFromDomain: `${mailFrom}.${name}`,
  arn: Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName: name }),
});

/**
 * Patterns of the identities that an account may have for addresses of a domain and for domains below it. SES asks for
 * permission on the most specific identity, so the permission on the domain alone does not cover them.
 * https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html,
 * https://github.com/aws-samples/aws-serverless-batch-architecture/issues/1
 */
export const identitiesWithin = (domain: string): string[] => [`*@${domain}`, `*.${domain}`];

/** Does not depend on the stage's settings, so that a finding about it has the same id in every stage. */
export const identityArn = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({
    partition: Aws.PARTITION,
    service: 'ses',
    region: Aws.REGION,
    account: Aws.ACCOUNT_ID,
    resource: 'identity',
    resourceName: name,
  });

function newIdentity(
  scope: Construct,
  {
    stage,
    mailDomain,
    configurationSet,
  }: { stage: Stage; mailDomain: MailDomain; configurationSet: ses.IConfigurationSet },
): SenderIdentity {
  const mailFromDomain = `${mailDomain.mailFrom}.${mailDomain.name}`;
  // The id is that of the domain, whatever its place in the list: CloudFormation would otherwise create an identity
  // that exists when somebody reorders or removes domains.
  const identity = new ses.EmailIdentity(scope, `Identity ${mailDomain.name}`, {
    identity: ses.Identity.domain(mailDomain.name),
    dkimIdentity: ses.DkimIdentity.easyDkim(ses.EasyDkimSigningKeyLength.RSA_2048_BIT),
    mailFromDomain,
    mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    configurationSet,
    // Otherwise SES also emails each bounce, with the signer's address, to the sender's mailbox. Bounces go to the
    // event destination in mail-events.ts instead.
    feedbackForwarding: false,
  });
  identity.applyRemovalPolicy(stage.removal);
  return {
    domain: mailDomain.name,
    mailFromDomain,
    arn: identity.emailIdentityArn,
    dkimRecords: identity.dkimRecords,
  };
}
