// One runner, three projects: components under @salesforce/sfdx-lwc-jest, Node code and browser journeys under swc.
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }];

const nodeProject = (displayName, testMatch) => ({
  displayName,
  testEnvironment: 'node',
  testMatch,
  transform: { '\\.(ts|mjs)$': swc, '/node_modules/.*\\.js$': swc },
  // Libraries that ship ECMAScript modules alone.
  transformIgnorePatterns: ['/node_modules/(?!(@lwc|@parse5|parse5|entities|estree-walker|estree-util-is-identifier-name|astring|magic-string|@jridgewell|periscopic|zimmerframe|is-reference|meriyah|locate-character)/)'],
  moduleFileExtensions: ['ts', 'js', 'json'],
});

module.exports = {
  // No measurement: a busy machine must not fail a test.
  testTimeout: 60_000,
  projects: [
    {
      ...jestConfig,
      displayName: 'components',
      testRegex: '/force-app/.*/__tests__/.*\\.test\\.ts$',
      testMatch: undefined,
      modulePathIgnorePatterns: ['<rootDir>/.local-org/', '<rootDir>/dist/', '<rootDir>/.cache/'],
      moduleNameMapper: {
        ...jestConfig.moduleNameMapper,
        '^lightning/modal$': '<rootDir>/tests/stubs/lightning/modal/modal',
        '^lightning/modalHeader$': '<rootDir>/tests/stubs/lightning/modalHeader/modalHeader',
        '^lightning/modalBody$': '<rootDir>/tests/stubs/lightning/modalBody/modalBody',
        '^lightning/modalFooter$': '<rootDir>/tests/stubs/lightning/modalFooter/modalFooter',
      },
      setupFilesAfterEnv: ['<rootDir>/tests/stubs/sa11y.js'],
    },
    nodeProject('node', ['<rootDir>/local-org/**/tests/**/*.test.ts', '<rootDir>/scripts/**/tests/**/*.test.ts', '<rootDir>/tests/node/**/*.test.ts']),
    nodeProject('journeys', ['<rootDir>/tests/e2e/**/*.test.ts']),
  ],
};
