export default {
  testEnvironment: 'node',
  silent: true,
  // Runs test files in plain Node, where all files of a worker share the modules that they import: see docs/tests.md.
  runner: 'jest-light-runner',
  setupFiles: ['<rootDir>/test/support/typescript.js', '<rootDir>/test/support/environment.js'],
  transform: {},
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/cdk.out/', '<rootDir>/.local/'],
};
