/** The names that a text of a campaign can use in `{{ }}`, with the kind of their values (`scopeOf` in `liquid.ts`). */
export const liquidNames = {
  'organizations.count': 'count',
  'individuals.count': 'count',
  'signatories.count': 'count',
  'threshold.organizations': 'count',
  'threshold.individuals': 'count',
  'campaign.title': 'text',
  'letter.url': 'text',
  'release.url': 'text',
  publishedOn: 'day',
} as const;

export type ValueKind = 'count' | 'text' | 'day';

interface FilterRule {
  from: ValueKind;
  to: ValueKind;
  arguments: ('number' | 'text')[];
  example: string;
}

/** The filters, with what each takes and returns. The text that a filter returns cannot be filtered again. */
export const liquidFilters: Record<string, FilterRule> = {
  number: { from: 'count', to: 'text', arguments: [], example: 'number' },
  plain: { from: 'count', to: 'text', arguments: [], example: 'plain' },
  round_down: { from: 'count', to: 'count', arguments: ['number'], example: 'round_down: 10' },
  over: { from: 'count', to: 'text', arguments: ['number'], example: 'over: 10' },
  words: { from: 'count', to: 'text', arguments: [], example: 'words' },
  plural: {
    from: 'count',
    to: 'text',
    arguments: ['text', 'text'],
    example: 'plural: "organization", "organizations"',
  },
  long_date: { from: 'day', to: 'text', arguments: [], example: 'long_date' },
};

export const liquidTags = ['if', 'elsif', 'else', 'endif'] as const;
