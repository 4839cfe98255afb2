import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../local/settings.ts';

/**
 * Builds a bundle that holds the DynamoDB client alone, made as ours are. `credentials`: with the SDK's own search for
 * credentials, as a bundle has it that nobody thought about, or with ours (`infra/lambda-credentials.ts`).
 *
 * @returns the path of the bundle
 */
export async function buildClientAlone(folder: string, credentials: 'sdk' | 'ours'): Promise<string> {
  const outfile = join(folder, `${credentials}.mjs`);
  await build({
    absWorkingDir: projectRoot,
    stdin: {
      contents:
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nexport const client = new DynamoDBClient({});\n",
      resolveDir: projectRoot,
    },
    outfile,
    bundle: true,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    ...(credentials === 'ours' && {
      alias: { '@aws-sdk/credential-provider-node': './infra/lambda-credentials.ts' },
    }),
    banner: {
      js: "import { createRequire as undersignedCreateRequire } from 'node:module'; const require = undersignedCreateRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}
