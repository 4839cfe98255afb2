import { numberWithNoun } from '../formats.ts';

/** What the console says in English, and the model for every other language. Apart from the site's own texts, since no public function needs it. */
export const consoleEn = {
  site: {
    name: 'Console',
    skip: 'Skip to main content',
    campaigns: 'Campaigns',
    signedInAs: (email: string) => `Signed in as ${email}`,
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    pages: 'Pages of this campaign',
  },
  roles: { owner: 'Owner', editor: 'Editor', viewer: 'Viewer' },
  signIn: {
    title: 'Sign in to the console',
    lead: 'For the organizers of a letter. Enter the email address that the campaign has for you, and we send you a link. There is no password.',
    email: 'Your email address',
    button: 'Send me a link',
    problem: 'There is a problem',
  },
  inbox: {
    title: 'Check your inbox',
    lead: 'If the address is an organizer’s, an email with a link is on its way. It should arrive within a minute.',
    missing: 'No email?',
    reasons: [
      'Look in your spam folder.',
      'The address must be the one that stands in the campaign’s settings. An owner of the campaign can tell you.',
      'An address gets at most five links an hour. Use one that you already have.',
    ],
    again: 'Ask for another link',
  },
  link: {
    title: 'Sign in',
    lead: (email: string) => `You are about to sign in as ${email}.`,
    button: 'Sign in',
    hint: 'You stay signed in for at most seven days, and for twelve hours without using the console.',
    another: 'Get a new link',
  },
  notAllowed: {
    title: 'Your role does not allow this',
    detail: (role: string, needed: string) =>
      `Your role in this campaign is “${role}”. This needs the role “${needed}”. Ask an owner of the campaign.`,
  },
  campaigns: {
    title: 'Your campaigns',
    role: 'Your role',
    waiting: (n: number) =>
      `${numberWithNoun('en', n, { one: 'signature waits', other: 'signatures wait' })} for your review`,
    elsewhere: 'Your sessions',
    elsewhereHint: 'This ends your sessions in all browsers, this one too.',
  },
  overview: {
    back: 'Back to the campaign',
  },
};
