import type { Gate } from '../campaign/gate.ts';
import type { Update } from './table.ts';

export type GateCondition = Required<Pick<Update, 'condition' | 'names' | 'values'>>;

/** The attributes of the gate that can remove an obstacle. */
const opening = [
  ...(['status', 'held', 'forced', 'organizations', 'individuals'] as const),
  ...(['thresholdOrganizations', 'thresholdIndividuals'] as const),
  ...(['atNotBeforeOrganizations', 'atNotBeforeIndividuals', 'notBefore', 'window'] as const),
  ...(['quotesApproved', 'delivery', 'deliveredAt', 'importId', 'askingStartedAt'] as const),
];

/** The condition that everything that decides about opening the gate is as it was read. */
export function unchangedGate(gate: Gate): GateCondition {
  const given = opening.filter((name) => gate[name] !== undefined);
  return {
    condition: opening
      .map((name) =>
        gate[name] === undefined ? `attribute_not_exists(#g_${name})` : `#g_${name} = :g_${name}`,
      )
      .join(' AND '),
    names: Object.fromEntries(opening.map((name) => [`#g_${name}`, name])),
    values: Object.fromEntries(given.map((name) => [`:g_${name}`, gate[name]])),
  };
}

/** The update with one more condition. */
export const withCondition = (update: Update, more: GateCondition | undefined): Update =>
  more === undefined
    ? update
    : {
        ...update,
        condition:
          update.condition === undefined ? more.condition : `${update.condition} AND ${more.condition}`,
        names: { ...update.names, ...more.names },
        values: { ...update.values, ...more.values },
      };
