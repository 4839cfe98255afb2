import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inputFor } from '../../local/triggers/event-bus.ts';
import { busEventDetails } from '../../shared/campaign/bus-events.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/events.md'), 'utf8');
const block = (label: string): string =>
  new RegExp(`\`\`\`json${label && ` ${label}`}\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';

const counted = JSON.parse(block(''));
const published = {
  ...counted,
  'detail-type': 'Published',
  detail: { id: '01', slug: 'harbor-trees', counts: { organizations: 170, individuals: 0 } },
};
const ruleOf = (name: string) => ({
  functionArn: '',
  pattern: JSON.parse(block(`pattern ${name}`)),
  transformer: { paths: JSON.parse(block(`paths ${name}`)), template: block(`template ${name}`) },
});

describe('the guide to events', () => {
  test('names every event, and shows one as it is', () => {
    for (const type of Object.keys(busEventDetails)) expect(guide).toContain(`\`${type}\``);
    expect(busEventDetails.Counted.parse(counted.detail)).toEqual(counted.detail);
    expect(busEventDetails.Published.parse(published.detail)).toEqual(published.detail);
  });

  test('has a rule whose chat hears of a publication, and of no count', () => {
    expect(inputFor(ruleOf('chat'), published)).toEqual({
      text: 'Published: https://letters.example.org/harbor-trees/ (2026-12-02T15:00:04Z)',
    });
    expect(inputFor(ruleOf('chat'), counted)).toBeUndefined();
  });

  test('has a rule whose queue gets the numbers', () => {
    const row = { campaign: 'harbor-trees', organizations: 171, individuals: 0, asOf: counted.time };
    expect(inputFor(ruleOf('queue'), counted)).toEqual({ id: counted.detail.id, ...row });
    expect(inputFor(ruleOf('queue'), published)).toMatchObject({ organizations: 170 });
  });
});
