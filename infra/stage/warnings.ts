import type { Stage } from './stage.ts';

/** What the operator should still do about a stage, by a short id. Nothing here stops a deployment. */
export function stageWarnings({
  name,
  file,
  keepsData,
  isProtected,
}: Pick<Stage, 'name' | 'file' | 'keepsData' | 'isProtected'>): Record<string, string> {
  return {
    ...(keepsData &&
      !isProtected && {
        'not-protected': `Stage ${name} can be deleted by mistake. After its first deployment, set "protected: true" in ${file ?? `stages/${name}.yaml`} and deploy again.`,
      }),
    ...(!file &&
      name !== 'dev' && {
        'no-stage-file': `Stage ${name} has no file: a flag that the next deployment forgets is taken back. Copy stages/prod.example.yaml to stages/${name}.yaml and write the settings there. If you meant another stage, correct -c stage=${name}.`,
      }),
  };
}
