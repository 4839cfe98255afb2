import type { Stage } from './stage.ts';

type WarnedStage = Pick<
  Stage,
  | 'name'
  | 'file'
  | 'domain'
  | 'alarmEmails'
  | 'keepsData'
  | 'keepsDataByDefault'
  | 'isProtected'
  | 'warmThroughput'
  | 'restoredTable'
>;

/** What the operator should still do about a stage, by a short id. Nothing here stops a deployment. */
export function stageWarnings({
  name,
  file,
  domain,
  alarmEmails,
  keepsData,
  keepsDataByDefault,
  isProtected,
  warmThroughput,
  restoredTable,
}: WarnedStage): Record<string, string> {
  const path = file ?? `stages/${name}.yaml`;
  return {
    // A domain of its own says that the stage is more than a trial.
    ...(domain &&
      !keepsData &&
      keepsDataByDefault && {
        'data-not-kept': `The data of stage ${name} is deleted with its stack. Write "keepData: true" into ${path} if it is for the public, else "keepData: false".`,
      }),
    ...(domain &&
      alarmEmails.length === 0 && {
        'no-alarm-address': `Nobody gets the alarms of stage ${name}. Write "alarmEmails: [operator@example.org]" into ${path}.`,
      }),
    ...(keepsData &&
      !isProtected && {
        'not-protected': `Stage ${name} can be deleted by mistake. After its first deployment, set "protected: true" in ${path} and deploy again.`,
      }),
    ...(warmThroughput &&
      restoredTable && {
        'warm-throughput-unused': `warmThroughput has no effect on ${restoredTable.name}, since the stack does not make this table. Take it out of ${path} and run: aws dynamodb update-table --table-name ${restoredTable.name} --warm-throughput ReadUnitsPerSecond=${warmThroughput.readUnitsPerSecond},WriteUnitsPerSecond=${warmThroughput.writeUnitsPerSecond}`,
      }),
    ...(!file &&
      name !== 'dev' && {
        'no-stage-file': `Stage ${name} has no file: a flag that the next deployment forgets is taken back. Copy stages/prod.example.yaml to stages/${name}.yaml and write the settings there. If you meant another stage, correct -c stage=${name}.`,
      }),
  };
}
