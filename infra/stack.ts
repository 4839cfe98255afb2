import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Counting } from './counting.ts';
import { readDeployment } from './deployment.ts';
import { Dispatching } from './dispatching.ts';
import { Failures } from './failures.ts';
import { Mail } from './mail.ts';
import { addOutputs } from './outputs.ts';
import { Publishing } from './publishing.ts';
import { ReturnedMail } from './returned-mail.ts';
import { Schedule } from './schedule.ts';
import { Secrets } from './secrets.ts';
import { Signing } from './signing.ts';
import { Site } from './site.ts';
import { Table } from './table.ts';

/** The whole system of one stage. */
export class UndersignedStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const deployment = readDeployment(this.node);
    this.terminationProtection = deployment.isProduction;
    const table = new Table(this, 'Table', deployment);
    const secrets = new Secrets(this, 'Secrets', deployment);
    const failures = new Failures(this, 'Failures', deployment);
    const api = new Api(this, 'Api', deployment);
    const site = new Site(this, 'Site', { deployment, api });
    const publishing = new Publishing(this, 'Publishing', { deployment, table, site });
    const mail = new Mail(this, 'Mail', { deployment, table, secrets, site, publishing });
    new ReturnedMail(this, 'ReturnedMail', {
      deployment,
      table,
      secrets,
      configurationSet: mail.configurationSet,
    });
    new Signing(this, 'Signing', { deployment, api, table, secrets, siteUrl: site.url });
    const { tally } = new Counting(this, 'Counting', { deployment, table, failures });
    const { dispatch } = new Dispatching(this, 'Dispatching', {
      deployment,
      table,
      failures,
      mail: mail.work,
      site: publishing.work,
    });
    const { sweep } = new Schedule(this, 'Schedule', {
      deployment,
      table,
      mail: mail.work,
      site: publishing.work,
    });
    new Alarms(this, 'Alarms', {
      deployment,
      failures,
      watched: {
        table: table.table,
        api,
        mail: mail.work,
        site: publishing.work,
        tally,
        dispatch,
        publish: publishing.publish,
        sweep,
      },
    });
    addOutputs(this, { table, secrets, failures, site, mail, publishing });
  }
}
