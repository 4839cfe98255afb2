import { number, numberWithNoun } from '../formats.ts';

/** What the console says in English on the pages about a campaign's files. */
export const consoleFolderEn = {
  title: 'Texts and settings',
  lead: 'These are the files of the campaign. Check shows what is wrong with them and what would change. Nothing changes before you apply.',
  readOnly: 'You may read these files. An editor or an owner can change them.',
  editorHint:
    'As an editor you may change letter, press release, translations and the summary. Everything else needs an owner.',
  files: {
    'campaign.yaml': 'Settings',
    'letter.md': 'Letter',
    'release.md': 'Press release',
    'press-list.csv': 'Press list',
    'invited.csv': 'Invited organizations',
  } as Record<string, string>,
  translated: (file: string, language: string) => `${file} in ${language}`,
  empty: 'This file does not exist yet. It is created when you write something here.',
  check: 'Check',
  apply: 'Apply',
  applied: { updated: 'Your changes are applied.', unchanged: 'Nothing was changed.' },
  refused: 'Nothing was changed',
  mistakes: (n: number) =>
    `${numberWithNoun('en', n, { one: 'mistake', other: 'mistakes' })}. Nothing was changed.`,
  mistakesIn: (file: string, n: number) =>
    `${file}: ${numberWithNoun('en', n, { one: 'mistake', other: 'mistakes' })}`,
  line: (n: number) => `Line ${number('en', n)}`,
  noMistakes: 'There are no mistakes.',
  notes: 'Please note',
  changes: 'What would change',
  noChanges: 'Nothing would change: this is what stands now.',
  from: 'Before',
  to: 'After',
  nothing: 'nothing',
  added: 'Added',
  removed: 'Removed',
  pressChanges: (added: number, changed: number, removed: number) =>
    `Press list: ${number('en', added)} added, ${number('en', changed)} changed, ${number('en', removed)} removed`,
  ownersOnly: (keys: string) => `Only an owner may change this: ${keys}.`,
  follows: {
    title: 'What follows',
    asks: (n: number) =>
      `${numberWithNoun('en', n, { one: 'signer is', other: 'signers are' })} asked again by mail. Their signatures do not count and are not listed until they agree to the new letter.`,
    mailsLetter: (to: string) =>
      `The letter is mailed again to ${to}. After that, the press list and the signers are mailed.`,
  },
  signed: {
    title: 'People have signed this letter',
    lead: 'Say what your change means for them.',
    editorial: 'It only improves the wording. Why? The log keeps the reason.',
    askAgain: 'It says something else. Ask everyone again by mail.',
  },
  outcomes: {
    'letter-is-signed':
      'People have signed the letter, or have been asked to. Give a reason if the change only improves the wording (“editorial”), or ask everyone again (“askAgain”).',
    'texts-are-frozen':
      'Publishing has begun, so letter and press release can no longer change, nor title, language, time zone and thresholds. After publication, publish a correction.',
    importing: 'An import is not finished. Run it again with the same file first.',
    closed:
      'Signing has closed, so nobody could agree to the new letter. Set “closes” to a later time first.',
  },
  appliedBy: (who: string, when: string) => `${who} applied another version on ${when}.`,
  appliedMeanwhile: 'Somebody applied another version meanwhile.',
  keptAsTyped:
    'What you typed is kept below, and nothing was applied. See what it would change now. Applied as it is, it takes back what they changed.',
  tooLarge: {
    title: 'The files are too large',
    detail: 'All files together may have 4 MB. Nothing was changed.',
  },
};
