import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { newHandler } from '../../functions/send-mail.ts';
import { shortName } from '../../infra/role-grants.ts';
import { functionSchema, resourceName, resourcesOf } from '../../infra/template.ts';
import { retryDelaySeconds } from '../../shared/mail/task-outcome.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { alarmChanges } from '../support/alarm-changes.ts';
import { bundleText } from '../support/bundle.ts';
import { logLinesOf } from '../support/log-lines.ts';
import { newMailbox } from '../support/mailbox.ts';
import { queueEvent } from '../support/queue.ts';
import { aSignOn, slug } from '../support/records.ts';
import { freshStore, seed } from '../support/store.ts';
import { devTemplate } from './synthesized.ts';

const root = join(import.meta.dirname, '..', '..');
const template = devTemplate();
const alarms = resourcesOf(
  template,
  'AWS::CloudWatch::Alarm',
  z.object({
    AlarmName: z.string(),
    AlarmDescription: z.string(),
    AlarmActions: z.array(z.unknown()),
    OKActions: z.array(z.unknown()).default([]),
    EvaluationPeriods: z.number(),
    DatapointsToAlarm: z.number().optional(),
    TreatMissingData: z.string(),
    Threshold: z.number(),
    ComparisonOperator: z.string(),
    Period: z.number().optional(),
  }),
).map(([, alarm]) => ({ ...alarm, name: alarm.AlarmName.replace('undersigned-dev-', '') }));

describe('Alarms', () => {
  test('are one for each condition', () => {
    expect(alarms.map(({ name }) => name).sort()).toEqual([
      'api-failing',
      'bounces',
      'campaign-not-swept',
      'complaints',
      'confirmations-given-up',
      'confirmations-late',
      'confirmations-paused',
      'count-differs',
      'counting-late',
      'counts-waiting',
      'dispatching-late',
      'events-failing',
      'events-given-up',
      'events-late',
      'item-unreadable',
      'mail-event-lost',
      'mail-failing',
      'mail-given-up',
      'mail-late',
      'mail-not-taken',
      'mail-paused',
      'mails-waiting',
      'pages-failing',
      'pages-given-up',
      'pages-late',
      'publish-failing',
      'publishing-late',
      'recount-short',
      'requests-flood',
      'site-down',
      'sweep-stopped',
      'table-throttled',
      'too-few-functions',
    ]);
  });

  test('are named in an output, with which doctor finds out whether all are there', () => {
    const { AlarmNames } = z.object({ AlarmNames: z.object({ Value: z.string() }) }).parse(template.Outputs);
    expect(AlarmNames.Value.split(',').toSorted()).toEqual(alarms.map(({ name }) => name).toSorted());
  });

  test('say what they mean for people, and where it is written what to do', () => {
    const headings = readFileSync(join(root, 'docs', 'runbook.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3));
    for (const { name, AlarmDescription } of alarms) {
      expect(AlarmDescription).toMatch(/^[A-Z].{30,}\. What to do: docs\/runbook\.md#/);
      expect(AlarmDescription.endsWith(`#${name}`)).toBe(true);
      expect(headings).toContain(name);
    }
    expect(headings).toContain('failed-records');
  });

  test('reach the operator', () => {
    for (const { AlarmActions } of alarms) expect(AlarmActions.map(resourceName)).toEqual(['AlarmsTopic']);
  });

  test('say when they end, unless they tell of one occurrence, whose cure no metric shows', () => {
    const silent = alarms.filter(({ OKActions }) => OKActions.length === 0);
    expect(silent.map(({ name }) => name).sort()).toEqual([
      'item-unreadable',
      'mail-event-lost',
      'recount-short',
    ]);
    for (const { name, AlarmActions, OKActions } of alarms)
      if (OKActions.length > 0) expect({ name, actions: OKActions }).toEqual({ name, actions: AlarmActions });
  });

  test('do not end between two log lines: what fails writes its line again within fifteen minutes', () => {
    const held = alarms.filter(({ DatapointsToAlarm }) => DatapointsToAlarm === 1);
    expect(held.map(({ name }) => name).sort()).toEqual(['mail-not-taken', 'pages-failing']);
    for (const { EvaluationPeriods, DatapointsToAlarm } of held)
      expect({ EvaluationPeriods, DatapointsToAlarm }).toEqual({
        EvaluationPeriods: 4,
        DatapointsToAlarm: 1,
      });
    expect(retryDelaySeconds(100)).toBeLessThan(4 * 300);
  });

  test('alarm without data only where its absence is the problem', () => {
    const withoutData = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(withoutData.map(({ name }) => name)).toEqual(['sweep-stopped']);
  });

  test('do not end for want of data where what they tell of lasts: queues that nobody polls, and SES’s rates', () => {
    const staying = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'ignore');
    expect(staying.map(({ name }) => name).sort()).toEqual([
      'bounces',
      'complaints',
      'confirmations-given-up',
      'events-given-up',
      'mail-given-up',
      'pages-given-up',
    ]);
  });

  test.each([
    ['api-failing', 'two of the last twenty-four', 24, 2],
    ['publish-failing', 'three of the last twelve', 12, 3],
    ['mails-waiting', 'three of the last twenty-four', 24, 3],
    ['site-down', 'two of the last three', 3, 2],
  ])(
    '%s rings for what happens in %s spans of five minutes, however seldom',
    (name, _, periods, breaches) => {
      expect(alarms.find((alarm) => alarm.name === name)).toMatchObject({
        Threshold: 0,
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: periods,
        DatapointsToAlarm: breaches,
        Period: 300,
      });
    },
  );

  test('that read a log look for a line that the function writes', () => {
    const filters = resourcesOf(
      template,
      'AWS::Logs::MetricFilter',
      z.object({ FilterPattern: z.string(), LogGroupName: z.unknown() }),
    );
    const writers = new Map(
      resourcesOf(template, 'AWS::Lambda::Function', functionSchema).map(
        ([, { FunctionName, LoggingConfig }]) => [
          resourceName(LoggingConfig.LogGroup),
          shortName(FunctionName),
        ],
      ),
    );
    const read = Map.groupBy(filters, ([, { FilterPattern }]) => /^"(.*)"$/.exec(FilterPattern)?.[1]);
    const names = [...writers.values()];
    for (const [message, of] of read) {
      const readers = of.map(([, { LogGroupName }]) => writers.get(resourceName(LogGroupName)) ?? '');
      const pattern = message === undefined ? 'openedToPublishedMilliseconds:' : `"${message}"`;
      // The preview has the code of the site job, and reports nothing.
      const writing = names.filter(
        (name) => name !== 'console-preview' && bundleText(name).includes(pattern),
      );
      expect({ message, readers: readers.toSorted() }).toEqual({ message, readers: writing.toSorted() });
    }
  });

  test('that count log lines count 0 where a function has run and written none, and not only what it has written', () => {
    const { LoggingConfig } =
      resourcesOf(
        template,
        'AWS::Lambda::Function',
        z.looseObject({ FunctionName: z.string(), LoggingConfig: z.record(z.string(), z.unknown()) }),
      )
        .map(([, sweep]) => sweep)
        .find(({ FunctionName }) => shortName(FunctionName) === 'sweep') ?? {};
    // At this level Lambda itself writes a line for each run.
    expect(LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'INFO' });
    const transformations = resourcesOf(
      template,
      'AWS::Logs::MetricFilter',
      z.object({ MetricTransformations: z.array(z.looseObject({ MetricValue: z.string() })) }),
    ).flatMap(([, filter]) => filter.MetricTransformations);
    const counts = transformations.filter(({ MetricValue }) => MetricValue === '1');
    expect(counts.length).toBeGreaterThan(10);
    for (const count of counts) expect(count).toMatchObject({ DefaultValue: 0 });
    // A duration of 0 that nobody measured would be wrong.
    for (const measured of transformations.filter(({ MetricValue }) => MetricValue !== '1'))
      expect(measured).not.toHaveProperty('DefaultValue');
  });

  test('include a notice for each stream record that failed every retry', () => {
    const [, rule] =
      resourcesOf(
        template,
        'AWS::Events::Rule',
        z.object({
          EventPattern: z.record(z.string(), z.unknown()).optional(),
          Targets: z.array(z.unknown()),
        }),
      ).find(([id]) => id.includes('RecordStored')) ?? [];
    expect(rule?.EventPattern).toMatchObject({ source: ['aws.s3'], 'detail-type': ['Object Created'] });
    expect(JSON.stringify(rule?.Targets)).toContain('docs/runbook.md#failed-records');
  });
});

const minute = 60_000;

describe('the alarm mail-not-taken', () => {
  test.each([
    ['four minutes', 4],
    ['forty minutes', 40],
    ['three hours', 180],
    ['a day', 24 * 60],
  ])('begins once and ends once, after SES has taken no mail for %s', async (_, outage) => {
    const database = await freshStore();
    const signOn = aSignOn();
    await seed(database, { signOns: [signOn] });
    const mailbox = newMailbox(database);
    const start = mailbox.now.getTime();
    const end = start + outage * minute;
    const handler = newHandler({
      ...mailbox.dependencies(),
      queueLater: async (task, seconds) => void delayed.push([task, mailbox.now.getTime() + seconds * 1000]),
    });
    const delayed: [MailTask, number][] = [[{ task: 'pending', ...signOnKey(slug, signOn.id) }, start]];
    const lines: number[] = [];
    for (const [task, at] of delayed) {
      mailbox.now = new Date(at);
      mailbox.answers = mailbox.now.getTime() < end ? ['unreachable'] : [];
      const written = await logLinesOf(() => handler(queueEvent([JSON.stringify(task)])));
      for (const { message } of written)
        if (message === 'mail service takes no mail') lines.push(mailbox.now.getTime());
    }
    expect(mailbox.sent).toHaveLength(1);
    for (const morePeriods of [0, 1, 4]) {
      const until = end + 3 * 60 * minute;
      const changes = alarmChanges(template, 'mail-not-taken', {
        lines,
        from: start,
        until,
        morePeriods,
      });
      expect(changes.map(({ state }) => state)).toEqual(['ALARM', 'OK']);
      const [begun = 0, ended = 0] = changes.map(({ at }) => at);
      expect((begun - start) / minute).toBeLessThanOrEqual(4);
      expect(ended).toBeGreaterThan(end);
      const last = Math.max(...lines);
      expect((ended - last) / minute).toBeGreaterThan(15);
      expect((ended - last) / minute).toBeLessThanOrEqual(20 + 5 * morePeriods);
    }
  });
});

/** From the visibility timeout of its queue, after which a task that failed is received again. */
const secondsBetweenAttempts = (queue: string): number => {
  const queues = resourcesOf(
    template,
    'AWS::SQS::Queue',
    z.looseObject({ VisibilityTimeout: z.number().optional() }),
  );
  return queues.find(([id]) => id.startsWith(queue))?.[1].VisibilityTimeout ?? Number.NaN;
};

describe('A function that fails with what it takes from a queue', () => {
  test.each([
    ['mail-failing', 'MailQueue'],
    ['mail-failing', 'MailConfirmationsQueue'],
    ['events-failing', 'EventsQueue'],
  ])('rings %s once within a quarter of an hour, even with one task in %s', (name, queue) => {
    const wait = secondsBetweenAttempts(queue) * 1000;
    for (const offset of [0, 1, 2, 3, 4, 4.9])
      for (const morePeriods of [0, 1, 4]) {
        const start = offset * minute;
        const end = start + 60 * minute;
        const lines: number[] = [];
        for (let at = start; at < end; at += wait) lines.push(at);
        const until = end + 3 * 60 * minute;
        const changes = alarmChanges(template, name, { lines, from: 0, until, morePeriods });
        expect(changes.map(({ state }) => state)).toEqual(['ALARM', 'OK']);
        const [begun = 0, ended = 0] = changes.map(({ at }) => at);
        expect((begun - start) / minute).toBeLessThanOrEqual(15);
        expect(ended).toBeGreaterThan(Math.max(...lines));
      }
  });

  test('does not ring for one failure, or two', () => {
    for (const lines of [[0], [0, 6 * minute]])
      for (const name of ['mail-failing', 'events-failing'])
        expect(alarmChanges(template, name, { lines, from: 0, until: 180 * minute, morePeriods: 0 })).toEqual(
          [],
        );
  });

  test('counts also runs of send-mail that end before they log why, or that Lambda refuses', () => {
    const [, alarm] =
      resourcesOf(
        template,
        'AWS::CloudWatch::Alarm',
        z.looseObject({ AlarmName: z.string(), Metrics: z.array(z.looseObject({})).default([]) }),
      ).find(([, { AlarmName }]) => AlarmName.endsWith('-mail-failing')) ?? [];
    expect(JSON.stringify(alarm?.Metrics)).toContain('"MetricName":"Errors"');
    expect(JSON.stringify(alarm?.Metrics)).toContain('"MetricName":"Throttles"');
    expect(alarm?.Metrics).toContainEqual(
      expect.objectContaining({ Expression: 'FILL(failed, 0) + FILL(errors, 0) + FILL(throttles, 0)' }),
    );
  });
});
