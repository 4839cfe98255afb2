import type {
  ContinuousBackupsDescription,
  TableDescription,
  TimeToLiveDescription,
} from '@aws-sdk/client-dynamodb';
import { type Finding, ok, stops, warning } from './finding.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html, and of the two others */
export interface TableState {
  name: string;
  table:
    | Pick<TableDescription, 'StreamSpecification' | 'LatestStreamArn' | 'DeletionProtectionEnabled'>
    | undefined;
  timeToLive: Pick<TimeToLiveDescription, 'TimeToLiveStatus' | 'AttributeName'> | undefined;
  backups: Pick<ContinuousBackupsDescription, 'PointInTimeRecoveryDescription'> | undefined;
}

/**
 * Whether the table is as the stack makes it. A table that was restored has nothing of this, and the stack does not
 * switch it on.
 */
export function checkTable({ name, table, timeToLive, backups }: TableState, stage: string): Finding[] {
  const { StreamEnabled, StreamViewType } = table?.StreamSpecification ?? {};
  const protect = `\`aws dynamodb update-table --table-name ${name} --deletion-protection-enabled\``;
  const isOfStack = name.startsWith(`undersigned-${stage}-`);
  const findings = [
    ...(StreamEnabled && StreamViewType === 'NEW_AND_OLD_IMAGES'
      ? []
      : [
          stops(
            'table',
            `The table ${name} has no stream with new and old images: sign-ons are counted and emailed late, by the sweep alone, and other programs are told of nothing.`,
            isOfStack
              ? 'Do not write restoredTable yet. See “The table’s own stream is another one” in docs/runbook.md.'
              : 'Switch it on, and write the ARN of the new stream into the stage file: “Restore the table” in docs/runbook.md.',
          ),
        ]),
    ...(['ENABLED', 'ENABLING'].includes(timeToLive?.TimeToLiveStatus ?? '') &&
    timeToLive?.AttributeName === 'expiresAt'
      ? []
      : [
          warning(
            'table',
            `The table ${name} keeps what should expire, such as addresses of networks.`,
            `\`aws dynamodb update-time-to-live --table-name ${name} --time-to-live-specification Enabled=true,AttributeName=expiresAt\``,
          ),
        ]),
    ...(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED'
      ? []
      : [
          warning(
            'table',
            `The table ${name} has no point-in-time recovery: what is destroyed cannot be brought back.`,
            `\`aws dynamodb update-continuous-backups --table-name ${name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true\``,
          ),
        ]),
    ...(table?.DeletionProtectionEnabled
      ? []
      : [
          warning(
            'table',
            `The table ${name} can be deleted by mistake.`,
            isOfStack
              ? `If this stage is for the public, write \`protected: true\` in stages/${stage}.yaml, and deploy. If that file has restoredTable: ${protect}`
              : protect,
          ),
        ]),
  ];
  return findings.length > 0
    ? findings
    : [ok('table', `The table ${name} has its stream, and can be restored.`)];
}
