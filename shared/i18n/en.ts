import type { ErrorParams } from './error-message.ts';
import { number, numberWithNoun } from './formats.ts';

const organizations = (n: number): string =>
  numberWithNoun('en', n, { one: 'organization', other: 'organizations' });
const people = (n: number): string => numberWithNoun('en', n, { one: 'person', other: 'people' });
const have = (n: number): string => (n === 1 ? 'has' : 'have');
const days = (n: number): string => numberWithNoun('en', n, { one: 'day', other: 'days' });

/** "171 organizations and 20 people"; a kind that nobody signed as is left out. */
const both = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return organizations(ofOrganizations);
  return ofOrganizations === 0
    ? people(ofPeople)
    : `${organizations(ofOrganizations)} and ${people(ofPeople)}`;
};

/** "41 more organizations and 2 more people"; a kind of which nobody joined is left out. */
const more = (ofOrganizations: number, ofPeople: number): string => {
  const organizationsMore = numberWithNoun('en', ofOrganizations, {
    one: 'more organization',
    other: 'more organizations',
  });
  const peopleMore = numberWithNoun('en', ofPeople, { one: 'more person', other: 'more people' });
  if (ofPeople === 0) return organizationsMore;
  return ofOrganizations === 0 ? peopleMore : `${organizationsMore} and ${peopleMore}`;
};

/** Mails to journalists, as a sentence names them. */
const pressMailNames = {
  release: 'the release',
  embargo: 'the advance copy of the release',
  correction: 'the correction',
};
export type PressMailName = keyof typeof pressMailNames;

/**
 * English, and the model for every other language: sections are by place of use, functions take what varies.
 * Dates and times come in as words already; texts that a stranger typed come in ready to be shown.
 */
export const en = {
  site: {
    name: 'Undersigned',
    openGraphLocale: 'en_US',
    languageName: 'English',
    languages: 'This page in other languages',
    skip: 'Skip to the content',
    organizedBy: (sender: string) => `Organized by ${sender}`,
    questions: 'Questions:',
    home: 'All open letters',
    privacy: 'Privacy',
  },
  home: {
    title: 'Open letters',
    lead: 'Letters that organizations and people sign together. Each is published when enough have signed.',
    empty: 'There is no letter to sign here at the moment. Please come back later.',
    statuses: {
      scheduled: 'Signing has not opened yet',
      collecting: 'Collecting signatures',
      publishing: 'Being published',
      published: 'Published',
      closed: 'Closed without publication',
    },
  },
  preview: {
    sign: 'Read the letter and sign it',
    read: 'Read the letter and see who signed',
    letter: 'Read the letter',
  },
  campaign: {
    eyebrow: 'Open letter',
    jump: 'Sign this letter',
    read: 'Read the letter',
    jumpLate: 'Add your signature',
    published: (date: string) => `Published on ${date}.`,
    publishing:
      'Enough have signed. The letter is being published right now; this page shows it in a moment.',
    closedUnpublished: 'Signing ended before enough had signed, so the letter was not published.',
    elsewhere: 'The letter itself is published at',
    takenDown: 'The organizers have taken this letter down.',
    signatories: 'Who has signed',
    release: 'Press release',
    readLetter: 'Read the letter by itself',
    readRelease: 'Read the press release',
    allOnLetter: (total: string) => `The full list of ${total} is with the letter.`,
  },
  untranslated: {
    letter: (language: string) => `The letter has not been translated. Here it is in ${language}.`,
    release: (language: string) => `The press release has not been translated. Here it is in ${language}.`,
  },
  correction: {
    line: (date: string) => `CORRECTION, ${date}:`,
    original: 'As it was first published:',
    originalTitle: {
      letter: 'The letter as it was first published',
      release: 'The press release as it was first published',
    },
    wasCorrected:
      'This text was corrected after its publication. It is kept here as it was; what stands now is here:',
    current: { letter: 'The corrected letter', release: 'The corrected press release' },
  },
  gone: {
    title: 'This letter was taken down',
    detail:
      'Its organizers have taken it off this site, with everything that belonged to it. Nobody’s name is shown any more.',
    withdrawn:
      'The link in an email that you got as a signer still lets you withdraw. No more emails about this letter are sent.',
  },
  progress: {
    organizationsOf: (n: number, needed: number) =>
      `${number('en', n)} of ${organizations(needed)} ${have(needed)} signed`,
    peopleOf: (n: number, needed: number) => `${number('en', n)} of ${people(needed)} ${have(needed)} signed`,
    organizations: (n: number) => `${organizations(n)} ${have(n)} signed`,
    people: (n: number) => `${people(n)} ${have(n)} signed`,
    asOf: (time: string) => `As of ${time}.`,
    goal: (ofOrganizations: number, ofPeople: number) =>
      `The letter is published once enough have signed. The goal: ${both(ofOrganizations, ofPeople)}.`,
  },
  openness: {
    'not-open-yet': {
      title: 'Signing has not opened yet',
      body: 'The form will be on this page as soon as it has.',
    },
    closed: { title: 'Signing has closed', body: 'This letter takes no more signatures.' },
    paused: {
      title: 'Signing is paused',
      body: 'The organizers have paused signing for now. Please try again later.',
    },
    opensAt: (time: string) => `Signing opens on ${time}.`,
    closedAt: (time: string) => `Signing closed on ${time}.`,
    closesAt: (time: string) => `You can sign until ${time}.`,
    ask: 'Questions? Write to',
  },
  form: {
    heading: 'Sign this letter',
    how: 'It takes about two minutes. Fill in the form, then press the button behind the link that we email you. Only that button signs.',
    optional: '(optional)',
    leaveEmpty: 'Leave this empty:',
    error: 'Error:',
    problems: (n: number) =>
      numberWithNoun('en', n, { one: 'answer needs another look', other: 'answers need another look' }),
    nothingStored: 'Nothing is stored yet. All that you typed is still here.',
    organization: 'Your organization',
    place: 'Where you are',
    you: 'About you',
    onlyOrganizations: 'Only if you sign for an organization',
    onlyPeople: 'Only if you sign for yourself',
    kinds: { organization: 'For an organization', individual: 'For myself' },
    scopes: {
      national: 'Across the country',
      state: 'In one state or region',
      local: 'In one city, town or neighborhood',
    },
    publicNames: {
      full: 'With my full name',
      initials: 'With my initials only',
      withheld: 'Not at all: count me, but do not name me',
    },
    hints: {
      organizationName: 'As it should stand below the letter.',
      website: 'For example, www.example.org.',
      email: 'We send the confirmation link there. It is never published.',
      title: 'For example, Director. It is not published.',
      name: 'It is not published.',
    },
    chooseCountry: 'Choose a country',
    attestation: 'I am authorized to sign for this organization.',
    submit: 'Sign and confirm by email',
    privacyOrganizations: (until: string) =>
      `We publish your organization’s name, place and website, never your own name or email address, and delete your personal data ${until}.`,
    privacyPeople: (until: string) =>
      `We publish your name as you choose and your place, never your email address, and delete your personal data ${until}.`,
    privacyBoth: (until: string) =>
      `We publish what stands below the letter (an organization’s name, place and website; a person’s name, as chosen, and place), never an email address, and delete your personal data ${until}.`,
    privacyMore: 'All about privacy',
    back: 'Read the letter again',
  },
  deletion: {
    on: (date: string) => `on ${date}`,
    onOrLater: (date: string, n: number) =>
      `on ${date}, or ${days(n)} after the letter is published if that is later`,
    afterPublication: (n: number) => `${days(n)} after the letter is published`,
  },
  messages: {
    'check-your-inbox': {
      title: 'Now check your inbox',
      body: (from: string) => [
        `We are sending you an email from ${from}. Open it, follow its link and press the button there. Your signature counts from that moment, not before.`,
        'Nothing after a few minutes? Look among your spam, or fill in the form again and check the address that you type. The link works for 30 days.',
        'To protect everyone’s mailbox we send at most five such emails a day to one address.',
      ],
    },
    signed: {
      title: 'Thank you, you have signed',
      body: (_from: string) => [
        'Your signature is confirmed.',
        'We are sending you an email that says what you signed. Please keep it: its link lets you take your name off the letter at any time.',
      ],
    },
    waiting: {
      title: 'Thank you, your signature is waiting',
      body: (_from: string) => [
        'You have confirmed it, and there is nothing else for you to do. The organizers look at it before it counts.',
      ],
    },
    'already-signed': {
      title: 'Your organization has already signed',
      body: (_from: string) => [
        'Somebody has signed for your organization before you, and each organization counts once. So it is on the letter, and there is nothing else for you to do.',
        'Yours is kept waiting: if the other signature is taken back, the organizers can let yours take its place.',
      ],
    },
    withdrawn: {
      title: 'Your signature is withdrawn',
      body: (_from: string) => [
        'It is not counted and not listed. If it was on the published letter, it disappears from there within a minute or two.',
      ],
      again: 'Should you change your mind, you can sign again for as long as signing is open.',
    },
    next: 'Back to the letter',
    share: 'Who else should sign? Send them this address:',
  },
  signOn: {
    titles: {
      pending: 'Confirm your signature',
      change: 'Confirm your change',
      asked: 'The letter has changed',
      confirmed: 'Your signature',
      withdrawn: 'This signature is withdrawn',
      rejected: 'This signature was not accepted',
    },
    leads: {
      pending: 'This is what was typed with your email address. It counts once you press the button.',
      change:
        'This is the change that was typed with your email address. What you signed before stands until you press the button.',
      asked:
        'The letter has changed since you signed it, so your signature does not count at the moment. Please read the letter as it is now. If you agree, press the button, and you are on it again; if not, take your signature off.',
      askedTooLate:
        'The letter has changed since you signed it, so your signature does not count. Signing has closed, and it can no longer be agreed to.',
      confirmed: 'You have confirmed this. It is on the letter.',
      waiting:
        'You have confirmed this. Somebody else has signed for the same organization, and each counts once, so yours waits. If the other is taken back, the organizers can let yours take its place.',
      inReview:
        'You have confirmed this, and there is nothing else for you to do. The organizers look at it before it counts.',
      withdrawn: 'It is not counted and not listed.',
      rejected:
        'The organizers have decided not to list it. If you think that this is a mistake, please write to them:',
    },
    printed: 'As it is printed below the letter',
    printedWithheld: 'Counted among those who are not named',
    private: 'Only the organizers see this',
    confirm: 'Confirm and sign',
    correctTitle: 'Correct what is written here',
    correctHint:
      'Change what is wrong and press the button: it is then as you write it. Your email address stays; to sign with another one, take this signature off and fill in the form again.',
    correct: 'Save the corrections',
    correctBack: 'Back to your signature, without corrections',
    confirmChange: 'Confirm this change',
    agree: 'I agree to the letter as it is now',
    readLetter: 'Read the letter as it is now',
    letterNew:
      'The letter has changed since the form was filled in. Please read it as it is now before you press the button: that is what you sign.',
    askedWithChange:
      'What stands below was typed with your email address since you signed. The button confirms that, too.',
    withdraw: 'Take my signature off',
    withdrawHint: 'It is then neither counted nor listed.',
    withdrawAgain: 'You can sign again while signing is open.',
    signAgain: 'To sign again, fill in the form once more.',
    keep: 'Leave it as signed',
    keepHint:
      'Was this not you, or have you changed your mind? Then press this: what was typed is dropped, and what you signed stays as it is.',
    notMe: 'It wasn’t me',
    notMeHint:
      'Somebody else typed your address, or you have changed your mind? Then press this, and nothing is signed.',
  },
  unsubscribe: {
    title: 'Stop these emails?',
    body: (campaign: string) =>
      `You get emails because of “${campaign}”. Press the button, and this site sends no more emails to your address, about this or any other letter, confirmation links included.`,
    signatureStays:
      'If you have signed, your signature stays. To take it off, use the link in the email that confirmed it.',
    button: 'Send me no more emails',
    doneTitle: 'You get no more emails from us',
    done: 'That was all; you can close this page.',
  },
  privacy: {
    title: 'Privacy',
    lead: (sender: string) => `What ${sender} does with what you enter here, in plain words.`,
    collectTitle: 'What we ask for, and why',
    collect: [
      'Your name and, for an organization, your title and its name, place and website: so that the letter can say who signed it and the organizers can tell that it is true.',
      'Your email address: so that nobody can sign in your name. We send you the link that confirms, a few emails about this letter, and nothing else.',
    ],
    publicTitle: 'What everybody can see',
    publicOrganizations:
      'Of an organization: its name, place, website and the range that it works in. The name, title and email address of whoever signed for it are never published.',
    publicPeople:
      'Of a person: the name as chosen (in full, as initials, or not at all) and the place. Email addresses are never published. People stand below the letter, on its page, in its text and in its PDF, and in no list made for computers.',
    withdrawals:
      'Of a signature that was withdrawn: nothing. After publication we say how many have withdrawn, not who.',
    rightsTitle: 'Taking your name off',
    rights:
      'The link in the email that confirmed your signature lets you withdraw it at any time, before and after publication. Every email has a link that stops further ones.',
    deletionTitle: 'When it is deleted',
    unconfirmed: 'What was never confirmed is deleted after 30 days, a change to a signature, too.',
    deletion: (until: string) =>
      `All other personal data is deleted ${until}. The names of organizations stay below the published letter.`,
    kept: 'Of an address that wants no more emails we keep a code that we make from it, so that it gets none. To tell invented organizations from true ones, we remember for three months, by such codes too, who signs for several.',
    backups:
      'What is deleted stays in backups of the database for 35 days at most, and in records of failed requests for 14. Nobody reads them but to repair what broke, and logs never have names or addresses.',
    technologyTitle: 'Cookies and tracking',
    technology:
      'There are none: no cookies, no counting of who opens an email, and no list of who visits these pages.',
    against:
      'So that nobody can flood the form with invented names, we count how many forms come from one internet connection. Its address is not stored, only a code that we make from it; the code is deleted within a few days. The form also says how many seconds it was open, which helps to tell people from programs.',
    marks:
      'Beside your signature stays another code, which shows the organizers how many signatures came from the same connection at about the same time. It is made with a random number for each day, which is deleted within a few days; after that nobody can work out the connection from the code.',
    contactTitle: 'Whom to ask',
    contact: 'For questions, or to see, correct or delete what is stored about you, write to',
  },
  letter: {
    signedBy: 'Signed by',
    organizations,
    people,
    organizationsContinued: 'Organizations, continued',
    peopleContinued: 'People, continued',
    removed: (n: number) => `Name removed: ${people(n)}`,
    withheld: (n: number, others: boolean) =>
      others
        ? `and ${numberWithNoun('en', n, { one: 'person who prefers', other: 'people who prefer' })} not to be named`
        : `${numberWithNoun('en', n, { one: 'person who prefers', other: 'people who prefer' })} not to be named`,
    withdrawn: (n: number) =>
      numberWithNoun('en', n, {
        one: 'signature has been withdrawn since publication.',
        other: 'signatures have been withdrawn since publication.',
      }),
    added: (date: string) => `added ${date}`,
    supplied: (date: string) => `An updated list was sent to the recipient on ${date}.`,
    asOf: (time: string) => `List as of ${time}.`,
    listAt: 'The current list:',
    fullListAt: 'The names of all who signed:',
    scopes: {
      national: 'National organizations',
      state: 'State organizations',
      local: 'Local organizations',
    },
    others: 'Others',
    page: (page: number, pages: number) => `Page ${number('en', page)} of ${number('en', pages)}`,
    previous: 'Previous page',
    next: 'Next page',
    pagesLabel: 'Pages of the list',
    text: 'The letter as plain text',
    pdf: 'The letter as a PDF',
    signToo: 'Sign it, too',
  },
  release: {
    contact: 'Contact:',
    text: 'The press release as plain text',
    pdf: 'The press release as a PDF',
    letter: 'The letter and who signed it',
  },
  share: {
    label: 'Pass it on',
    mail: 'By email',
    print: 'To print it, use your browser’s print command: what is only for the screen is left out.',
  },
  fields: {
    kind: {
      label: 'How are you signing?',
      missing: 'Choose whether you sign for an organization or for yourself.',
    },
    organizationName: { label: 'Name of the organization', missing: 'Enter the name of your organization.' },
    website: { label: 'Website', missing: 'Enter the website of your organization.' },
    scope: { label: 'Where it works', missing: 'Choose where your organization works.' },
    name: { label: 'Your name', missing: 'Enter your name.' },
    title: { label: 'Your title or role', missing: 'Enter your title or role.' },
    email: { label: 'Your email address', missing: 'Enter your email address.' },
    city: { label: 'City or town', missing: 'Enter your city or town.' },
    region: { label: 'State or region', missing: 'Enter your state or region.' },
    country: { label: 'Country', missing: 'Choose your country.' },
    publicName: { label: 'How should we name you?', missing: 'Choose how we should name you.' },
    authorized: { label: 'Authorization', missing: 'Tick the box if you may sign for this organization.' },
    language: { label: 'Language', missing: 'Choose a language.' },
  },
  errors: {
    required: (label: string, _: ErrorParams) => `${label}: this is missing. Please fill it in.`,
    'too-long': (label: string, { max = 200 }: ErrorParams) =>
      `${label}: this is too long. Shorten it to about ${number('en', max)} letters (${number('en', max)} bytes).`,
    'invalid-email': (label: string, _: ErrorParams) =>
      `${label}: this is not a full email address. It should look like name@example.org.`,
    'invalid-website': (label: string, _: ErrorParams) =>
      `${label}: this is not a web address. It should look like www.example.org.`,
    'not-authorized': (_label: string, _: ErrorParams) =>
      'Tick the box if you may sign for this organization. If you may not, please ask somebody who may.',
    'invalid-choice': (label: string, { choices = [] }: ErrorParams) =>
      choices.length > 0
        ? `${label}: choose one of ${choices.join(', ')}.`
        : `${label}: choose one of the answers.`,
    'not-for-individuals': (label: string, _: ErrorParams) =>
      `${label}: this is only for organizations. Leave it empty if you sign for yourself.`,
    'unknown-field': (label: string, _: ErrorParams) =>
      `There is no field “${label}” here. Please leave it out.`,
    'invalid-country': (label: string, _: ErrorParams) =>
      `${label}: choose one from the list. A program sends its two letters, as in US.`,
    'control-characters': (label: string, _: ErrorParams) =>
      `${label}: there is a character in it that cannot be printed, such as a line break. Please type it anew on one line.`,
    'not-a-string': (label: string, _: ErrorParams) => `${label}: this must be text.`,
  },
  problems: {
    'not-found': {
      title: 'Page not found',
      detail: 'There is nothing at this address. Please check it for a typing mistake.',
    },
    'not-open-yet': { title: 'Signing has not opened yet', detail: 'Please come back when it has.' },
    closed: { title: 'Signing has closed', detail: 'This letter takes no more signatures.' },
    paused: {
      title: 'Signing is paused',
      detail: 'The organizers have paused signing for now. Please try again later.',
    },
    changed: {
      title: 'This has changed meanwhile',
      detail:
        'What you saw is no longer what is stored. Open the link in your email again and look once more.',
    },
    invalid: {
      title: 'Some answers need another look',
      detail: 'Nothing is stored yet. Correct them and send the form again.',
    },
    'too-large': {
      title: 'That is too long',
      detail: 'What you sent is longer than a form can be. Shorten it and send it again.',
    },
    unsupported: { title: 'This kind of content is not accepted', detail: 'Send a form or JSON.' },
    'too-many': {
      title: 'Too many at once',
      detail: 'Many requests came from your network. Wait a few minutes, then try again.',
    },
    malformed: {
      title: 'This could not be read',
      detail: 'What you sent is not valid JSON or form data. Correct it and send it again.',
    },
    'no-campaign': {
      title: 'There is no such letter',
      detail: 'No letter is open for signing at this address. Please check it for a typing mistake.',
    },
    link: {
      title: 'This link does not work',
      detail:
        'It is incomplete, or it was not used within 30 days. Copy the whole link from your email, or fill in the form again to get a new one.',
    },
    withdrawn: {
      title: 'This signature is withdrawn',
      detail: 'It can no longer be confirmed. To sign after all, fill in the form once more.',
    },
    rejected: {
      title: 'This signature was not accepted',
      detail:
        'The organizers have decided not to list it. If you think that this is a mistake, please write to them.',
    },
    busy: {
      title: 'Too much is going on right now',
      detail: 'Please send it again in a few seconds.',
    },
    unexpected: {
      title: 'Something went wrong on our side',
      detail: 'Please try again in a minute. If it happens again, tell whoever runs this site.',
    },
    letter: 'To the letter and its form',
  },
  mails: {
    sentBy: (sender: string, title: string) => `${sender} sends you this about the letter “${title}”,`,
    why: {
      typed: 'because this address was entered in its form.',
      signed: 'because you signed it.',
      press: (contact: string | undefined) =>
        contact === undefined
          ? 'because this address is on its press list.'
          : `because ${contact} is on its press list.`,
      organizer: 'because you are named as one of its organizers.',
      recipient: 'because it is addressed to you.',
    },
    unsubscribe: 'Get no more emails from this site:',
    confirm: {
      subject: (title: string) => `Please confirm: ${title}`,
      heading: 'One step left',
      lead: (title: string) =>
        `Somebody, probably you, wants to sign the letter “${title}” with this email address:`,
      button: 'Look and confirm',
      how: 'The link opens a page with a button. Only that button signs, and the link works for 30 days.',
      notYou:
        'It wasn’t you? Then you need do nothing, and what was entered is deleted after 30 days. To be rid of it at once, press “It wasn’t me” on the same page.',
    },
    reminder: {
      subject: (title: string) => `Not confirmed yet: ${title}`,
      heading: 'Your signature is not confirmed yet',
      lead: (title: string) =>
        `Some days ago somebody, probably you, wanted to sign the letter “${title}” with this email address. It does not count until you press the button:`,
      how: 'The link opens a page with a button. Only that button signs.',
      once: 'If you do not want to sign, or it wasn’t you, “It wasn’t me” on the same page deletes what was entered. We remind you once more at most.',
      last: 'If you do not want to sign, or it wasn’t you, you need do nothing: what was entered is deleted by itself. This is our last reminder.',
    },
    confirmChange: {
      none: 'nothing',
      subject: (title: string) => `Please confirm your change: ${title}`,
      heading: 'A change to confirm',
      lead: (title: string) =>
        `You have signed the letter “${title}”. Now somebody, probably you, has filled in the form again with this email address, differently:`,
      button: 'Look and confirm',
      how: 'What you signed stands until you press the button on the page behind the link.',
      notYou: 'It wasn’t you? Then do nothing, and nothing changes.',
    },
    signed: {
      subject: (title: string) => `You have signed: ${title}`,
      heading: 'Thank you for signing',
      lead: (title: string) => `Your signature below the letter “${title}” is confirmed:`,
      button: 'See your signature',
      keep: 'Please keep this email: its link shows what you signed and lets you take your signature off, before and after publication.',
    },
    signedAlready: {
      subject: (title: string) => `You have already signed: ${title}`,
      heading: 'You have already signed',
      lead: (title: string) =>
        `Somebody, probably you, has filled in the form for the letter “${title}” again. You have already signed it, with the same words:`,
      nothing:
        'So there is nothing for you to do. The link shows what you signed and lets you take your signature off.',
    },
    waiting: {
      subject: (title: string) => `Your organization has already signed: ${title}`,
      heading: 'Your organization has already signed',
      lead: (title: string) => `Thank you for confirming your signature below the letter “${title}”:`,
      once: 'Somebody has signed for the same organization before you, and each organization counts once. So it is on the letter, and there is nothing for you to do.',
      kept: 'Yours is kept waiting: if the other is taken back, the organizers can let yours take its place. The link shows yours and lets you take it off.',
    },
    inReview: {
      subject: (title: string) => `Your signature is being looked at: ${title}`,
      heading: 'Thank you, your signature is confirmed',
      lead: (title: string) =>
        `You have confirmed your signature below the letter “${title}”. The organizers look at it before it counts:`,
      next: 'There is nothing for you to do. You get another email as soon as it counts. The organizers may write to you if they have a question.',
      kept: 'The link shows your signature and lets you take it off.',
    },
    askedAgain: {
      subject: (title: string) => `The letter you signed has changed: ${title}`,
      subjectAgain: (title: string) => `Still waiting for your word: ${title}`,
      heading: 'The letter you signed has changed',
      lead: (title: string) =>
        `The organizers have changed the letter “${title}” since you signed it. So they ask you again:`,
      leadAgain: (title: string) =>
        `Some days ago we wrote that the letter “${title}” has changed since you signed it. You have not answered yet:`,
      until:
        'Please read the letter as it is now. Until you agree to it, your signature does not count and is not listed.',
      letter: 'The letter as it is now:',
      button: 'Agree, or take your signature off',
      how: 'The link opens a page with a button for each. Only a button changes anything; if you do nothing, you are not on the letter.',
    },
    published: {
      subject: (title: string) => `Published: ${title}`,
      heading: 'The letter is published',
      lead: (title: string, ofOrganizations: number, ofPeople: number) =>
        `The letter “${title}” has just been published, signed by ${both(ofOrganizations, ofPeople)}. You are one of them:`,
      button: 'Read the letter',
      release: 'Press release:',
      yours: 'Your signature, and how to take it off:',
      share: 'Please pass it on: every reader helps.',
    },
    letter: {
      lead: (sender: string, ofOrganizations: number, ofPeople: number) =>
        `${sender} sends you the letter below, signed by ${both(ofOrganizations, ofPeople)}.`,
      attached: 'It is attached as a PDF, too.',
      namesOnPage: 'Everybody who signed is named on the letter’s page.',
      onTheWeb: 'The letter on the web:',
    },
    supplement: {
      subject: (letter: string) => `Updated signatures: ${letter}`,
      lead: (sender: string) => `${sender} sends you the letter below again, as it stands now.`,
      /** How the letter that the recipient has came to them. */
      since: {
        sent: (date: string) => `Since the letter was sent on ${date}`,
        published: (date: string) => `Since the letter was published on ${date}`,
        again: (date: string) => `Since the updated letter of ${date}`,
      },
      news: (since: string, changes: string, ofOrganizations: number, ofPeople: number) =>
        `${since}, ${changes}; it now has ${both(ofOrganizations, ofPeople)}.`,
      joined: (ofOrganizations: number, ofPeople: number) =>
        `${more(ofOrganizations, ofPeople)} ${have(ofOrganizations + ofPeople)} signed`,
      withdrawn: (n: number) =>
        numberWithNoun('en', n, {
          one: 'signature has been withdrawn',
          other: 'signatures have been withdrawn',
        }),
      unchanged: 'nobody has joined or withdrawn',
      corrected: (date: string) =>
        `The text of the letter was corrected on ${date}; what was wrong stands above it.`,
      attached: 'The letter with its current list is attached as a PDF, too.',
      dated: 'Whoever has joined since publication has a date beside the name.',
      list: 'The current list on the web:',
    },
    release: { letter: 'The letter and who signed it:', release: 'This release on the web:' },
    embargo: {
      line: (until: string) => `EMBARGOED UNTIL ${until}`,
      subject: (until: string, headline: string) => `EMBARGOED until ${until}: ${headline}`,
      asOf: (time: string) =>
        `The numbers in this advance copy are those of ${time}. The final ones follow with the release, which we send you at the end of the embargo.`,
      links: 'The links to letter and release work from then on.',
    },
    correction: {
      subject: (headline: string) => `CORRECTION: ${headline}`,
      lead: {
        letter: 'We have corrected the letter to which our press release belongs.',
        release: 'We have corrected the press release that we sent you.',
        both: 'We have corrected the press release that we sent you, and the letter to which it belongs.',
      },
      replaces: 'Please use the text below instead of the first one.',
      stays: 'The press release itself stays as it is.',
      letter: 'The corrected letter:',
      original: 'As it was first published:',
    },
    gate: {
      waitsFor: (list: string) => `Before it is published, it still waits for ${list}.`,
      publishing: 'Nothing else is waited for: letter and release are being published now.',
      published: 'The letter is published.',
      obstacles: {
        threshold: 'more signatures',
        time: (at: string) => `its time (${at})`,
        hours: 'its hours',
        hold: 'the end of the hold',
        quotes: 'quotes that nobody has approved yet',
        import: 'the end of an import',
        asking: 'everybody who signed to be asked again',
        delivery: 'the letter to be handed over',
      },
    },
    notices: {
      milestone: {
        subject: (title: string, percent: number) => `${number('en', percent)} % reached: ${title}`,
        heading: (percent: number) =>
          percent === 100
            ? 'The threshold is reached'
            : `${number('en', percent)} % of the threshold are reached`,
        organizations: (n: number, needed: number) =>
          `${number('en', n)} of ${organizations(needed)} ${have(needed)} signed.`,
        individuals: (n: number, needed: number) =>
          `${number('en', n)} of ${people(needed)} ${have(needed)} signed.`,
      },
      held: {
        subject: (title: string) => `Publication on hold: ${title}`,
        heading: 'The publication is on hold',
        body: 'Somebody has put it on hold at the terminal: nothing is published, whatever happens, until the hold is ended. Signing goes on.',
        end: 'To end the hold:',
      },
      resumed: {
        subject: (title: string) => `Hold ended: ${title}`,
        heading: 'The hold is ended',
        body: 'Somebody has ended the hold at the terminal: the letter is published by itself as soon as nothing else is waited for.',
      },
      status: 'To see where the campaign stands:',
      published: {
        subject: (title: string) => `Published: ${title}`,
        heading: 'The letter is published',
        body: (ofOrganizations: number, ofPeople: number) => [
          `Letter and press release went out with ${both(ofOrganizations, ofPeople)}.`,
          'The press list and the signers are being told by email now. You need do nothing; please read both pages once, as a reader would.',
        ],
        bodyAfterRecipient: (ofOrganizations: number, ofPeople: number) => [
          `Letter and press release are on the web, with ${both(ofOrganizations, ofPeople)}.`,
          'The letter is being mailed to its recipient now; the press list and the signers are told once it has gone. You need do nothing; please read both pages once, as a reader would.',
        ],
        button: 'Read the letter',
        release: 'Press release:',
        withoutGlyphs: (names: number) =>
          names === 1
            ? 'In the PDF of the letter, one name has letters that our typefaces lack; an empty box stands in their place. The pages show it as it was typed:'
            : `In the PDF of the letter, ${number('en', names)} names have letters that our typefaces lack; an empty box stands in their place. The pages show them as they were typed:`,
      },
      'print-failed': {
        subject: (title: string) => `A file is missing: ${title}`,
        heading: 'A file could not be made',
        body: (documents: string) => [
          `This could not be made: ${documents}. Pages, plain texts and lists are there, and nothing links to what is missing.`,
          'It is tried again whenever the pages are written. If this goes on, print the page to a PDF from your browser, and show this mail to whoever operates the system: its log says what was wrong.',
        ],
      },
      'recount-short': {
        subject: (title: string) => `Not published yet: ${title}`,
        heading: 'The recount fell short',
        body: (counted: string, found: string) => [
          `The counter had reached the threshold with ${counted}, but the recount just before publication found ${found}. Somebody has probably withdrawn meanwhile.`,
          'So nothing was published. Signatures are being collected as before, and the letter is published by itself as soon as enough have signed. You need do nothing.',
        ],
      },
      'taken-down': {
        subject: (title: string) => `Taken down: ${title}`,
        heading: 'The letter is taken down',
        body: () => [
          'One of the organizers took the letter down with everything that belongs to it. Every page of it now answers that it is gone, nobody can sign, and no more emails go to signers or the press.',
          'What was mailed or copied before is out of reach. If somebody must know why, tell the recipient and the press yourselves.',
        ],
      },
      'fell-below': {
        subject: (title: string) => `Below the threshold: ${title}`,
        heading: 'The published letter fell below its threshold',
        body: (now: string) => [
          `Signatures were withdrawn after publication; ${now} are left.`,
          'The letter stays published, and its page says how many have withdrawn. Decide whether to tell the press and the recipient: they know the number in the headline.',
        ],
      },
      'claim-vacated': {
        subject: (title: string) => `Please decide who signs: ${title}`,
        heading: 'An organization has lost its signature',
        body: (organization: string, waiting: number) => [
          waiting === 1
            ? `The signature of ${organization} that counted was taken back, and another one of the same organization waits.`
            : `The signature of ${organization} that counted was taken back, and ${number('en', waiting)} others of the same organization wait.`,
          waiting === 1
            ? 'Ask whether it still stands. If so, let it take the place:'
            : 'Ask which of them stands, then let that one take the place with its line:',
        ],
      },
      'letter-mail-unknown': {
        subject: (title: string) => `Please ask the recipient: ${title}`,
        heading: 'The letter may not have reached its recipient',
        body: (recipients: string) => [
          `The letter is published, but we cannot tell whether our email with it reached ${recipients}: the connection broke while it was being sent.`,
          'It is not sent again by itself, since nobody should get it twice. And nobody else is told yet: the press list and the signers wait. Please ask the recipient, hand the letter over if it is not there, and then say so:',
        ],
      },
      'letter-mail-refused': {
        subject: (title: string) => `The recipient’s email was refused: ${title}`,
        heading: 'The letter could not be mailed to its recipient',
        body: (recipients: string) => [
          `The letter is published, but the mail service refused to send it to ${recipients}. Most often an address is mistyped.`,
          'Nobody else is told yet: the press list and the signers wait until the letter is with its recipient. Put the address right in campaign.yaml (delivery) and run campaign apply: the letter goes out at once, and the other emails after it. Or hand the letter over, and then say so:',
        ],
      },
      'supplement-sent': {
        subject: (title: string) => `The updated letter has gone: ${title}`,
        heading: 'The updated letter has gone',
        body: (recipients: string, list: string) => [
          `The updated letter went to ${recipients}, with ${list}.`,
          'You need do nothing. If more sign, you can send it again later.',
        ],
      },
      'supplement-unknown': {
        subject: (title: string) => `Please ask the recipient: ${title}`,
        heading: 'The updated letter may not have arrived',
        body: (recipients: string, list: string) => [
          `We cannot tell whether our email with the updated letter (${list}) reached ${recipients}: the connection broke while it was being sent.`,
          'It is not sent again by itself, since nobody should get it twice. Please ask the recipient. If it is not there, this sends it again:',
        ],
      },
      'supplement-refused': {
        subject: (title: string) => `The updated letter was refused: ${title}`,
        heading: 'The updated letter could not be mailed',
        body: (recipients: string, list: string) => [
          `The mail service refused to send the updated letter (${list}) to ${recipients}. Most often an address is mistyped.`,
          'Put the address right in campaign.yaml and apply it. Then this sends the letter again:',
        ],
      },
      'supplement-ready': {
        subject: (title: string) => `Please hand over the updated letter: ${title}`,
        heading: 'The updated letter is there',
        body: (list: string) => [
          `The letter with its updated list (${list}) is there for you to hand over, as a PDF and as a page. Both go on growing if more sign, so print or save it now.`,
        ],
        button: 'The letter as a PDF',
      },
      'supplement-idle': {
        subject: (title: string) => `No updated letter was sent: ${title}`,
        heading: 'No updated letter was sent',
        body: () => [
          'An updated letter was called for, but when it was to be made nothing was new any more: whoever had joined has withdrawn. The recipient got no email.',
        ],
      },
      /** What a notice says of the list, in brackets or after "with". */
      supplementList: (now: string, changes: string) => `${now}; since the last time, ${changes}`,
      'review-waiting': {
        subject: (title: string) => `Please look at who signed: ${title}`,
        heading: 'Signatures wait for you',
        body: (waiting: string, isWhole: boolean) => [
          isWhole
            ? `Before they count, somebody has to look at the signatures of ${waiting}. The most suspicious organizations among them:`
            : `Before they count, somebody has to look at the signatures of at least ${waiting}. Some of the organizations among them:`,
        ],
        look: 'This shows each with what speaks against it. Then approve, reject or merge them; until you do, they keep nobody else from signing:',
      },
      'press-mail-unknown': {
        subject: (title: string) => `Please check one press email: ${title}`,
        heading: 'One press email may not have gone out',
        body: (contact: string, what: PressMailName) => [
          `We cannot tell whether ${pressMailNames[what]} reached ${contact}: the connection broke while it was being sent.`,
          'It is not sent again by itself, since nobody should get it twice. Please ask them, and pass it on if they do not have it:',
        ],
      },
      'press-mail-refused': {
        subject: (title: string) => `A press email was refused: ${title}`,
        heading: 'One press email was refused',
        body: (contact: string, what: PressMailName) => [
          `The mail service refused to send ${pressMailNames[what]} to ${contact}. Most often the address is mistyped.`,
          'Please look at their line in press-list.csv, and send it yourself:',
        ],
      },
    },
    both,
  },
};
