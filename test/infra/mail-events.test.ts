import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { ruleMeanings } from '../../cli/doctor/check-rules.ts';
import { resourcesOf } from '../../infra/template.ts';
import { matchesPattern } from '../../local/triggers/filter.ts';
import { devTemplate } from './synthesized.ts';

const tags = ['ses:configuration-set', 'slug', 'item', 'id', 'mail', 'claim'];
const ruleSchema = z.object({
  EventPattern: z
    .object({
      source: z.array(z.string()),
      'detail-type': z.array(z.string()),
      detail: z.looseObject({
        mail: z.object({ tags: z.looseObject({ 'ses:configuration-set': z.array(z.unknown()) }) }).optional(),
      }),
    })
    .optional(),
  Targets: z.array(z.object({ InputTransformer: z.object({ InputTemplate: z.string() }).optional() })),
});

/** The rules for SES's events, with the name of the configuration set as it is after a deployment. */
const rules = resourcesOf(devTemplate(), 'AWS::Events::Rule', ruleSchema)
  .filter(([, { EventPattern }]) => EventPattern?.source.includes('aws.ses'))
  .map(([, { EventPattern, Targets }]) => {
    const set = EventPattern?.detail.mail?.tags;
    if (set) set['ses:configuration-set'] = ['letters'];
    return {
      pattern: EventPattern,
      what: /"what":"([a-z]+)"/.exec(Targets[0]?.InputTransformer?.InputTemplate ?? '')?.[1],
    };
  });

test('Every rule of the stack is one that doctor looks for by its name, and no other', () => {
  const ids = resourcesOf(devTemplate(), 'AWS::Events::Rule', z.unknown()).map(([id]) => id);
  expect(ids.toSorted()).toEqual(Object.keys(ruleMeanings).toSorted());
});

/** What the function is told of a bounce. */
const toldOf = (item: string, bounceType: string, bounceSubType: string, configurationSet = 'letters') =>
  rules
    .filter(({ pattern }) =>
      matchesPattern(pattern, {
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        detail: {
          bounce: { bounceType, bounceSubType },
          mail: {
            tags: {
              ...Object.fromEntries(tags.map((tag) => [tag, ['x']])),
              item: [item],
              'ses:configuration-set': [configurationSet],
            },
          },
        },
      }),
    )
    .map(({ what }) => what);

/** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types */
describe('A bounce that SES reports as', () => {
  test.each([
    ['Permanent', 'General', ['bounced'], ['bounced']],
    ['Permanent', 'NoEmail', ['bounced'], ['bounced']],
    ['Permanent', 'Suppressed', ['bounced'], ['bounced']],
    ['Permanent', 'OnAccountSuppressionList', ['bounced'], ['bounced']],
    ['Transient', 'General', ['undelivered'], []],
    ['Transient', 'MailboxFull', ['bounced'], []],
    ['Transient', 'MessageTooLarge', ['bounced'], []],
    ['Transient', 'ContentRejected', ['bounced'], []],
    ['Transient', 'AttachmentRejected', ['bounced'], []],
    ['Transient', 'CustomTimeoutExceeded', ['bounced'], []],
    ['Undetermined', 'Undetermined', ['undelivered'], []],
  ])('%s, %s is recorded once: for a letter, and for a signer', (type, subType, ofLetter, ofSigner) => {
    for (const item of ['letter', 'supplement', 'press'])
      expect({ item, told: toldOf(item, type, subType) }).toEqual({ item, told: ofLetter });
    expect(toldOf('sign-on', type, subType)).toEqual(ofSigner);
  });

  test('that of another stage is not recorded', () => {
    expect(toldOf('letter', 'Permanent', 'General', 'of-another-stage')).toEqual([]);
  });
});
