import type { Settings } from '../campaign/settings.ts';
import { answerField } from './answers.ts';
import { contactColumns } from './contact-columns.ts';
import type { ExportFormat } from './export-choice.ts';
import type { ExportedSignOn } from './exported-sign-on.ts';
import { type Details, detailsSchema, signerMails } from './sign-on.ts';

/**
 * How the table is written for spreadsheets: formulas are escaped by an apostrophe, every cell quoted, with a byte
 * order mark and a heading. A text that has such an apostrophe of its own gets another one, so that `import` reads
 * every text as it was.
 */
export const csvOptions = (columns: readonly Column[]) => ({
  header: true,
  columns: columns.map(({ heading }) => heading),
  bom: true,
  escape_formulas: true,
  cast: { string: (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text) },
  quoted: true,
  record_delimiter: 'windows' as const,
});

/** A column of the table that `export` writes: its heading and its cells. */
export interface Column {
  heading: string;
  of: (signOn: ExportedSignOn) => unknown;
}

const detailFields = detailsSchema.omit({ answers: true }).keyof().options;

/** What of `words` stands in a table: a column for each field and for each of the campaign's questions. */
const detailColumns = (
  questions: Settings['questions'] = [],
  prefix: string,
  wordsOf: (signOn: ExportedSignOn) => Details | undefined,
): Column[] => [
  ...detailFields.map(
    (field): Column => ({ heading: `${prefix}${field}`, of: (signOn) => cell(wordsOf(signOn)?.[field]) }),
  ),
  ...questions.map(
    ({ id }): Column => ({
      heading: `${prefix}${answerField(id)}`,
      of: (signOn) => cell(wordsOf(signOn)?.answers?.[id]),
    }),
  ),
];

/** A box that was ticked is in words, as `import` reads it. */
const cell = (value: string | number | boolean | undefined): unknown =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;

/**
 * Signed words have the field names of the API, so that `import` knows these columns. Words that wait are under
 * `waiting.…`, and the time of each accepted mail under `mailed.…`.
 */
const exportColumns = ({ questions }: Pick<Settings, 'questions'>): Column[] => [
  ...(['id', 'kind', 'status', 'eligible', 'counted', 'email'] as const).map(
    (heading): Column => ({ heading, of: (signOn) => signOn[heading] }),
  ),
  ...detailColumns(questions, '', ({ signed }) => signed),
  ...(['requestedAt', 'confirmedAt', 'withdrawnAt', 'organizationKey'] as const).map(
    (heading): Column => ({ heading, of: (signOn) => signOn[heading] }),
  ),
  ...detailColumns(questions, 'waiting.', ({ waiting }) => waiting),
  ...detailColumns(questions, 'proposed.', ({ proposed }) => proposed),
  ...signerMails.map((mail): Column => ({ heading: `mailed.${mail}`, of: ({ mailedAt }) => mailedAt[mail] })),
  { heading: 'returned', of: ({ mailFeedback }) => mailFeedback?.what },
  { heading: 'returnedAt', of: ({ mailFeedback }) => mailFeedback?.at },
  { heading: 'unsubscribed', of: ({ unsubscribed }) => unsubscribed },
  { heading: 'signedOn', of: ({ imported }) => imported?.signedOn },
  { heading: 'evidence', of: ({ imported }) => imported?.evidence },
  { heading: 'review', of: ({ review }) => review },
  { heading: 'reviewRequestedAt', of: ({ reviewRequestedAt }) => reviewRequestedAt },
  { heading: 'askedAgainAt', of: ({ askedAgainAt }) => askedAgainAt },
  { heading: 'flags', of: ({ flags }) => flags?.map(({ flag }) => flag).join(' ') },
];

/** The columns of a table in one of the formats. */
export const exportTableColumns = (
  format: ExportFormat,
  settings: Pick<Settings, 'slug' | 'title' | 'questions'>,
): Column[] => (format === 'standard' ? exportColumns(settings) : contactColumns(format, settings));
