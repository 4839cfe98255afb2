import { gateObstacles, type Obstacle } from '../../campaign/gate.ts';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { beginErasure } from '../../operations/erasing/erase-campaign.ts';
import { forcePublication } from '../../operations/publishing/campaign-commands.ts';
import {
  markDelivered,
  type OpeningCommand,
  resumeGate,
} from '../../operations/publishing/opening-commands.ts';
import { checkEmbargo, requestEmbargo } from '../../operations/publishing/request-embargo.ts';
import { checkSupplement, requestSupplement } from '../../operations/publishing/request-supplement.ts';
import { takeDown } from '../../operations/publishing/take-down.ts';
import { readReach } from '../../operations/reporting/reach.ts';
import type { CampaignCommand } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import type { Store } from '../../table/table.ts';
import type { ApiResponse } from '../event.ts';
import { Problem } from '../problem.ts';
import { afterCommand, commandOf } from './campaign-routes.ts';
import type { CampaignRequest, ConsoleContext } from './console-request.ts';
import { frameOf } from './sign-on-routes.ts';

type Refused = keyof ConsoleCatalog['commands']['refused'];

/**
 * What a command would do: nothing that needs a confirmation, something that does, or nothing because it is refused.
 */
type CommandCheck =
  | { follows: string | undefined; perform: () => Promise<Refused | 'done'> }
  | { refused: Refused };

type Command = 'resume' | 'delivered' | 'publish' | 'embargo' | 'supplement' | 'take-down' | 'erase';

/**
 * A command that may publish, send emails or destroy data. If it would, it says what follows and asks for the
 * campaign's slug as a confirmation.
 */
export const confirmedCommand =
  (name: Command) =>
  async (request: CampaignRequest, context: ConsoleContext): Promise<ApiResponse> => {
    const { slug, language, fields, session } = request;
    const t = consoleTexts(language);
    const prospect = await prospectOf(name, request, context);
    if ('refused' in prospect) throw refused(request, prospect.refused);
    if (prospect.follows !== undefined && fields.confirm !== slug) {
      const { follows } = prospect;
      const label = t.commands[name === 'take-down' ? 'takeDown' : name];
      const isWrong = typeof fields.confirm === 'string' && fields.confirm !== '';
      throw new Problem('changed', {
        words: { title: t.commands.confirmTitle, detail: `${follows} ${t.commands.confirmHint(slug)}` },
        more: { follows, confirm: slug },
        page: async () => {
          const { confirmPage } = await import('../../console/pages/confirm-page.tsx');
          const { slug: _, ...frame } = frameOf(request);
          return confirmPage({
            frame: { slug, ...frame },
            viewer: session,
            command: name,
            label,
            follows,
            isWrong,
          });
        },
      });
    }
    const outcome = await prospect.perform();
    if (outcome !== 'done') throw refused(request, outcome);
    return await afterCommand(request, context);
  };

function refused({ language, slug }: CampaignRequest, outcome: Refused): Problem {
  const t = consoleTexts(language);
  return new Problem('changed', {
    words: { title: t.commands.refused.title, detail: t.commands.refused[outcome] },
    more: { outcome },
    back: { href: `/console/${slug}`, label: t.overview.back },
  });
}

async function prospectOf(
  name: Command,
  request: CampaignRequest,
  context: ConsoleContext,
): Promise<CommandCheck> {
  const { slug, language, campaign, session } = request;
  const { store, now, newUlid, newNonce } = context;
  const command = commandOf(request, context);
  const t = consoleTexts(language).commands.follows;
  const { both } = texts(language).mails;
  const gate = await readGate(store, slug);
  if (!gate || gate.deletion) throw new Problem('not-found');
  // Without the confirmation it cannot publish, even if more signatures are counted at the same time.
  const mayPublish = request.fields.confirm === slug;
  const publishes = async (): Promise<string> => {
    const reach = await readReach(store, slug);
    const { letterTo = [], pressContacts = 0 } = reach ?? {};
    return t.publishes(both(gate.organizations, gate.individuals), letterTo.join(', '), pressContacts);
  };
  /** What follows if this is the only obstacle. */
  const publishesWithout = async (obstacle: Obstacle): Promise<string | undefined> => {
    const obstacles = gateObstacles(gate, now());
    const isOnly = gate.status === 'collecting' && obstacles.length === 1 && obstacles[0] === obstacle;
    return isOnly ? await publishes() : undefined;
  };
  switch (name) {
    case 'resume':
      return {
        follows: await publishesWithout('hold'),
        perform: async () => {
          const { outcome } = await resumeGate(store, { ...command, mayPublish });
          return outcome === 'would-publish' ? 'changed-meanwhile' : 'done';
        },
      };
    case 'delivered':
      return {
        follows: await publishesWithout('delivery'),
        perform: () => deliver(store, { ...command, mayPublish }),
      };
    case 'publish':
      return { follows: await publishes(), perform: () => publish(store, command) };
    case 'take-down':
      if (gate.status === 'collecting') return { refused: 'not-published' };
      return {
        follows: gate.status === 'taken-down' ? undefined : t.takeDown,
        perform: async () => {
          const { outcome } = await takeDown(store, command);
          return outcome === 'not-published' ? 'publishing' : 'done';
        },
      };
    case 'erase':
      if (gate.status === 'publishing') return { refused: 'publishing' };
      return {
        follows: t.erase,
        perform: async () => {
          const outcome = await beginErasure(store, { slug, now, newUlid, newNonce }, session.email);
          switch (outcome) {
            case 'begun':
            case 'under-way':
              return 'done';
            case 'no-such-campaign':
              throw new Problem('not-found');
            default:
              return outcome;
          }
        },
      };
    case 'embargo': {
      const check = await checkEmbargo(store, command);
      if (check.outcome === 'no-such-campaign') throw new Problem('not-found');
      if (check.outcome !== 'ready') return { refused: check.outcome };
      const { plan } = check;
      const until = longTime(language, campaign.settings.timeZone, plan.until);
      return {
        follows: t.embargo(plan.contacts, until, both(plan.organizations, plan.individuals)),
        perform: async () => ((await requestEmbargo(store, plan, command)) ? 'done' : 'changed-meanwhile'),
      };
    }
    case 'supplement': {
      const check = await checkSupplement(store, command);
      if (check.outcome === 'no-such-campaign') throw new Problem('not-found');
      if (check.outcome !== 'ready') return { refused: check.outcome };
      const { plan } = check;
      const added = both(plan.addedOrganizations, plan.addedIndividuals);
      const sends =
        plan.by === 'email'
          ? t.supplementMail([...plan.to, ...plan.cc].join(', '), added, plan.withdrawn)
          : t.supplementHand(added, plan.withdrawn);
      return {
        follows: plan.isCorrected ? `${sends} ${t.supplementCorrected}` : sends,
        perform: async () => ((await requestSupplement(store, plan, command)) ? 'done' : 'changed-meanwhile'),
      };
    }
  }
}

async function deliver(store: Store, command: OpeningCommand): Promise<Refused | 'done'> {
  const { outcome } = await markDelivered(store, command);
  if (outcome === 'would-publish') return 'changed-meanwhile';
  return outcome === 'not-awaited' || outcome === 'being-mailed' ? outcome : 'done';
}

async function publish(store: Store, command: CampaignCommand): Promise<Refused | 'done'> {
  const outcome = await forcePublication(store, command);
  switch (outcome) {
    case 'publishing':
    case 'already-publishing':
      return 'done';
    case 'no-such-campaign':
      throw new Problem('not-found');
    default:
      return outcome;
  }
}
