import { Annotations, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Console } from './console.ts';
import { Dashboard } from './dashboard.ts';
import { Dispatch } from './dispatch.ts';
import { DnsRecords } from './dns-records.ts';
import { Events } from './events.ts';
import { FailedRecords } from './failed-records.ts';
import { Mail } from './mail.ts';
import { MailEvents } from './mail-events.ts';
import { OrganizerRole } from './organizer-role.ts';
import { addOutputs } from './outputs.ts';
import { Publication } from './publication.ts';
import { Routes } from './routes.ts';
import { Schedule } from './schedule.ts';
import { Secrets } from './secrets.ts';
import { Site } from './site.ts';
import type { Stage } from './stage/stage.ts';
import { stageWarnings } from './stage/warnings.ts';
import { Table } from './table.ts';
import { Tally } from './tally.ts';

/** The whole system of one stage. */
export class UndersignedStack extends Stack {
  constructor(scope: Construct, stage: Stage) {
    const { account, region } = stage;
    super(scope, `undersigned-${stage.name}`, {
      env: { ...(account && { account }), ...(region && { region }) },
      terminationProtection: stage.isProtected,
    });
    // So that the bill can be read by stage, once the tag is activated in Billing.
    Tags.of(this).add('undersigned:stage', stage.name);
    const table = new Table(this, 'Table', stage);
    const secrets = new Secrets(this, 'Secrets', stage);
    const failedRecords = new FailedRecords(this, 'FailedRecords', stage);
    const api = new Api(this, 'Api', stage);
    const site = new Site(this, 'Site', { stage, api });
    const publication = new Publication(this, 'Publication', { stage, table, site });
    const mail = new Mail(this, 'Mail', { stage, table, secrets, site, publication });
    const { configurationSet } = mail;
    const { recordMailEvent } = new MailEvents(this, 'MailEvents', {
      stage,
      table,
      secrets,
      configurationSet,
    });
    new DnsRecords(this, 'DnsRecords', { stage, site, mail });
    const routes = new Routes(this, 'Routes', { stage, api, table, secrets, siteUrl: site.url });
    const desk = new Console(this, 'Console', { stage, api, table, secrets, siteUrl: site.url });
    const { tally } = new Tally(this, 'Tally', { stage, table, failedRecords });
    const events = new Events(this, 'Events', { stage });
    const { dispatch } = new Dispatch(this, 'Dispatch', {
      stage,
      table,
      failedRecords,
      mail: mail.work,
      confirmations: mail.confirmations,
      site: publication.work,
      events: events.work,
    });
    const { sweep } = new Schedule(this, 'Schedule', {
      stage,
      table,
      mail: mail.work,
      confirmations: mail.confirmations,
      site: publication.work,
      siteUrl: site.url,
    });
    const organizerRole = new OrganizerRole(this, 'OrganizerRole', { table, secrets });
    const monitored = {
      table: table.table,
      api,
      mail: mail.work,
      confirmations: mail.confirmations,
      site: publication.work,
      events: events.work,
      tally,
      dispatch,
      publish: publication.publish,
      sweep,
      sendMail: mail.sendMail,
      recordMailEvent,
      sendEvents: events.sendEvents,
      reporting: [...routes.reporting, ...desk.reporting],
    };
    const alarms = new Alarms(this, 'Alarms', { stage, failedRecords, monitored });
    const dashboard = new Dashboard(this, 'Dashboard', { stage, alarms: alarms.all, monitored });
    addOutputs(this, {
      stage,
      table,
      secrets,
      failedRecords,
      site,
      mail,
      publication,
      events,
      organizerRole,
      alarms,
      dashboard,
    });
    warnOperator(this, stage);
  }
}

/** Warnings that synthesis and deployment show until the operator has done what they say. */
function warnOperator(stack: Stack, stage: Stage): void {
  for (const [id, message] of Object.entries(stageWarnings(stage)))
    Annotations.of(stack).addWarningV2(`undersigned:${id}`, message);
}
