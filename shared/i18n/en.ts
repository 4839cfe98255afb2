import type { ErrorParams } from './error-message.ts';
import { number, numberWithNoun } from './formats.ts';
import { inEnglish } from './number-words/en.ts';
import type { WritingRules } from './writing.ts';

const writing: WritingRules = {
  direction: 'ltr',
  colon: ':',
  semicolon: ';',
  quotationMarks: {
    open: '“',
    close: '”',
    reopen: '“',
    nested: [
      ['‘', '’'],
      ['“', '”'],
    ],
  },
  over: (digits) => `over ${digits}`,
  afterMillions: (noun) => noun,
  inWords: inEnglish,
};

const organizations = (n: number): string =>
  numberWithNoun('en', n, { one: 'organization', other: 'organizations' });
const people = (n: number): string => numberWithNoun('en', n, { one: 'person', other: 'people' });
const have = (n: number): string => (n === 1 ? 'has' : 'have');
const days = (n: number): string => numberWithNoun('en', n, { one: 'day', other: 'days' });
const signatures = (n: number): string => numberWithNoun('en', n, { one: 'signature', other: 'signatures' });

/** "171 organizations and 20 people". A count of zero is left out. */
const both = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return organizations(ofOrganizations);
  return ofOrganizations === 0
    ? people(ofPeople)
    : `${organizations(ofOrganizations)} and ${people(ofPeople)}`;
};

/** "41 more organizations and 2 more people". A count of zero is left out. */
const more = (ofOrganizations: number, ofPeople: number): string => {
  const organizationsMore = numberWithNoun('en', ofOrganizations, {
    one: 'more organization',
    other: 'more organizations',
  });
  const peopleMore = numberWithNoun('en', ofPeople, { one: 'more person', other: 'more people' });
  if (ofPeople === 0) return organizationsMore;
  return ofOrganizations === 0 ? peopleMore : `${organizationsMore} and ${peopleMore}`;
};

/** What a sentence calls each kind of email to journalists. */
const pressMailNames = {
  release: 'the press release',
  embargo: 'the embargoed copy of the press release',
  correction: 'the correction',
};
export type PressMailName = keyof typeof pressMailNames;

/** The subject names the organization, so that emails about two signatures of one person form two threads. */
const about = (words: string, title: string, organization: string | undefined): string =>
  organization === undefined ? `${words}: ${title}` : `${words} for ${organization}`;

/**
 * English, and the model for every other language. A section is named after the place where its texts appear. Functions
 * take what varies: dates and times as words, and what a stranger typed in a form that is safe to show.
 */
export const en = {
  writing,
  site: {
    name: 'Undersigned',
    openGraphLocale: 'en_US',
    languageName: 'English',
    languages: 'This page in other languages',
    skip: 'Skip to main content',
    organizedBy: (sender: string) => `Organized by ${sender}`,
    questions: 'Questions:',
    home: 'All open letters',
    privacy: 'Privacy',
  },
  home: {
    title: 'Open letters',
    lead: 'Letters that organizations and people sign together. Each letter is published when enough of them have signed.',
    empty: 'There is no letter to sign at the moment. Please come back later.',
    statuses: {
      scheduled: 'Not open for signatures yet',
      collecting: 'Open for signatures',
      publishing: 'Being published',
      published: 'Published',
      closed: 'Closed without publication',
    },
  },
  preview: {
    sign: 'Read and sign the letter',
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
      'The letter has enough signatures and is being published. Reload this page in a minute to see it.',
    closedUnpublished: 'There were not enough signatures, so the letter was not published.',
    elsewhere: 'The letter is published at',
    takenDown: 'The organizers have taken this letter down.',
    signatories: 'Who has signed',
    release: 'Press release',
    readRelease: 'Read the press release',
    allOnLetter: (total: string) => `See all ${total} signatures on the letter’s page.`,
  },
  untranslated: {
    letter: (language: string) => `The letter has not been translated. It is shown in ${language}.`,
    release: (language: string) => `The press release has not been translated. It is shown in ${language}.`,
  },
  correction: {
    line: (date: string) => `CORRECTION, ${date}:`,
    original: 'The first published version:',
    originalTitle: {
      letter: 'The letter as first published',
      release: 'The press release as first published',
    },
    wasCorrected:
      'This is the first published version. It has been corrected since. Please use the corrected version:',
    current: { letter: 'The corrected letter', release: 'The corrected press release' },
  },
  gone: {
    title: 'This letter was taken down',
    detail:
      'The organizers have removed the letter and everything that belongs to it from this site. No names are shown any more.',
    withdrawn:
      'If you signed, you can still withdraw your signature with the link in our emails to you. We send no more emails about this letter.',
  },
  progress: {
    organizationsOf: (n: number, needed: number) =>
      `${number('en', n)} of ${organizations(needed)} ${have(needed)} signed`,
    peopleOf: (n: number, needed: number) => `${number('en', n)} of ${people(needed)} ${have(needed)} signed`,
    organizations: (n: number) => `${organizations(n)} ${have(n)} signed`,
    people: (n: number) => `${people(n)} ${have(n)} signed`,
    notLoaded: 'The number of signatures cannot be shown here right now.',
    asOf: (time: string) => `As of ${time}.`,
    goal: (ofOrganizations: number, ofPeople: number) =>
      `The letter will be published after ${both(ofOrganizations, ofPeople)} ${have(ofOrganizations + ofPeople)} signed.`,
  },
  openness: {
    'not-open-yet': {
      title: 'Signing is not open yet',
      body: 'You can sign on this page when it opens.',
    },
    closed: { title: 'Signing has closed', body: 'You can no longer sign this letter.' },
    paused: {
      title: 'Signing is paused',
      body: 'The organizers have paused signing. Please try again later.',
    },
    opensAt: (time: string) => `Signing opens on ${time}.`,
    closedAt: (time: string) => `Signing closed on ${time}.`,
    closesAt: (time: string) => `You can sign until ${time}.`,
    ask: 'Questions? Write to',
  },
  form: {
    heading: 'Sign this letter',
    how: 'It takes about two minutes. Fill in the form, then confirm your signature with the link that we email to you. Your signature counts only after you confirm it.',
    optional: '(optional)',
    leaveEmpty: 'Leave this empty:',
    error: 'Error:',
    problems: (n: number) =>
      n === 1 ? 'There is a problem with 1 answer' : `There are problems with ${number('en', n)} answers`,
    nothingStored: 'Nothing has been saved yet. Your answers are still below.',
    organization: 'Your organization',
    place: 'Where you are',
    you: 'About you',
    onlyOrganizations: 'Only if you are signing for an organization',
    onlyPeople: 'Only if you are signing for yourself',
    kinds: { organization: 'An organization', individual: 'Myself' },
    scopes: {
      national: 'Nationwide',
      state: 'In one state or region',
      local: 'In one city, town or neighborhood',
    },
    publicNames: {
      full: 'My full name',
      initials: 'My initials only',
      withheld: 'No name: count my signature, but do not name me',
    },
    hints: {
      organizationName: 'Write it as it should appear on the letter.',
      website: 'For example, www.example.org',
      email: 'We send the confirmation link to this address. It is never published.',
      title: 'For example, Director. It is not published.',
      name: 'It is not published.',
    },
    chooseCountry: 'Choose a country',
    attestation: 'I am authorized to sign for this organization.',
    submit: 'Sign and confirm by email',
    privacyOrganizations: (until: string) =>
      `We publish your organization’s name, place and website. We never publish your own name or email address. We delete your personal data ${until}.`,
    privacyPeople: (until: string) =>
      `We publish your name the way you choose, and your place. We never publish your email address. We delete your personal data ${until}.`,
    privacyBoth: (until: string) =>
      `For an organization, we publish its name, place and website. For a person, we publish the name the way you choose, and the place. We never publish an email address. We delete your personal data ${until}.`,
    questions: 'Questions from the organizers',
    questionsHint: 'Only the organizers see your answers.',
    chooseAnswer: 'Choose an answer',
    yes: 'Yes',
    no: 'No',
    privacyMore: 'More about privacy',
    back: 'Read the letter again',
    invited: (sender: string, organization: string) =>
      `${sender} invites ${organization} to sign this letter.`,
    readFirst: 'Read the letter first',
  },
  deletion: {
    on: (date: string) => `on ${date}`,
    onOrLater: (date: string, n: number) =>
      `on ${date}, or ${days(n)} after the letter is published if that is later`,
    afterPublication: (n: number) => `${days(n)} after the letter is published`,
  },
  results: {
    'check-your-inbox': {
      title: 'Check your inbox',
      body: (from: string) => [
        `We are sending you an email from ${from}. Open it, follow the link and press the button to confirm your signature.`,
        'Your signature does not count until you confirm it. The link works for 30 days.',
      ],
      sentTo: 'You entered this address:',
      missing: 'If there is no email after a few minutes',
      reasons: [
        'Look in your spam or junk folder.',
        'Check how you spelled your email address. If it was wrong, fill in the form again.',
        'If this address has unsubscribed from emails about this letter, or from all emails from this site, we do not send it this one either. Use another address, or write to the organizers.',
        'If the organizers have removed this signature before, we do not send you this email again. If that was a mistake, write to the organizers.',
        'We send at most five of these emails a day to one address. If you asked for more, wait a day.',
        'If many people sign over the same internet connection, for example in a large hall, we send these emails little by little. It can take some hours.',
      ],
    },
    signed: {
      title: 'Thank you for signing',
      body: (_from: string) => [
        'Your signature is confirmed.',
        'We are sending you an email with what you signed. Please keep it: with its link you can correct or withdraw your signature at any time.',
      ],
    },
    waiting: {
      title: 'Thank you. Your signature is being reviewed',
      body: (_from: string) => [
        'You have confirmed your signature. The organizers decide before it counts. If you changed a signature that counts, it stays as it was until then.',
        'You do not need to do anything else. We will email you if they accept it.',
      ],
    },
    'already-signed': {
      title: 'Your organization has already signed',
      body: (_from: string) => [
        'Another person has signed for your organization. Each organization counts once, so you do not need to do anything.',
        'We keep your signature in reserve. If the other one is withdrawn, the organizers can use yours instead.',
      ],
    },
    withdrawn: {
      title: 'Your signature is withdrawn',
      body: (_from: string) => [
        'It is no longer counted or listed. If the letter is published, your signature disappears from it within two minutes.',
      ],
      again: 'If you change your mind, you can sign again while signing is open.',
    },
    'not-you': {
      title: 'Nothing is signed with your address',
      body: (_from: string) => [
        'We have deleted your address and everything that was typed with it. Nothing is counted or listed.',
        'If the letter is published, the signature disappears from it within two minutes.',
      ],
    },
    next: 'Back to the letter',
    share: 'Who else should sign? Send them this link:',
  },
  signOn: {
    titles: {
      pending: 'Confirm your signature',
      change: 'Confirm your change',
      asked: 'The letter has changed',
      confirmed: 'Your signature',
      withdrawn: 'Your signature is withdrawn',
      rejected: 'Your signature was not accepted',
      'too-late': 'Signing has closed',
      'taken-down': 'This letter was taken down',
    },
    leads: {
      pending: 'Check these details. Your signature counts when you press “Confirm and sign”.',
      change:
        'Someone filled in the form again with your email address. Check the new details. Your earlier signature stays as it is until you press “Confirm this change”.',
      asked:
        'The letter has changed since you signed it, so your signature does not count at the moment. Please read the letter again. If you agree, press the button and your signature counts again. If you do not agree, withdraw your signature.',
      askedTooLate:
        'The letter has changed since you signed it, so your signature does not count. Signing has closed, so you can no longer agree to the changed letter.',
      'too-late':
        'You did not confirm your signature before signing closed, so it does not count and is not listed.',
      confirmed: 'You have confirmed your signature, and it counts.',
      duplicate:
        'You have confirmed your signature. It does not count at the moment: another person has signed for the same organization, and each organization counts once. The organizers decide which signature counts. We will email you if it is yours.',
      inReview:
        'You have confirmed your signature. The organizers review it before it counts. You do not need to do anything else.',
      withdrawn: 'It is not counted or listed.',
      rejected:
        'The organizers decided not to accept it, so it is not counted or listed. If you think that this is a mistake, write to',
      'taken-down':
        'The organizers have taken the letter down. Your signature is not shown any more. You can still withdraw it.',
      'taken-down-pending':
        'The organizers have taken the letter down. You can no longer sign it, and nothing is shown.',
    },
    shown: {
      /** Not counted yet: what the button would do. */
      ahead: 'How your signature will appear',
      review: 'How your signature will appear when it counts',
      /** Another signature counts for the organization. */
      reserve: 'How your signature would appear if it counted',
      /** True before publication and after it. */
      confirmed: 'How your signature appears on the published letter',
      /** Withdrawn, rejected, taken down or too late: it appears nowhere. */
      past: 'The details you gave',
    },
    pastHint: 'These details are not public. Only the organizers can see them.',
    printedWithheld: 'Your signature counts, and your name does not appear.',
    willWithhold: 'Your name will not appear. Your signature will only be counted.',
    private: 'Only the organizers can see this',
    confirm: 'Confirm and sign',
    correctTitle: 'Correct your details',
    correctHint:
      'Change what is wrong, then save. You cannot change your email address here: to use another one, withdraw this signature and fill in the form again.',
    correct: 'Save the corrections',
    correctBack: 'Back to your signature without saving',
    saved: {
      title: 'Your corrections are saved',
      changed: 'You changed:',
      removed: 'removed',
      nothing: 'You changed nothing, so everything is as it was.',
    },
    confirmChange: 'Confirm this change',
    agree: 'I agree to the changed letter',
    readLetter: 'Read the changed letter',
    letterNew:
      'The letter has changed since you filled in the form. Please read it before you confirm: your signature will be for the changed letter.',
    askedWithChange:
      'Someone also filled in the form again with your email address. If you press the button, you also confirm the new details below.',
    withdraw: 'Withdraw my signature',
    withdrawHint: 'Your signature will no longer be counted or listed.',
    withdrawHintUncounted: 'Your signature will not be counted or listed.',
    withdrawHintTakenDown: 'The organizers will see that you have withdrawn it.',
    withdrawAgain: 'You can sign again while signing is open.',
    signAgain: 'To sign again, fill in the form once more.',
    keep: 'Keep my signature as it is',
    keepHint: 'If you did not ask for this change, press this button. The new details are deleted.',
    changeWaits:
      'Your change is saved. The organizers review it before it is published. Until then, your signature appears as shown below.',
    notMe: 'It wasn’t me',
    notMeHint:
      'If someone else entered your email address, or if you changed your mind, press this button. Nothing is signed, and what was typed is deleted.',
  },
  unsubscribe: {
    title: 'Stop these emails?',
    body: (campaign: string) =>
      `You get emails about the letter “${campaign}”. If you press the button, this site sends you no more emails about this letter, and no link to confirm or change a signature.`,
    signatureStays:
      'If you have signed, your signature stays. To withdraw it, use the link in the email that confirmed it.',
    button: 'Stop emails about this letter',
    allTitle: 'No emails from this site at all',
    allBody: 'This includes other letters: you can sign no letter on this site with this address.',
    allButton: 'Stop all emails from this site',
    doneTitle: 'You are unsubscribed',
    doneLetter: (campaign: string) => `This site sends you no more emails about the letter “${campaign}”.`,
    doneSite: 'This site sends no more emails to your address. You can close this page.',
  },
  privacy: {
    title: 'Privacy',
    lead: (sender: string) => `What ${sender} does with the information that you enter here.`,
    collectTitle: 'What we ask for, and why',
    collect: [
      'Your name and, if you sign for an organization, your title and the organization’s name, place and website. The letter shows who signed it, and the organizers check that signatures are real.',
      'Your email address. It makes sure that nobody else can sign in your name. We use it to send you the confirmation link and a few emails about this letter, and for nothing else.',
    ],
    questions: 'Your answers to the organizers’ own questions. Only the organizers see them.',
    newsletter:
      'Whether you want news from the organizers. We keep your answer and its time. If you say yes, the organizers may also write to you about other things, until you tell them to stop.',
    emailsTitle: 'If an email does not arrive',
    emails:
      'A spam filter can delay or stop our emails, and a misspelled address never gets them. An address that has unsubscribed from emails about this letter, or from all emails from this site, does not get a confirmation link either. We send at most five confirmation emails a day to one address.',
    publicTitle: 'What everyone can see',
    publicOrganizations:
      'For an organization: its name, place and website, and whether it works nationally, in one state or locally. We never publish the name, title or email address of the person who signed for it.',
    publicPeople:
      'For a person: the name as chosen (in full, as initials, or not at all) and the place. We never publish email addresses. People’s names are on the letter’s page, in its plain text and in its PDF. They are not in the data files that programs can download.',
    withdrawals:
      'For a withdrawn signature: nothing. After publication, we say how many signatures were withdrawn, but not whose.',
    duplicates:
      'Each organization counts once. If you confirm a signature for an organization that has already signed, we tell you so. Someone who signs in an organization’s name can therefore find out whether it has signed, even before the list is public.',
    rightsTitle: 'How to withdraw your signature',
    rights:
      'Use the link in the email that confirmed your signature. You can withdraw at any time, before and after publication. You can also unsubscribe with the link in every email.',
    deletionTitle: 'When we delete your data',
    unconfirmed: 'We delete a signature, or a change to one, that nobody confirms within 30 days.',
    deletion: (until: string) =>
      `We delete all other personal data ${until}. The names of organizations stay on the published letter.`,
    kept: 'If you unsubscribe, we keep a code made from your address so that we send you nothing more. We also keep codes made from addresses and their domains for three months. They show who signs for several organizations, or as several people, which helps to detect invented signatures.',
    backups:
      'Deleted data stays in database backups for up to 35 days, and in records of failed requests for up to 14 days. We only read these to repair a fault. Logs never contain names or addresses.',
    technologyTitle: 'Cookies and tracking',
    technology:
      'We use no cookies. We do not track who opens an email, and we keep no list of who visits these pages. Your browser keeps the email address that you type, to show it on the next page, until you close the tab.',
    against:
      'To stop floods of invented signatures, we count how many forms come from one internet connection. We do not store the connection’s address, only a code made from it, which we delete within a few days. The form also sends how many seconds it was open, which helps to tell people from programs.',
    marks:
      'We store another code with your signature. It shows the organizers how many signatures came from the same connection at about the same time. It is made with a random number for each day. We delete that number within a few days, and after that nobody can tell the connection from the code.',
    contactTitle: 'Contact',
    contact: 'To ask a question, or to see, correct or delete your data, write to',
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
    supplied: (date: string) => `The updated letter was sent to its recipient on ${date}.`,
    asOf: (time: string) => `List as of ${time}.`,
    unprintable: (n: number) =>
      `and ${numberWithNoun('en', n, { one: 'name in a script', other: 'names in scripts' })} that this edition cannot print. The page below shows all names.`,
    listAt: 'The current list:',
    fullListAt: 'The full list of signatures:',
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
    signToo: 'Sign this letter',
  },
  release: {
    contact: 'Contact:',
    letter: 'Read the letter',
  },
  tools: { pdf: 'Download PDF', text: 'Plain text' },
  soFar: {
    title: 'Who has signed so far',
    lead: 'These signatures are confirmed and counted. The organizers publish the letter with its full list.',
    others: (n: number) =>
      numberWithNoun('en', n, {
        one: 'more signature is counted and is listed only when the letter is published.',
        other: 'more signatures are counted and are listed only when the letter is published.',
      }),
    link: 'See who has signed so far',
    formOrganizations:
      'We list your organization as soon as its signature counts, before the letter is published.',
    formPeople:
      'We list your name the way you choose as soon as your signature counts, before the letter is published.',
    formBoth: 'We list who has signed as soon as a signature counts, before the letter is published.',
    signOn: 'This is listed as soon as your signature counts, before the letter is published.',
    privacy:
      'The list of signatures is public before the letter is published. A signature is listed once it counts. It disappears within a minute after it is withdrawn. People who signed before the form said this are listed only when the letter is published.',
  },
  shareKit: {
    title: 'Share this letter',
    lead: 'Links, texts, pictures and forms to bring this letter to more people.',
    linkTitle: 'Links',
    link: 'The letter’s address',
    sources:
      'To see which link brings people, add ?source= and a name of your own: letters, digits, dots, hyphens and underscores. The organizers see how many signatures came from each link.',
    ownLink: 'Example of a link on a flyer',
    qrTitle: 'QR code',
    qr: 'For flyers, posters and slides. Signatures that come from it are counted as “qr”.',
    qrAlt: (title: string) => `QR code that leads to “${title}”`,
    qrSvg: 'QR code for print (SVG)',
    qrPng: 'QR code as a picture (PNG)',
    textsTitle: 'Texts',
    mail: 'For an email',
    mailText: (title: string, summary: string, url: string) =>
      `Hello,\n\nI am writing to ask for your signature on this letter: ${title}\n\n${summary}\n\nRead and sign it here; it takes two minutes:\n${url}\n\nThank you!`,
    mailTextLater: (title: string, summary: string, url: string) =>
      `Hello,\n\nPlease read this letter: ${title}\n\n${summary}\n\nIt is here:\n${url}`,
    post: 'For a post or a message',
    postText: (title: string, url: string) => `Please sign: ${title}\n${url}`,
    postTextLater: (title: string, url: string) => `Please read: ${title}\n${url}`,
    newsletter: 'For a newsletter',
    newsletterText: (title: string, summary: string, url: string) =>
      `${title}\n\n${summary} Signing takes two minutes.\n\nSign the letter: ${url}`,
    newsletterTextLater: (title: string, summary: string, url: string) =>
      `${title}\n\n${summary}\n\nRead the letter: ${url}`,
    picturesTitle: 'Pictures',
    pictures: {
      link: 'For links and posts on most networks',
      square: 'Square, for Instagram and Facebook',
      story: 'Upright, for stories',
    },
    formTitle: 'The form on your own site',
    form: 'Paste this into a page of your site, for example into a block for HTML. It works without JavaScript. After people send the form, they continue on this site.',
    formLabel: 'HTML of the form',
    forms: { organization: 'HTML of the form for organizations', individual: 'HTML of the form for people' },
    counterTitle: 'The counter on your own site',
    counter: 'Paste this where the number of signatures should appear.',
    counterLabel: 'HTML of the counter',
    more: 'Links, QR code and texts to share',
  },
  share: {
    label: 'Share',
    mail: 'Email',
  },
  quoted: (words: string) => `“${words}”`,
  fields: {
    kind: {
      label: 'Who are you signing for?',
      missing: 'Choose whether you are signing for an organization or for yourself.',
    },
    organizationName: { label: 'Organization name', missing: 'Enter the name of your organization.' },
    website: { label: 'Website', missing: 'Enter the website of your organization.' },
    scope: { label: 'Where your organization works', missing: 'Choose where your organization works.' },
    name: { label: 'Your name', missing: 'Enter your name.' },
    title: { label: 'Your title or role', missing: 'Enter your title or role.' },
    email: { label: 'Your email address', missing: 'Enter your email address.' },
    city: { label: 'City or town', missing: 'Enter your city or town.' },
    region: { label: 'State or region', missing: 'Enter your state or region.' },
    country: { label: 'Country', missing: 'Choose your country.' },
    publicName: { label: 'How your name appears', missing: 'Choose how your name appears.' },
    authorized: {
      label: 'Authorization',
      missing: 'Tick the box if you are authorized to sign for this organization.',
    },
    language: { label: 'Language', missing: 'Choose a language.' },
    newsletter: { label: 'News by email', missing: 'Choose whether you want news by email.' },
  },
  errors: {
    required: (label: string, _: ErrorParams) => `${label}: this is missing. Please fill it in.`,
    'too-long': (label: string, { max = 200 }: ErrorParams) =>
      `${label}: this is too long. Shorten it to ${number('en', max)} characters; accented letters count as two (${number('en', max)} bytes).`,
    'invalid-email': (label: string, _: ErrorParams) =>
      `${label}: enter a full email address, like name@example.org.`,
    'unknown-top-level-domain': (label: string, { end = '' }: ErrorParams) =>
      `${label}: no email address ends in “.${end}”. Check the end of the address.`,
    'email-typo': (label: string, { suggestion = '' }: ErrorParams) =>
      `${label}: did you mean ${suggestion}? Correct the address, or send the form again if it is right.`,
    'invalid-website': (label: string, _: ErrorParams) =>
      `${label}: enter a web address, like www.example.org.`,
    'not-authorized': (_label: string, _: ErrorParams) =>
      'Tick the box if you are authorized to sign for this organization. If you are not, ask someone who is.',
    'invalid-choice': (label: string, { choices = [] }: ErrorParams) =>
      choices.length > 0
        ? `${label}: choose one of ${choices.join(', ')}.`
        : `${label}: choose one of the answers.`,
    'not-for-individuals': (label: string, _: ErrorParams) =>
      `${label}: this is only for organizations. Leave it empty if you are signing for yourself.`,
    'unknown-field': (label: string, _: ErrorParams) =>
      `There is no field “${label}” in this form. Please leave it out.`,
    'invalid-country': (label: string, _: ErrorParams) =>
      `${label}: choose a country from the list. Programs send its two-letter code, like US.`,
    'control-characters': (label: string, _: ErrorParams) =>
      `${label}: this contains a character that cannot be printed, like a line break. Type it again on one line.`,
    'email-as-organization': (label: string, _: ErrorParams) =>
      `${label}: this looks like an email address. Write the organization’s name.`,
    'email-as-name': (label: string, _: ErrorParams) =>
      `${label}: this looks like an email address. Write the name of the person who signs.`,
    'email-in-field': (label: string, _: ErrorParams) =>
      `${label}: this looks like an email address. Write it only into the field for your email address.`,
    'link-in-field': (label: string, _: ErrorParams) => `${label}: this contains a link. Leave it out.`,
    'link-in-name': (label: string, _: ErrorParams) =>
      `${label}: this contains a link. Write the name without it.`,
    'not-a-string': (label: string, _: ErrorParams) => `${label}: this must be text.`,
    'invalid-number': (label: string, _: ErrorParams) =>
      `${label}: write a number in digits, without spaces or commas, like 1200.`,
    'not-answers': (label: string, _: ErrorParams) =>
      `${label}: send an object with the answer to each question by the question’s id.`,
    'answers-too-long': (label: string, { max = 300 }: ErrorParams) =>
      `${label}: your answers are too long. Shorten them to ${number('en', max)} characters together; accented letters count as two (${number('en', max)} bytes).`,
  },
  problems: {
    'not-found': {
      title: 'Page not found',
      detail: 'There is no page at this address. Check the address for mistakes.',
    },
    'not-open-yet': {
      title: 'Signing is not open yet',
      detail: 'You cannot sign this letter yet. Please come back later.',
    },
    closed: { title: 'Signing has closed', detail: 'You can no longer sign this letter.' },
    'taken-down': {
      title: 'This letter was taken down',
      detail: 'The organizers have removed the letter from this site, so it can no longer be signed.',
    },
    paused: {
      title: 'Signing is paused',
      detail: 'The organizers have paused signing. Please try again later.',
    },
    changed: {
      title: 'Your signature has changed',
      detail:
        'The details or the letter changed after you opened the page. Open the link in your email again and check them.',
    },
    invalid: {
      title: 'Some answers need to be corrected',
      detail: 'Nothing has been saved yet. Correct the answers and send the form again.',
    },
    'too-large': {
      title: 'The form is too large',
      detail: 'You sent more than 16 KB. Shorten your answers and send the form again.',
    },
    unsupported: {
      title: 'Content type not accepted',
      detail: 'Send a form (application/x-www-form-urlencoded) or JSON (application/json), in UTF-8.',
    },
    'too-many': {
      title: 'Too many requests',
      detail: 'Your network has sent too many forms. Wait a few minutes, then try again.',
    },
    malformed: {
      title: 'The request could not be read',
      detail: 'It is not valid JSON or form data. Correct it and send it again.',
    },
    'sign-in': {
      title: 'Sign in first',
      detail: 'You are not signed in, or your session has ended. Sign in at /console/sign-in.',
    },
    'not-allowed': {
      title: 'Not allowed',
      detail: 'Your role in this campaign does not allow this.',
    },
    'other-site': {
      title: 'Sent from another site',
      detail: 'The console only accepts requests from its own pages. Open the console and try again there.',
    },
    'sign-in-link': {
      title: 'This link no longer works',
      detail: 'A link to the console works once, for 30 minutes. Ask for a new one.',
    },
    'no-campaign': {
      title: 'Letter not found',
      detail: 'There is no letter to sign at this address. Check the address for mistakes.',
    },
    link: {
      title: 'This link does not work',
      detail:
        'The link is incomplete, or 30 days have passed. Copy the whole link from your email, or fill in the form again to get a new one.',
    },
    withdrawn: {
      title: 'Your signature is withdrawn',
      detail: 'It can no longer be confirmed or corrected. To sign again, fill in the form once more.',
    },
    rejected: {
      title: 'Your signature was not accepted',
      detail:
        'The organizers decided not to accept it. If you think that this is a mistake, please write to them.',
    },
    busy: {
      title: 'The site is busy',
      detail: 'Please try again in a few seconds.',
    },
    unexpected: {
      title: 'Something went wrong',
      detail: 'This is our fault. Please try again in a minute. If it happens again, tell the organizers.',
    },
    letter: 'Go to the letter',
  },
  mails: {
    sentBy: (sender: string, title: string) => `${sender} sent you this email about the letter “${title}”`,
    why: {
      typed: 'because your address was entered in its form.',
      signed: 'because you signed it.',
      press: (contact: string | undefined) =>
        contact === undefined
          ? 'because this address is on its press list.'
          : `because ${contact} is on its press list.`,
      organizer: 'because you are one of its organizers.',
      recipient: 'because it is addressed to you.',
      invited: 'because your organization is invited to sign it.',
    },
    message: {
      sign: (organization: string) => `Sign for ${organization}`,
    },
    unsubscribe: 'Stop these emails:',
    openConsole: 'The campaign in the console:',
    openSignOn: 'The signature in the console:',
    signIn: {
      subject: (site: string) => `Sign in to the console of ${site}`,
      heading: 'Sign in to the console',
      lead: 'The page behind this link has a button that signs you in. The link works once, for 30 minutes.',
      button: 'Open the sign-in page',
      notYou: 'If you did not ask for this, you can ignore this email. Nobody can sign in without the link.',
    },
    newBrowser: {
      subject: (site: string) => `New sign-in to the console of ${site}`,
      heading: 'You signed in from a new browser',
      lead: 'Someone used a link from your mailbox to sign in to the console from a browser that we have not seen before:',
      when: 'Time',
      browser: 'Browser',
      notYou:
        'If this was you, you do not need to do anything. If it was not, someone else can read your email. Change the password of your mailbox, then sign in and press “Sign out everywhere”.',
      button: 'Open the console',
    },
    confirm: {
      subject: (title: string, organization?: string) => about('Confirm your signature', title, organization),
      heading: 'Confirm your signature',
      lead: (title: string) =>
        `We received a signature for the letter “${title}” with this email address. Please check and confirm it:`,
      button: 'Review and confirm',
      how: 'Your signature counts when you press the button on the page that opens. The link works for 30 days.',
      notYou:
        'If you did not fill in the form, you can ignore this email. We delete the details after 30 days. To delete them now, follow the link and press “It wasn’t me”.',
    },
    reminder: {
      subject: (title: string, organization?: string) =>
        about('Reminder to confirm your signature', title, organization),
      heading: 'Your signature is not confirmed yet',
      lead: (title: string) =>
        `A few days ago we received a signature for the letter “${title}” with this email address. It does not count until you confirm it:`,
      how: 'Your signature counts when you press the button on the page that opens.',
      once: 'If you do not want to sign, or if you did not fill in the form, follow the link and press “It wasn’t me” to delete the details. We will remind you once more at most.',
      last: 'If you do not want to sign, or if you did not fill in the form, you can ignore this email. We delete the details automatically. This is our last reminder.',
    },
    confirmChange: {
      none: 'nothing',
      subject: (title: string, organization?: string) => about('Confirm your change', title, organization),
      heading: 'Confirm your change',
      lead: (title: string) =>
        `You have signed the letter “${title}”. The form was filled in again with this email address and different details:`,
      button: 'Review and confirm',
      how: 'Your signature stays as it is until you press the button on the page that opens.',
      notYou: 'If you did not ask for this change, you can ignore this email. Nothing changes.',
    },
    signed: {
      subject: (title: string, organization?: string) =>
        organization === undefined
          ? `You have signed: ${title}`
          : `Your signature for ${organization} is confirmed`,
      heading: 'Thank you for signing',
      lead: (title: string) => `Your signature on the letter “${title}” is confirmed:`,
      button: 'See your signature',
      /** Sent when an organizer has let a signature count, or has approved a change of one that counted already. */
      decided: {
        subject: (title: string, organization?: string) =>
          organization === undefined
            ? `Your signature counts: ${title}`
            : `Your signature for ${organization} counts`,
        heading: 'Your signature counts',
        lead: (title: string) =>
          `The organizers have decided about your signature on the letter “${title}”. It counts with these details:`,
      },
      keep: 'Please keep this email. With its link you can correct or withdraw your signature at any time, before and after publication.',
    },
    signedAlready: {
      subject: (title: string, organization?: string) =>
        about('You have already signed', title, organization),
      heading: 'You have already signed',
      lead: (title: string) =>
        `The form for the letter “${title}” was filled in again with this email address. You have already signed with the same details:`,
      counts: 'Your signature counts.',
      inReview: 'It does not count yet. The organizers review it first.',
      nothing: 'You do not need to do anything. With the link you can correct or withdraw your signature.',
    },
    duplicate: {
      subject: (title: string, organization?: string) =>
        organization === undefined
          ? `Your organization has already signed: ${title}`
          : `${organization} has already signed`,
      heading: 'Your organization has already signed',
      lead: (title: string) => `Thank you for confirming your signature on the letter “${title}”:`,
      once: 'Another person has signed for the same organization. Each organization counts once, so you do not need to do anything.',
      /** Sent when the signature counted, and the organizers have decided for another one, or for a name that another has. */
      decided: {
        subject: (title: string, organization?: string) =>
          organization === undefined
            ? `Your signature does not count: ${title}`
            : `Your signature for ${organization} does not count`,
        heading: 'Your signature does not count',
        lead: (title: string) =>
          `The organizers have decided about your signature on the letter “${title}”. It does not count, because another signature counts for this organization:`,
        once: 'Each organization counts once.',
      },
      kept: 'We keep your signature in reserve. If the other one is withdrawn, the organizers can use yours instead. With the link you can see or withdraw your signature.',
      two: 'If yours is another organization with the same or a similar name, please reply to this email. The organizers can count both.',
    },
    inReview: {
      subject: (title: string, organization?: string) =>
        organization === undefined
          ? `Your signature is being reviewed: ${title}`
          : `Your signature for ${organization} is being reviewed`,
      heading: 'Your signature is being reviewed',
      lead: (title: string) =>
        `You have confirmed your signature on the letter “${title}”. The organizers review it before it counts:`,
      next: 'You do not need to do anything. We will email you when it counts. The organizers may write to you if they have a question.',
      kept: 'With the link you can see or withdraw your signature.',
    },
    askedAgain: {
      subject: (title: string, organization?: string) =>
        organization === undefined
          ? `The letter you signed has changed: ${title}`
          : `The letter you signed for ${organization} has changed: ${title}`,
      subjectAgain: (title: string, organization?: string) =>
        organization === undefined
          ? `Reminder: the letter you signed has changed: ${title}`
          : `Reminder: the letter you signed for ${organization} has changed: ${title}`,
      heading: 'The letter you signed has changed',
      lead: (title: string) =>
        `The organizers have changed the letter “${title}” since you signed it. Please tell us whether you still agree:`,
      leadAgain: (title: string) =>
        `A few days ago we told you that the letter “${title}” has changed since you signed it. We do not have your answer yet:`,
      until:
        'Please read the changed letter. Your signature does not count and is not listed until you agree to it.',
      typed: 'The form was also filled in again with this email address and different details:',
      letter: 'The changed letter:',
      button: 'Agree or withdraw',
      how: 'The page that opens has a button to agree and a button to withdraw. If you do nothing, your signature does not count.',
      howTyped:
        'The page that opens has a button to agree to the letter with the new details, and a button to withdraw. If you did not fill in the form, press “Keep my signature as it is” first. Then you can agree with your own details. If you do nothing, your signature does not count.',
    },
    published: {
      subject: (title: string, organization?: string) =>
        organization === undefined
          ? `Published: ${title}`
          : `Published: ${title} (signed for ${organization})`,
      heading: 'The letter is published',
      lead: (title: string, ofOrganizations: number, ofPeople: number) =>
        `The letter “${title}” is published. It was signed by ${both(ofOrganizations, ofPeople)}. Your signature:`,
      button: 'Read the letter',
      release: 'Press release:',
      yours: 'See or withdraw your signature:',
      share: 'Share the letter:',
    },
    letter: {
      lead: (sender: string, ofOrganizations: number, ofPeople: number) =>
        `${sender} sends you the letter below, signed by ${both(ofOrganizations, ofPeople)}.`,
      attached: 'The letter is also attached as a PDF.',
      namesOnPage: 'Everyone who signed is named on the letter’s web page.',
      onTheWeb: 'The letter on the web:',
    },
    supplement: {
      /** By what is new: who signed, the text, or both. */
      subject: {
        list: (letter: string) => `Updated signatures: ${letter}`,
        text: (letter: string) => `Corrected letter: ${letter}`,
        both: (letter: string) => `Corrected letter with updated signatures: ${letter}`,
      },
      lead: {
        list: (sender: string) => `${sender} sends you the letter below again with its updated signatures.`,
        text: (sender: string) =>
          `${sender} sends you the letter below again because its text was corrected.`,
        both: (sender: string) =>
          `${sender} sends you the letter below again because its text was corrected and its signatures have changed.`,
      },
      /** How the recipient got the letter that they have. */
      since: {
        sent: (date: string) => `Since we sent the letter on ${date}`,
        published: (date: string) => `Since we published the letter on ${date}`,
        again: (date: string) => `Since the updated letter of ${date}`,
      },
      news: (since: string, changes: string, ofOrganizations: number, ofPeople: number) =>
        `${since}, ${changes}. The letter is now signed by ${both(ofOrganizations, ofPeople)}.`,
      joined: (ofOrganizations: number, ofPeople: number) =>
        `${more(ofOrganizations, ofPeople)} ${have(ofOrganizations + ofPeople)} signed`,
      withdrawn: (n: number) => `${signatures(n)} ${have(n)} been withdrawn`,
      unchanged: 'nobody has signed or withdrawn',
      corrected: (date: string) =>
        `The correction is of ${date}. A note above the letter says what was wrong.`,
      attached: 'The updated letter is also attached as a PDF.',
      dated: 'Signatures added after publication have a date next to the name.',
      list: 'The current list on the web:',
    },
    release: { letter: 'The letter and who signed it:', release: 'This press release on the web:' },
    embargo: {
      line: (until: string) => `EMBARGOED UNTIL ${until}`,
      subject: (until: string, headline: string) => `EMBARGOED until ${until}: ${headline}`,
      asOf: (time: string) => `The numbers in this embargoed copy are as of ${time}.`,
      final: 'We will send you the final press release when the embargo ends and the letter is published.',
      /** Used if the letter could not be published at the end of the embargo as things are now. */
      notCertain: (list: string) =>
        `The letter may be published later than the end of the embargo. Before publication it still needs ${list}. We will send you the final press release when the letter is published.`,
      obstacles: {
        threshold: 'more signatures',
        time: (at: string) => `its publication time (${at})`,
        delivery: 'delivery to its recipient',
        approval: 'the final approval of its organizers',
      },
      links: 'The links to the letter and the press release will work when the letter is published.',
    },
    correction: {
      subject: (headline: string) => `CORRECTION: ${headline}`,
      lead: {
        letter: 'We have corrected the letter that our press release is about.',
        release: 'We have corrected the press release that we sent you.',
        both: 'We have corrected the press release that we sent you and the letter that it is about.',
      },
      replaces: 'Please use the text below instead of the first version.',
      stays: 'The press release has not changed.',
      letter: 'The corrected letter:',
      original: 'The first published version:',
    },
    gate: {
      waitsFor: (list: string) => `The letter is not published yet. It still waits for ${list}.`,
      publishing: 'The letter and the press release are being published now.',
      published: 'The letter is published.',
      obstacles: {
        threshold: 'more signatures',
        time: (at: string) => `its publication time (${at})`,
        hours: 'its publishing hours',
        hold: 'the end of the hold',
        quotes: 'the approval of all quotes',
        import: 'the end of an import',
        asking: 'emails that ask the signers about the changed letter',
        delivery: 'you to hand it to its recipient',
      },
    },
    notices: {
      milestone: {
        subject: (title: string, reached: string) => `${reached} have signed: ${title}`,
        heading: (reached: string) => `${reached} have signed`,
        /** Of which kind, so that two milestones never have the same subject. */
        share: {
          organizations: (percent: number) => `${number('en', percent)}% of the organizations needed`,
          individuals: (percent: number) => `${number('en', percent)}% of the people needed`,
        },
        organizations: (n: number, needed: number) =>
          `${number('en', n)} of ${organizations(needed)} ${have(needed)} signed.`,
        individuals: (n: number, needed: number) =>
          `${number('en', n)} of ${people(needed)} ${have(needed)} signed.`,
      },
      held: {
        subject: (title: string) => `Publication on hold: ${title}`,
        heading: 'Publication is on hold',
        body: 'An organizer put publication on hold. Nothing is published until the hold ends. People can still sign.',
        end: 'To end the hold, open the console or run the command:',
      },
      resumed: {
        subject: (title: string) => `Hold ended: ${title}`,
        heading: 'The hold has ended',
        body: 'An organizer ended the hold. The letter is published automatically when nothing else is missing.',
      },
      status: 'To see the state of the campaign, open the console or run the command:',
      published: {
        subject: (title: string) => `Published: ${title}`,
        heading: 'The letter is published',
        body: (ofOrganizations: number, ofPeople: number) => [
          `The letter and the press release were published with ${both(ofOrganizations, ofPeople)}.`,
          'We are emailing the press list and the signers now. Please read both pages once and check them.',
        ],
        bodyAfterRecipient: (ofOrganizations: number, ofPeople: number) => [
          `The letter and the press release were published with ${both(ofOrganizations, ofPeople)}.`,
          'We are emailing the letter to its recipient now. After that we email the press list and the signers. Please read both pages once and check them.',
        ],
        button: 'Read the letter',
        release: 'Press release:',
        withoutGlyphs: (names: number) =>
          names === 1
            ? 'One name has letters that our PDF fonts do not have. The PDF of the letter counts it and leads to the web page, which shows it:'
            : `${number('en', names)} names have letters that our PDF fonts do not have. The PDF of the letter counts them and leads to the web page, which shows them:`,
      },
      'print-failed': {
        subject: (title: string) => `A file is missing: ${title}`,
        heading: 'A file could not be made',
        body: (documents: string) => [
          `We could not make: ${documents}. The pages, plain texts and lists are published. No page links to the missing file.`,
          'We try again each time the pages are updated. If it keeps failing, print the page to a PDF in your browser and forward this email to the person who operates the system.',
        ],
      },
      'item-unreadable': {
        subject: (title: string) => `One record cannot be read: ${title}`,
        heading: 'One record cannot be read',
        body: () => [
          'One record of this campaign is damaged or was written by another version of the system. We left it out. Everything else continues: other signatures are counted, pages are updated and emails are sent.',
          'If the record is a signature, it is not on the list for now, and it does not count toward the headline of a publication. It is not lost.',
          'Forward this email to the person who operates the system. The runbook has a section “item-unreadable”. The record is:',
        ],
      },
      'site-failing': {
        subject: (title: string) => `Pages are not being updated: ${title}`,
        heading: 'The pages are not being updated',
        body: () => [
          'Three attempts in a row to write this campaign’s pages have failed. What people see may be out of date, and a publication that is due may be late.',
          'We try again every minute. People can still sign, confirm and withdraw, and nothing is lost.',
          'Forward this email to the person who operates the system. The runbook has a section “pages-failing”.',
        ],
      },
      'recount-short': {
        subject: (title: string) => `Not published yet: ${title}`,
        heading: 'Not published: too few signatures at the final count',
        body: (counted: string, found: string) => [
          `The threshold was reached with ${counted}, but the final count before publication found ${found}. A signature was probably withdrawn in the meantime.`,
          'Nothing was published. People can still sign, and the letter is published automatically when enough have signed. You do not need to do anything.',
        ],
      },
      'taken-down': {
        subject: (title: string) => `Taken down: ${title}`,
        heading: 'The letter is taken down',
        body: () => [
          'An organizer took the letter down. All its pages say that it is gone, nobody can sign, and we send no more emails to signers or the press.',
          'We cannot take back emails and copies that are already out. If the recipient and the press need to know why, please tell them.',
        ],
      },
      'fell-below': {
        subject: (title: string) => `Below the threshold: ${title}`,
        heading: 'The published letter is below its threshold',
        body: (now: string) => [
          `Signatures were withdrawn or rejected after publication. Now ${now} are left.`,
          'The letter stays published, and its page says how many signatures were withdrawn. Decide whether to tell the press and the recipient: the headline they know has the earlier number.',
        ],
      },
      'confirmations-stopped': {
        subject: (title: string) => `Confirmation emails are stopped: ${title}`,
        heading: 'Too many confirmation emails came back',
        body: {
          campaign: (bounced: number, sent: number) => [
            `In the last three hours ${bounced} of ${sent} confirmation emails came back, because the addresses do not exist. Somebody may be typing invented addresses into the form. If too many emails come back, the mail service stops all email of your system.`,
            'So confirmation emails of this campaign wait for three hours. All other emails are sent as usual: to people who have confirmed, to the press, and to organizers. Nobody who signed is lost. Emails that wait are sent afterwards, little by little.',
            'Look at the newest sign-ons. If they are real, an owner can send the emails now, and none are stopped for a day, with the button on the overview of the console or with this command:',
          ],
          networks: (bounced: number, sent: number) => [
            `In the last three hours ${bounced} of ${sent} confirmation emails that one internet connection asked for came back, because the addresses do not exist. Somebody may be typing invented addresses into the form.`,
            'So confirmation emails that this connection asks for wait for three hours. All others are sent as usual. Emails that wait are sent afterwards, little by little.',
            'If they are real, an owner can send the emails now, and none are stopped for a day, with the button on the overview of the console or with this command:',
          ],
        },
      },
      'mail-delayed': {
        subject: (title: string) => `Emails had to wait: ${title}`,
        heading: 'Emails of this campaign had to wait',
        body: (reason: string) => [
          `For more than a minute the mail service accepted no emails: ${reason}. If you can read this, it accepts them again.`,
          'Nothing is lost. Emails that waited are sent now. If this happens again, tell the person who operates the system.',
        ],
        reasons: {
          'over-quota': 'the emails that it allows in a day were used up',
          'not-verified':
            'the sender’s domain is not verified yet, or the account may only write to verified addresses',
          'not-allowed': 'the account or its settings do not allow it',
          'sending-paused': 'sending was stopped for the account',
          unreachable: 'it could not be reached',
        },
      },
      'letter-bounced': {
        subject: (title: string) => `The letter came back: ${title}`,
        heading: 'The email with the letter came back',
        first: (recipients: string) => [
          `We emailed the letter to ${recipients}. The email to one of these addresses came back: the address does not exist, or it does not accept emails.`,
          'Correct the address in campaign.yaml (delivery). Then apply the campaign again, in the console or with the command, and the letter goes out again at once:',
        ],
        supplement: (recipients: string) => [
          `We emailed the updated letter to ${recipients}. The email to one of these addresses came back: the address does not exist, or it does not accept emails.`,
          'Correct the address in campaign.yaml (delivery) and apply the campaign again. Then send the updated letter again, in the console or with the command:',
        ],
      },
      'letter-mail-unknown': {
        subject: (title: string) => `The letter is emailed again: ${title}`,
        heading: 'The letter is emailed to its recipient again',
        body: (recipients: string) => [
          `The letter is published. The mail service did not answer when we sent it to ${recipients}, and for fifteen minutes it has not confirmed that it accepted the email. So we send it again. In rare cases it arrives twice.`,
          'We tell the press list and the signers as soon as it is sent. If the recipient has the letter already, confirm the delivery in the console or with the command:',
        ],
      },
      'letter-mail-refused': {
        subject: (title: string) => `The email to the recipient was refused: ${title}`,
        heading: 'The letter could not be emailed to its recipient',
        body: (recipients: string) => [
          `The letter is published, but the mail service refused to send it to ${recipients}. The most common reason is a mistyped address.`,
          'We have not told the press list and the signers yet. Correct the address in campaign.yaml (delivery) and apply the campaign again: the letter goes out at once, and the other emails follow. Or hand the letter over yourself and confirm the delivery, in the console or with the command:',
        ],
      },
      'supplement-sent': {
        subject: (title: string) => `The updated letter was sent: ${title}`,
        heading: 'The updated letter was sent',
        body: (recipients: string, list: string) => [
          `We sent the updated letter to ${recipients}. It has ${list}.`,
          'You do not need to do anything. If more people sign, you can send it again.',
        ],
      },
      'supplement-unknown': {
        subject: (title: string) => `The updated letter is emailed again: ${title}`,
        heading: 'The updated letter is emailed again',
        body: (recipients: string, list: string) => [
          `The mail service did not answer when we sent the updated letter (${list}) to ${recipients}, and for fifteen minutes it has not confirmed that it accepted the email.`,
          'So we send it again. In rare cases it arrives twice.',
        ],
      },
      'supplement-refused': {
        subject: (title: string) => `The updated letter was refused: ${title}`,
        heading: 'The updated letter could not be emailed',
        body: (recipients: string, list: string) => [
          `The mail service refused to send the updated letter (${list}) to ${recipients}. The most common reason is a mistyped address.`,
          'Correct the address in campaign.yaml (delivery) and apply the campaign again. Then send the updated letter again, in the console or with the command:',
        ],
      },
      'supplement-ready': {
        subject: (title: string) => `Hand over the updated letter: ${title}`,
        heading: 'The updated letter is ready',
        body: (list: string) => [
          `The updated letter (${list}) is ready for you to hand over, as a PDF and as a web page. Both change when more people sign, so print or save it now.`,
        ],
        button: 'The letter as a PDF',
      },
      'supplement-idle': {
        subject: (title: string) => `No updated letter was sent: ${title}`,
        heading: 'No updated letter was sent',
        body: () => [
          'An organizer asked for an updated letter. When we made it, nothing was new any more: the new signatures had been withdrawn. The recipient got no email.',
        ],
      },
      /** How a notice describes the list, in brackets or after "It has". */
      supplementList: (now: string, changes: string) => `${now}; since the last letter, ${changes}`,
      'review-waiting': {
        subject: (title: string) => `Decide about signatures: ${title}`,
        heading: 'Signatures need your decision',
        body: (waiting: string, isWhole: boolean) => [
          isWhole
            ? `The signatures of ${waiting} do not count until an organizer reviews them.`
            : `The signatures of at least ${waiting} do not count until an organizer reviews them.`,
        ],
        /** Above the organizations that are named: `isWhole` says whether all that wait were read. */
        suspects: (isWhole: boolean): string =>
          isWhole ? 'The most suspicious organizations:' : 'Some of the organizations:',
        changes: (changes: number) =>
          changes === 1
            ? 'A change to one signature that counts waits for your review. Until you decide, the earlier details are used.'
            : `Changes to ${changes} signatures that count wait for your review. Until you decide, the earlier details are used.`,
        mended: 'These organizations corrected the spelling of their names. They still count:',
        vacated:
          'These organizations have lost the signature that counted, and other signatures of theirs are kept in reserve. Ask each signer whether their signature still stands. If it does, let it count:',
        duplicates:
          'These organizations signed a second time, from a different domain or place than those of the signature that counts. One of the two may be false, or they are two organizations of one name. If they are two, open the signature and choose “Another organization”. If the second one should count instead:',
        more: (count: number) => (count === 1 ? 'And one more.' : `And ${number('en', count)} more.`),
        look: 'To see each signature with all reasons, and then decide, open the console or run the command:',
        /** What speaks against a signature that waits, in a few words. */
        reasons: {
          'disposable-mail': 'disposable email address',
          'free-mail': 'free email address',
          'other-domain': 'email address at another domain than the website',
          'no-website': 'no website to compare with the email address',
          'look-alike': 'name similar to one that has signed',
          'rejected-before':
            'name, email address, domain or website of one that was rejected, or a similar name',
          'same-name': 'same name as one that has signed in another place',
          'former-name': 'name that another organization had before',
          'second-domain': 'another domain or place than the signature that counts or counted last',
          'protected-name': 'name that this campaign protects, or a similar one',
          'invited-elsewhere': 'invited at another domain',
          'same-website': 'same website as one that has signed',
          'shared-domain': 'other organizations have signed from the same domain',
          'shared-address': 'the same email address has signed for others',
          'not-a-name': 'the name or place does not look like one',
          'mixed-scripts': 'a word mixes letters of two alphabets',
          form: 'the form was filled in as a program does it',
        },
      },
      'press-mail-unknown': {
        subject: (title: string) => `One press email is sent again: ${title}`,
        heading: 'One press email is sent again',
        body: (contact: string, what: PressMailName) => [
          `The mail service did not answer when we sent ${pressMailNames[what]} to ${contact}, and for fifteen minutes it has not confirmed that it accepted the email.`,
          'So we send it again. In rare cases it arrives twice.',
        ],
      },
      'press-mail-refused': {
        subject: (title: string) => `A press email was refused: ${title}`,
        heading: 'One press email was refused',
        body: (contact: string, what: PressMailName) => [
          `The mail service refused to send ${pressMailNames[what]} to ${contact}. The most common reason is a mistyped address.`,
          'Please check their row in press-list.csv, and send it to them yourself:',
        ],
      },
    },
    both,
  },
};
