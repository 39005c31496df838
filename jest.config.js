// One runner, two projects: components under @salesforce/sfdx-lwc-jest, Node code under swc.
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const node = {
  displayName: 'node',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/local-org/**/tests/**/*.test.ts', '<rootDir>/scripts/**/tests/**/*.test.ts', '<rootDir>/tests/node/**/*.test.ts'],
  transform: { '\\.(ts|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] },
  moduleFileExtensions: ['ts', 'js', 'json'],
};

module.exports = { projects: [node] };
