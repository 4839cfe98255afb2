import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { changedByHand, type Finding, ok, stops } from './finding.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html */
export type Mapping = Pick<EventSourceMappingConfiguration, 'UUID' | 'State' | 'EventSourceArn'>;

/** How many sources each function reads: the table's stream, or queues. */
const sourcesOf = { tally: 1, dispatch: 1, 'send-mail': 2, publish: 1, 'send-events': 1 } as const;
type Reader = keyof typeof sourcesOf;

const isReader = (name: string): name is Reader => name in sourcesOf;

/** The functions that Lambda calls with what it reads from a source, by their short names. */
export const readers: readonly Reader[] = Object.keys(sourcesOf).filter(isReader);

/** Undefined if there is no such function. */
export type Mappings = Record<Reader, Mapping[] | undefined>;

/** Where the constructs of the mappings are, whose ids CloudFormation knows. */
const files: Record<Reader, string> = {
  tally: 'infra/tally.ts',
  dispatch: 'infra/dispatch.ts',
  'send-mail': 'infra/mail.ts',
  publish: 'infra/publication.ts',
  'send-events': 'infra/events.ts',
};

const anew = (reader: Reader): string =>
  `“A trigger is gone” in docs/runbook.md: change the id of the mapping in ${files[reader]}, and deploy.`;

const meanings: Record<Reader, string> = {
  tally: 'sign-ons are counted late, by the sweep alone',
  dispatch: 'mails go out late, by the sweep alone, and other programs are told of nothing',
  'send-mail': 'mails are not sent',
  publish: 'pages are not written',
  'send-events': 'other programs are told of nothing',
};

/** Whether every function reads its sources, and the two readers of the stream read that of the table. */
export function checkMappings(mappings: Mappings, stage: string, streamArn: string | undefined): Finding[] {
  const findings = readers.flatMap((reader) => {
    const found = mappings[reader];
    if (!found)
      return [
        stops(
          'triggers',
          `The function undersigned-${stage}-${reader} does not exist: ${meanings[reader]}. Somebody has deleted it.`,
          changedByHand,
        ),
      ];
    return [
      ...checkCount(reader, found, stage),
      ...found.flatMap((mapping) => checkMapping(reader, mapping, stage, streamArn)),
    ];
  });
  return findings.length > 0
    ? findings
    : [ok('triggers', 'Every function reads the stream or the queues that it works on.')];
}

function checkCount(reader: Reader, mappings: Mapping[], stage: string): Finding[] {
  if (mappings.length >= sourcesOf[reader]) return [];
  const left = mappings.map(({ EventSourceArn = '' }) => EventSourceArn.split(':').at(-1)).join(', ');
  return [
    stops(
      'triggers',
      `A trigger of undersigned-${stage}-${reader} is gone: ${meanings[reader]}. It reads ${left || 'nothing'}.`,
      `Somebody deleted it by hand, and a deployment alone does not bring it back. Do not add one by hand, since later deployments would fail. ${anew(reader)}`,
    ),
  ];
}

const running = ['Creating', 'Enabling', 'Enabled', 'Updating'];

function checkMapping(
  reader: Reader,
  { UUID = '<UUID>', State = '', EventSourceArn = '' }: Mapping,
  stage: string,
  streamArn: string | undefined,
): Finding[] {
  const name = `undersigned-${stage}-${reader}`;
  if (!running.includes(State))
    return [
      stops(
        'triggers',
        `A trigger of ${name} is not enabled (${State}): ${meanings[reader]}.`,
        `\`aws lambda update-event-source-mapping --uuid ${UUID} --enabled\``,
      ),
    ];
  const readsStream = reader === 'tally' || reader === 'dispatch';
  if (!readsStream || streamArn === undefined || EventSourceArn === streamArn) return [];
  return [
    stops(
      'triggers',
      `${name} reads ${EventSourceArn}, which is not the stream of the table: ${meanings[reader]}.`,
      isOwnTable(streamArn, stage)
        ? 'If the stage file has restoredTable with the name of this table, correct its streamArn and deploy. Otherwise do not write it yet: see “The table’s own stream is another one” in docs/runbook.md.'
        : `Write \`streamArn: ${streamArn}\` below restoredTable in the stage file, and deploy.`,
    ),
  ];
}

/** Whether a stream is of the table that the stack itself made, by the name that CloudFormation gives it. */
const isOwnTable = (streamArn: string, stage: string): boolean =>
  streamArn.includes(`:table/undersigned-${stage}-`);
