import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourceName, resourcesOf } from '../../infra/template.ts';
import { retryDelaySeconds } from '../../shared/mail/task-outcome.ts';
import { bundleText } from '../support/bundle.ts';
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
      'events-given-up',
      'item-unreadable',
      'mail-event-lost',
      'mail-given-up',
      'mail-late',
      'mail-not-taken',
      'mail-paused',
      'pages-failing',
      'pages-given-up',
      'publish-failing',
      'publishing-late',
      'recount-short',
      'sweep-stopped',
      'table-throttled',
      'too-few-functions',
    ]);
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
    const held = alarms.filter(({ DatapointsToAlarm }) => DatapointsToAlarm !== undefined);
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

  test('that read a log look for a line that the function writes', () => {
    const filters = resourcesOf(
      template,
      'AWS::Logs::MetricFilter',
      z.object({ FilterPattern: z.string(), LogGroupName: z.unknown() }),
    );
    const writers: Record<string, string> = { ScheduleSweepLogs: 'sweep', MailSendMailLogs: 'send-mail' };
    expect(filters).toHaveLength(11);
    for (const [, { FilterPattern, LogGroupName }] of filters) {
      const message = /^"(.*)"$/.exec(FilterPattern)?.[1];
      if (message === undefined) {
        expect(FilterPattern).toBe('{ $.openedToPublishedMilliseconds = "*" }');
        continue;
      }
      const name = writers[resourceName(LogGroupName)] ?? 'publish';
      const bundle = bundleText(name);
      expect({ name, message, isWritten: bundle.includes(`"${message}"`) }).toMatchObject({
        isWritten: true,
      });
    }
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
