import { number, numberWithNoun } from '../formats.ts';

/** The English texts of the console's pages about a campaign's files. */
export const consoleFolderEn = {
  title: 'Texts and settings',
  lead: 'These are the files of the campaign. “Check” shows mistakes and what would change. Nothing changes until you press “Apply”.',
  readOnly: 'You can read these files. An editor or an owner can change them.',
  editorHint:
    'As an editor, you can change the letter, the press release, the translations and the summary. Only an owner can change the rest.',
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
  noChanges: 'Nothing would change.',
  from: 'Before',
  to: 'After',
  nothing: 'nothing',
  added: 'Added',
  removed: 'Removed',
  pressChanges: (added: number, changed: number, removed: number) =>
    `Press list: ${number('en', added)} added, ${number('en', changed)} changed, ${number('en', removed)} removed`,
  invitedChanges: (added: number, changed: number, removed: number) =>
    `Invited organizations: ${number('en', added)} added, ${number('en', changed)} changed, ${number('en', removed)} removed`,
  ownersOnly: (keys: string) => `Only an owner can change this: ${keys}.`,
  follows: {
    title: 'What follows',
    asks: (n: number) =>
      `${numberWithNoun('en', n, { one: 'signer is', other: 'signers are' })} asked again by email. Their signatures do not count and are not listed until they agree to the changed letter.`,
    mailsLetter: (to: string) =>
      `The letter is emailed again to ${to}. After that, the press list and the signers get an email.`,
  },
  signed: {
    title: 'People have signed this letter',
    lead: 'Say what your change means for them.',
    editorial: 'It only improves the wording. Why? The log keeps the reason.',
    askAgain: 'It changes what the letter says. Ask everyone again by email.',
  },
  outcomes: {
    'letter-is-signed':
      'People have signed the letter, or have been asked to. Give a reason if the change only improves the wording (“editorial”), or ask everyone again (“askAgain”).',
    'texts-are-frozen':
      'Publication has started, so the letter and the press release can no longer change. The same is true of the title, language, time zone and thresholds. After publication, publish a correction.',
    importing: 'An import is not finished. Run it again with the same file first.',
    closed:
      'Signing has closed, so nobody could agree to the changed letter. Set “closes” to a later time first.',
  },
  appliedBy: (who: string, when: string) => `${who} applied another version on ${when}.`,
  appliedMeanwhile: 'Someone else has applied another version.',
  keptAsTyped:
    'Nothing was applied. What you typed is still below. Check what it would change now: if you apply it as it is, it undoes the other person’s changes.',
  preview: {
    title: 'As it would be published now',
    lead: 'With the signatures that count now. Nobody else sees these previews.',
    page: 'Page',
    letter: 'Letter',
    release: 'Press release',
    text: 'Text',
    pdf: 'PDF',
    mails: 'Emails',
    typed: 'Preview',
    typedPdf: 'Preview as PDF',
    mail: {
      confirm: 'Confirmation link',
      reminder: 'Reminder',
      signed: 'Thank you for signing',
      published: 'Published, to signers',
      release: 'To the press list',
      'notice-published': 'Published, to organizers',
      letter: 'Letter to its recipient',
      supplement: 'Updated letter to its recipient',
    },
  },
  noPreview: 'There is no preview',
  previewTooLarge: (slug: string) =>
    `It is too large for the browser. Make it in a terminal: campaign preview ${slug} --live --out preview`,
  quotes: {
    title: 'Quotes',
    lead: 'The letter is published only when every quote is approved. Approve a quote when the person quoted has agreed to these words.',
    approved: 'Approved',
    notApproved: 'Not approved yet',
    approve: 'Approve',
    takeBack: 'Withdraw approval',
    nth: (file: string, n: number) => `${file}, quote ${number('en', n)}`,
  },
  correction: {
    title: 'Publish a correction',
    noteWrong: 'Say what was wrong, in at most 1,000 characters.',
    done: 'The correction is published. The pages show it within a minute.',
    lead: 'Correct the letter and the press release above. The first published version stays readable. Your note appears above the corrected text.',
    note: 'What was wrong, in one sentence',
    button: 'Publish this correction',
    follows: (n: number) =>
      `The correction and its note are published now, and ${numberWithNoun('en', n, { one: 'press contact who got the press release gets one email', other: 'press contacts who got the press release get one email each' })}. This cannot be undone.`,
    refused: {
      unchanged:
        'The letter and the press release have not changed since they were published. Change them first.',
      'quotes-not-approved': 'Not every quote of the press release is approved in each language.',
      'other-language': 'The campaign was published in another language. Undo the change of language.',
      'too-large':
        'The texts in all languages and the pictures are too large for a correction. The limit is 400 KB.',
      'changed-meanwhile': 'Another organizer has just changed the campaign. Review it, then decide.',
      'not-published': 'The letter is not published yet. Until then, change its texts and apply them.',
      'taken-down': 'The letter was taken down.',
    },
  },
  tooLarge: {
    title: 'The files are too large',
    detail: 'All files together can have 4 MB at most. Nothing was changed.',
  },
};
