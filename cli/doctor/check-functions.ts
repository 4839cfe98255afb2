import { readers } from './check-mappings.ts';
import { changedByHand, type Finding, ok, stops, warning } from './finding.ts';

/** The functions that the stack makes, by their short names. */
export const functionNames = [
  'confirm-sign-on',
  'console',
  'console-folder',
  'console-link',
  'console-preview',
  'console-sign-in',
  'correct-sign-on',
  'dispatch',
  'keep-sign-on',
  'not-found',
  'openapi',
  'publish',
  'record-mail-event',
  'send-events',
  'send-mail',
  'show-sign-on',
  'submit-sign-on',
  'sweep',
  'tally',
  'unsubscribe',
  'withdraw-sign-on',
];

export interface FunctionState {
  /** With the stage: `undersigned-prod-sweep`. */
  name: string;
  exists: boolean;
  /** How many may run at once. Absent if nobody has set a limit: the stack sets none. */
  reserved?: number | undefined;
}

/** Whether every function is there, and nobody has throttled it by hand, which no deployment takes back. */
export function checkFunctions(functions: readonly FunctionState[], stage: string): Finding[] {
  // Those that read a source are among the triggers.
  const withTriggers = new Set(readers.map((reader) => `undersigned-${stage}-${reader}`));
  const findings = functions.flatMap(({ name, exists, reserved }) => {
    if (!exists)
      return withTriggers.has(name)
        ? []
        : [
            stops(
              'functions',
              `The function ${name} does not exist. Somebody has deleted it.`,
              changedByHand,
            ),
          ];
    if (reserved === undefined) return [];
    const cure = `\`aws lambda delete-function-concurrency --function-name ${name}\``;
    return reserved === 0
      ? [
          stops(
            'functions',
            `The function ${name} does not run, since somebody has throttled it: its reserved concurrency is 0.`,
            cure,
          ),
        ]
      : [
          warning(
            'functions',
            `The function ${name} runs ${reserved} times at once at most, since somebody has set its reserved concurrency by hand.`,
            `If nobody needs that: ${cure}`,
          ),
        ];
  });
  return findings.length > 0
    ? findings
    : [ok('functions', 'Every function is there, and nobody has throttled one by hand.')];
}
