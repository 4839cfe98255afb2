import { longTime } from '../shared/pages/locales/formats.ts';
import { type Embargoed, embargoRelease } from '../shared/store/publishing/embargo.ts';
import type { Answer, Command, Invocation } from './command.ts';
import { connectTo } from './connect-to.ts';
import { isMeant } from './is-meant.ts';
import { missingCampaign } from './missing-campaign.ts';
import { conflict } from './refusal.ts';

export const embargo: Command = {
  usage: 'embargo <slug> [--yes]',
  summary: 'mail the release beforehand, under embargo, to whom the press list marks; to each once',
  options: { yes: { type: 'boolean' } },
  run: runEmbargo,
};

async function runEmbargo(invocation: Invocation): Promise<Answer> {
  const target = await connectTo(invocation);
  const { slug, store } = target;
  let answer = await embargoRelease(store, target, invocation.options.yes === true);
  if (answer.outcome === 'ready') {
    if (!(await isMeant(invocation, `${planText(answer)}\nSend it?`)))
      return { text: 'Nothing is sent.', json: { slug, outcome: 'declined' } };
    answer = await embargoRelease(store, target, true);
  }
  const { outcome, contacts, until } = answer;
  switch (outcome) {
    case 'embargoed':
    case 'ready': {
      const copies = contacts === 1 ? 'One embargoed copy goes' : `${contacts} embargoed copies go`;
      return {
        text: `${copies} out now, until ${timeOf(answer)}. At that hour everything is published if nothing else keeps the gate shut: look at \`campaign status ${slug}\`.`,
        json: { slug, outcome, contacts, until },
      };
    }
    case 'nobody-new':
      return {
        text: `Everybody who is marked in the press list of ${slug} has got a copy already.`,
        json: { slug, outcome, contacts },
      };
    case 'nobody-marked':
      throw conflict(
        'Nobody is marked',
        'Nobody on the press list is marked: write yes in the column embargoed of press-list.csv, and run `campaign apply`.',
      );
    case 'no-time':
      throw conflict(
        'No time is set',
        'An embargo needs its end: write publication.notBefore in campaign.yaml, and run `campaign apply`.',
      );
    case 'time-is-past':
      throw conflict(
        'The time is past',
        'publication.notBefore is past: set a later one in campaign.yaml, and run `campaign apply`.',
      );
    case 'held':
      throw conflict('Held', `${slug} is held: run \`campaign resume ${slug}\` first.`);
    case 'quotes-not-approved':
      throw conflict(
        'Quotes are not approved',
        'Not every quote is approved: write approved: true in release.md once it is, and run `campaign apply`.',
      );
    case 'too-late':
      throw conflict('Too late', `${slug} is past its gate: \`campaign status ${slug}\` says how far it is.`);
    case 'changed-meanwhile':
      throw conflict('Changed meanwhile', 'Nothing is sent: the campaign has just changed. Run it again.');
    case 'no-such-campaign':
      throw await missingCampaign(target);
  }
}

function planText({ contacts, counts, ...until }: Embargoed): string {
  const { organizations = 0, individuals = 0 } = counts ?? {};
  return [
    `The release goes beforehand to ${contacts === 1 ? 'one contact' : `${contacts} contacts`} of the press list, under embargo until ${timeOf(until)}.`,
    `  its numbers     organizations: ${organizations}, individuals: ${individuals}`,
    'Each contact gets one copy only, so let the numbers be near those of the publication.',
  ].join('\n');
}

const timeOf = ({ until, timeZone = 'UTC' }: Pick<Embargoed, 'until' | 'timeZone'>): string =>
  until ? longTime('en', timeZone, until) : '';
