import { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

/** Functions read a secret by name; the role names its full ARN. */
interface NamedSecret {
  name: string;
  secretArn: string;
}

/** The two keys, made at deployment and known to no one. */
export class Secrets extends Construct {
  /** Hashes addresses into sign-on ids. Another key would make a stranger of every signer. */
  readonly addressKey: NamedSecret;
  /** Signs the links in mails; `{ current, <key id>: <key> }`, so that old links outlive a new key. */
  readonly linkKeys: NamedSecret;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const addressKeyName = `undersigned-${deployment.stage}/address-key`;
    const addressKey = new secretsmanager.Secret(this, 'AddressKey', {
      secretName: addressKeyName,
      description: 'Hashes addresses into sign-on ids. Never change it: every sign-on is found by it.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: deployment.removal,
    });
    const linkKeysName = `undersigned-${deployment.stage}/link-keys`;
    const linkKeys = new secretsmanager.Secret(this, 'LinkKeys', {
      secretName: linkKeysName,
      description: 'Signs the links in mails. docs/runbook.md says how to add a new key and keep the old.',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: deployment.removal,
    });
    acknowledge(
      addressKey,
      'AwsSolutions-SMG4',
      'Sign-on ids are hashes under this key: a rotation would lose every sign-on and let people sign twice.',
    );
    acknowledge(
      linkKeys,
      'AwsSolutions-SMG4',
      'A new key is added by hand beside the old ones, which must verify links in mails for as long as sign-ons are kept; a timer that replaces the key would break them.',
    );
    this.addressKey = { name: addressKeyName, secretArn: addressKey.secretArn };
    this.linkKeys = { name: linkKeysName, secretArn: linkKeys.secretArn };
  }
}
