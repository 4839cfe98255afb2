/** The tests of each folder without side effects. */
const tests = {
  campaign: 'test/campaign/ test/operations/counting/gate.test.ts',
  'sign-on': 'test/sign-on/ test/functions/submit-sign-on.test.ts',
  organization: 'test/organization/',
};

const folder = process.env.UNDERSIGNED_MUTATED ?? 'campaign';

/**
 * Stryker puts all changes of a file into one copy, and an environment variable chooses one of them. So each change is
 * tried by the tests as they are, in a process of its own, and it is also seen where a module is loaded.
 */
export default {
  testRunner: 'command',
  commandRunner: { command: `node node_modules/jest/bin/jest.js --bail --maxWorkers=1 ${tests[folder]}` },
  mutate: [`shared/${folder}/**/*.ts`],
  coverageAnalysis: 'off',
  concurrency: 2,
  tsconfigFile: 'none',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'build/mutation.json' },
  tempDirName: 'build/stryker',
  ignorePatterns: ['cdk.out', '.local', 'build', 'test/mutation/node_modules'],
  timeoutMS: 60_000,
};
