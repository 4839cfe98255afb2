import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import type { Finding } from '../doctor/finding.ts';
import { checkStage } from '../doctor/stage-findings.ts';

export const doctor: Command = {
  name: 'doctor',
  positionals: [],
  summary: 'say what this machine, or with --stage the AWS account, lacks before a launch, and how to fix it',
  run: runDoctor,
};

async function runDoctor({ options, environment }: Invocation): Promise<CommandResult> {
  const stage = stageOf(options);
  const findings =
    stage === undefined
      ? checkMachine(await environment.readMachine())
      : checkStage(await environment.readStage(stage), environment.now());
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const text = [
    stage === undefined ? 'This machine' : `Stage ${stage}`,
    ...states.flatMap((state) => findings.filter((finding) => finding.state === state)).map(findingText),
    `${count('ok')} in order, ${count('warning')} ${count('warning') === 1 ? 'warning' : 'warnings'}.`,
  ].join('\n');
  return {
    text,
    json: { stage: stage ?? null, findings },
    failures: count('stops') > 0 ? [`Fix what stops email or publication first: ${count('stops')}.`] : [],
  };
}

const states = ['stops', 'warning', 'ok'] as const;

const findingText = ({ state, says, cure }: Finding): string =>
  [`  ${state.padEnd(7)}  ${says}`, ...(cure ? [`${' '.repeat(11)}${cure}`] : [])].join('\n');
