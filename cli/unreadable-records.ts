import type { OnUnreadable } from '../shared/table/table.ts';
import type { CliEnvironment } from './cli-environment.ts';

/** A reader's `onUnreadable`, and a function that tells the user what was left out. */
export interface UnreadableRecords {
  add: OnUnreadable;
  tell: () => void;
}

/** How many keys are named. The log of `sweep` has those of all. */
const maxNamed = 5;

/**
 * Collects the records that a list leaves out since they cannot be read, so that nobody takes its length for the right
 * number. They are told on standard error, also beside a list for programs.
 */
export function newUnreadableRecords({ printError }: Pick<CliEnvironment, 'printError'>): UnreadableRecords {
  const keys: string[] = [];
  return {
    add: ({ PK, SK }) => keys.push(`${PK} ${SK}`),
    tell: () => {
      if (keys.length === 0) return;
      const records = keys.length === 1 ? '1 record' : `${keys.length} records`;
      const named = `${keys.slice(0, maxNamed).join(', ')}${keys.length > maxNamed ? ', …' : ''}`;
      printError(
        `${records} cannot be read and ${keys.length === 1 ? 'is' : 'are'} left out: ${named}. docs/runbook.md#item-unreadable says what to do.`,
      );
    },
  };
}
