export default {
  testEnvironment: 'node',
  silent: true,
  // A hang ends; a slow machine fails nothing. No test has a limit of its own.
  testTimeout: 900_000,
  setupFiles: ['<rootDir>/test/support/environment.js'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/support/esbuild-transform.js' },
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/cdk.out/', '<rootDir>/.local/'],
};
