import base from '../../jest.config.js';

/** Stryker works with jest's own runner alone. */
export default {
  ...base,
  rootDir: '../..',
  runner: 'jest-runner',
  setupFiles: ['<rootDir>/test/support/environment.js'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/mutation/esbuild-transform.js' },
};
