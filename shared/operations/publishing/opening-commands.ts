import { type Gate, gateObstacles, type Obstacle } from '../../campaign/gate.ts';
import { Failure } from '../../failure.ts';
import type { CampaignCommand } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import { maxConflicts } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { type GateCondition, unchangedGate, withCondition } from '../../table/unchanged-gate.ts';
import { openGate } from '../counting/open-gate.ts';
import { letterHandedOverUpdate } from '../mailing/letter-mail-claim.ts';
import { commit, heldUpdate } from './campaign-commands.ts';

/** A command that can publish. Without `mayPublish` it answers `would-publish` if it would, and changes nothing. */
export interface OpeningCommand extends CampaignCommand {
  mayPublish: boolean;
}

export interface ResumeOutcome {
  outcome: 'resumed' | 'not-held' | 'would-publish' | 'no-such-campaign';
  gateOpened: boolean;
}

/**
 * Ends a hold. If there is no other obstacle, the gate opens at once. Without `mayPublish`, the write has the
 * condition that the gate is unchanged since it was read and stays shut.
 */
export const resumeGate = (store: Store, command: OpeningCommand): Promise<ResumeOutcome> =>
  endObstacle<ResumeOutcome>(store, command, {
    obstacle: 'hold',
    missing: { outcome: 'no-such-campaign', gateOpened: false },
    wouldPublish: { outcome: 'would-publish', gateOpened: false },
    end: async (gate, unchanged) => {
      if (gate.held === 'no' || gate.status !== 'collecting')
        return { outcome: 'not-held', gateOpened: await openGate(store, command.slug, command.now) };
      const isWritten = await commit(store, command, 'resumed', [
        withCondition(heldUpdate(command.slug, 'no'), unchanged),
      ]);
      if (!isWritten) return undefined;
      return { outcome: 'resumed', gateOpened: await openIf(store, command) };
    },
  });

export interface DeliveredOutcome {
  /** `being-mailed`: an attempt to mail it is under way now. */
  outcome:
    | 'delivered'
    | 'already-delivered'
    | 'not-awaited'
    | 'being-mailed'
    | 'would-publish'
    | 'no-such-campaign';
  gateOpened: boolean;
}

/**
 * Says that the recipient has the letter. With delivery by hand and no other obstacle, the gate opens at once. With
 * delivery by mail, if the outcome is not known, the mails to press and signers become due.
 */
export const markDelivered = (store: Store, command: OpeningCommand): Promise<DeliveredOutcome> =>
  endObstacle<DeliveredOutcome>(store, command, {
    obstacle: 'delivery',
    missing: { outcome: 'no-such-campaign', gateOpened: false },
    wouldPublish: { outcome: 'would-publish', gateOpened: false },
    end: async (gate, unchanged) => {
      const { slug, now } = command;
      if (gate.status === 'collecting' && gate.delivery === 'hand' && gate.deliveredAt === undefined) {
        const isWritten = await commit(store, command, 'delivered', [
          withCondition(deliveredUpdate(slug, now), unchanged),
        ]);
        return isWritten ? { outcome: 'delivered', gateOpened: await openIf(store, command) } : undefined;
      }
      if (await commit(store, command, 'delivered', [letterHandedOverUpdate(slug, now)]))
        return { outcome: 'delivered', gateOpened: false };
      if (gate.deliveredAt)
        return { outcome: 'already-delivered', gateOpened: await openGate(store, slug, now) };
      return { outcome: gate.pendingLetterMail ? 'being-mailed' : 'not-awaited', gateOpened: false };
    },
  });

const deliveredUpdate = (slug: string, now: Date): Update => ({
  key: gateKey(slug),
  update: 'SET deliveredAt = :now',
  condition: '#status = :collecting AND delivery = :hand AND attribute_not_exists(deliveredAt)',
  names: { '#status': 'status' },
  values: { ':now': now.toISOString(), ':collecting': 'collecting', ':hand': 'hand' },
});

const openIf = async (store: Store, { slug, now, mayPublish }: OpeningCommand): Promise<boolean> =>
  mayPublish && (await openGate(store, slug, now));

interface Ending<Outcome> {
  obstacle: Obstacle;
  missing: Outcome;
  wouldPublish: Outcome;
  /** Undefined: a condition failed, and the gate is read again. */
  end: (gate: Gate, unchanged: GateCondition | undefined) => Promise<Outcome | undefined>;
}

async function endObstacle<Outcome>(
  store: Store,
  { slug, now, mayPublish }: OpeningCommand,
  { obstacle, missing, wouldPublish, end }: Ending<Outcome>,
): Promise<Outcome> {
  for (let tries = 0; tries < maxConflicts; tries++) {
    const gate = await readGate(store, slug);
    if (!gate || gate.deletion) return missing;
    const obstacles = gate.status === 'collecting' ? gateObstacles(gate, now) : [];
    const isLast = obstacles.length === 1 && obstacles[0] === obstacle;
    if (isLast && !mayPublish) return wouldPublish;
    const outcome = await end(gate, mayPublish ? undefined : unchangedGate(gate));
    if (outcome !== undefined) return outcome;
  }
  throw new Failure('throttled', 'open gate', 'TooManyChangesAtOnce');
}
