import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../shared/campaign/questions.ts';
import { readSubmission } from '../../shared/sign-on/submission.ts';
import { aSettings } from '../support/records.ts';

const questions: Question[] = [
  { id: 'members', label: 'How many members?', type: 'number', for: 'organizations', required: false },
  { id: 'why', label: 'Why?', type: 'text', for: 'both', required: false },
  { id: 'how', label: 'How?', type: 'choice', options: ['Talk', 'Walk'], for: 'both', required: false },
  { id: 'pledge', label: 'I pledge.', type: 'checkbox', for: 'individuals', required: false },
];
const person = { kind: 'individual', name: 'Ana Ruiz', email: 'ana@example.org' };
const organization = {
  ...person,
  kind: 'organization',
  organizationName: 'Harbor Families',
  authorized: 'on',
};
const read = (body: Record<string, unknown>, asked: Question[] = questions) =>
  readSubmission(body, aSettings({ questions: asked }));
const answersIn = (body: Record<string, unknown>, asked?: Question[]) => {
  const result = read(body, asked);
  return result.ok ? result.details.answers : result.errors;
};
const requiring = (id: string) => questions.map((each) => ({ ...each, required: each.id === id }));

describe('answers', () => {
  test('are read in the same way from a program and from a form', () => {
    const fromProgram = { ...organization, answers: { members: 1200, why: ' Shade. ', how: 'Walk' } };
    const fromForm = {
      ...organization,
      'answers.members': ' 1200 ',
      'answers.why': 'Shade.',
      'answers.how': 'Walk',
      'answers.pledge': '',
    };
    expect(answersIn(fromProgram)).toEqual({ members: 1200, why: 'Shade.', how: 'Walk' });
    expect(answersIn(fromForm)).toEqual(answersIn(fromProgram));
  });

  test('that are empty count as none, and are not stored if there are no others', () => {
    expect(answersIn({ ...person, 'answers.why': ' ', 'answers.how': '' })).toBeUndefined();
    expect(answersIn({ ...person, answers: { why: null } })).toBeUndefined();
    expect(answersIn({ ...person, answers: {} }, [])).toBeUndefined();
  });

  test('to a question for others are ignored, because a form without script sends all fields', () => {
    expect(answersIn({ ...person, 'answers.members': 'some' })).toBeUndefined();
    expect(answersIn({ ...person, 'answers.pledge': 'on' })).toEqual({ pledge: true });
    expect(answersIn({ ...organization, 'answers.pledge': 'on' })).toBeUndefined();
  });

  test.each([
    ['members', 'many', { code: 'invalid-number' }],
    ['members', '1,200', { code: 'invalid-number' }],
    ['members', '1e3', { code: 'invalid-number' }],
    ['members', 1e300, { code: 'invalid-number' }],
    ['members', Number.NaN, { code: 'invalid-number' }],
    ['members', [1], { code: 'invalid-number' }],
    ['why', 7, { code: 'not-a-string' }],
    ['why', { a: 1 }, { code: 'not-a-string' }],
    ['why', 'one\nline', { code: 'control-characters' }],
    ['why', 'tur\u202Ened', { code: 'control-characters' }],
    ['how', 'Swim', { code: 'invalid-choice', params: { choices: ['Talk', 'Walk'] } }],
    ['how', ['Talk', 'Walk'], { code: 'invalid-choice', params: { choices: ['Talk', 'Walk'] } }],
    ['why', 'x'.repeat(10_240), { code: 'answers-too-long', params: { max: 300 } }],
    ['why', 'ñ'.repeat(151), { code: 'answers-too-long', params: { max: 300 } }],
    ['nickname', 'Ani', { code: 'unknown-field' }],
    ['nickname', '', { code: 'unknown-field' }],
    ['constructor', 'x', { code: 'unknown-field' }],
  ])('to %s that are %j are refused', (id, value, refusal) => {
    const expected = [{ field: `answers.${id}`, ...refusal }];
    expect(answersIn({ ...organization, answers: { [id]: value } })).toEqual(expected);
    expect(answersIn({ ...organization, [`answers.${id}`]: value })).toEqual(expected);
  });

  test('have at most 300 bytes together, and the longest is named in the error', () => {
    const of = (why: number) =>
      answersIn({ ...organization, answers: { members: 12, how: 'Walk', why: 'x'.repeat(why) } });
    expect(of(294)).toMatchObject({ members: 12 });
    expect(of(295)).toEqual([{ field: 'answers.why', code: 'answers-too-long', params: { max: 300 } }]);
  });

  test.each([['text'], [['a list']], [7], [true]])('that are %j are no answers', (answers) => {
    expect(answersIn({ ...person, answers })).toEqual([{ field: 'answers', code: 'not-answers' }]);
  });

  test('that are required are demanded from the signers who are asked', () => {
    expect(answersIn(organization, requiring('members'))).toEqual([
      { field: 'answers.members', code: 'required' },
    ]);
    expect(answersIn(person, requiring('members'))).toBeUndefined();
    expect(answersIn({ ...person, answers: { pledge: false } }, requiring('pledge'))).toEqual([
      { field: 'answers.pledge', code: 'required' },
    ]);
    expect(answersIn({ ...person, answers: { pledge: true } }, requiring('pledge'))).toEqual({
      pledge: true,
    });
  });

  test('cannot change an object that all others share', () => {
    const body: Record<string, unknown> = JSON.parse(
      '{"answers":{"__proto__":{"admin":true}},"__proto__":{"x":1}}',
    );
    expect(answersIn({ ...person, answers: body.answers })).toEqual([
      { field: 'answers.__proto__', code: 'unknown-field' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});

describe('the box for news', () => {
  const newsIn = (newsletter: unknown, offered: string | undefined = 'Send me news.') => {
    const result = readSubmission({ ...person, newsletter }, aSettings({ newsletter: offered }));
    return result.ok ? result.details.newsletter : result.errors;
  };

  test('is ticked by true or on, and by nothing else', () => {
    expect(['on', true, 'true'].map((value) => newsIn(value))).toEqual([true, true, true]);
    expect([false, 'no', 'false'].map((value) => newsIn(value))).toEqual([false, false, false]);
    expect(['', undefined, null].map((value) => newsIn(value))).toEqual([undefined, undefined, undefined]);
    expect(newsIn('perhaps')).toMatchObject([{ field: 'newsletter', code: 'invalid-choice' }]);
  });

  test('is ignored if the campaign has none', () => {
    const result = readSubmission({ ...person, newsletter: true }, aSettings());
    expect(result.ok && result.details).not.toHaveProperty('newsletter');
  });
});

test.each([
  ['flyer-2', 'flyer-2'],
  ['A.b_c-9', 'A.b_c-9'],
  ['x'.repeat(64), 'x'.repeat(64)],
  ['x'.repeat(65), undefined],
  ['', undefined],
  ['<script>alert(1)</script>', undefined],
  ['two words', undefined],
  ['=1+1', undefined],
  [['a', 'b'], undefined],
  [7, undefined],
])('the source %j is stored as %j, and never refused', (source, kept) => {
  const result = read({ ...person, source });
  expect(result.ok && result.details.source).toBe(kept);
});
