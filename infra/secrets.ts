import { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stage/stage.ts';

/** The two keys. Secrets Manager generates their values at the first deployment. */
export class Secrets extends Construct {
  /** Hashes email addresses into sign-on ids. With another key, no signer would be recognized. */
  readonly addressKey: secretsmanager.Secret;
  /** Signs the links in emails: `{ current, <key id>: <key> }`. Links that were signed with an older key still work. */
  readonly linkKeys: secretsmanager.Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.addressKey = new secretsmanager.Secret(this, 'AddressKey', {
      description: `undersigned-${stage.name}: hashes addresses into sign-on ids. Never change it: every sign-on is found by it.`,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: stage.removal,
    });
    this.linkKeys = new secretsmanager.Secret(this, 'LinkKeys', {
      description: `undersigned-${stage.name}: signs the links in mails. docs/runbook.md says how to add a new key and keep the old.`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: stage.removal,
    });
    acknowledge(
      this.addressKey,
      'AwsSolutions-SMG4',
      'Sign-on ids are hashes under this key: a rotation would lose every sign-on and let people sign twice.',
    );
    acknowledge(
      this.linkKeys,
      'AwsSolutions-SMG4',
      'A new key is added by hand beside the old ones, which must verify links in mails for as long as sign-ons are kept; a timer that replaces the key would break them.',
    );
  }
}
