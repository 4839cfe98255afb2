import { maxAnswerBytes } from '../sign-on/answers.ts';
import { maxFieldBytes } from '../sign-on/field-refusals.ts';

const bytes = `at most ${maxFieldBytes} bytes`;

/** The meaning of each field of the API, for the OpenAPI description. An empty text counts as missing. */
export const fieldDescriptions: ReadonlyMap<string, string> = new Map([
  ['kind', 'Required only where the campaign takes both.'],
  ['organizationName', `As it is to be printed; ${bytes}.`],
  ['website', `http or https, with or without its scheme; ${bytes}.`],
  ['scope', 'Where the organization works; for individuals left aside.'],
  ['name', `Of the person who signs, for an organization or alone; ${bytes}.`],
  ['title', `The person's; ${bytes}.`],
  ['email', `One address, never published; ${bytes}.`],
  ['city', `At most ${maxFieldBytes} bytes.`],
  ['region', `State, province or the like; ${bytes}.`],
  ['country', 'ISO 3166-1 alpha-2.'],
  [
    'publicName',
    "How an individual's name is printed: in full if not said otherwise; for organizations left aside.",
  ],
  ['authorized', 'The person may sign for the organization; for individuals left aside.'],
  ['language', "Of the mails; the campaign's own if not given."],
  [
    'letter',
    'SHA-256 in base64url of the source of the letter that was shown: the one that stands if not given.',
  ],
  [
    'answers',
    `To the campaign's own questions, by the question's id; at most ${maxAnswerBytes} bytes together. In a form: \`answers.<id>\`.`,
  ],
  ['newsletter', 'Whether news is wanted. Left aside where the campaign offers none.'],
  ['newsletterAt', 'When that was said.'],
  [
    'source',
    'Which link brought the signer: 1 to 64 letters, digits, dots, underscores and hyphens. Anything else is left aside.',
  ],
  ['showSignatories', 'The form said that who is counted is listed before publication, too.'],
  ['agreedTo', "SHA-256 in base64url of the letter's source that was agreed to."],
  ['shown', 'Hash of what was shown: the confirmation then holds only for these words.'],
  ['signOn', 'As it will be printed; absent once nothing of it is left.'],
  ['actions', 'What can be posted below this path now.'],
]);
