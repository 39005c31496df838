// Components by the platform's own rules, Node code by typescript-eslint; tests must assert.
import lwcConfig from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jestPlugin from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const components = ['force-app/**/lwc/**/*.ts'];
const nodeCode = ['local-org/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'];
const tests = ['**/tests/**/*.test.ts', '**/__tests__/**/*.test.ts', 'tests/e2e/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', '.local-org/', 'reports/', '**/lwc/**/*.js', '**/staticresources/**', 'local-org/web/client/**', '**/fixtures/**', 'jest.config.js', 'types/**'] },
  ...lwcConfig.map((each) => ({ ...each, files: components })),
  {
    // The Babel parser of the platform's configuration sees names in types as variables; `tsc` (strict, noUnusedLocals) checks them.
    files: components,
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-restricted-globals': 'off',
      'no-void': ['error', { allowAsStatement: true }],
      'no-use-before-define': 'off',
      // `tsc` resolves every import; these would parse each imported module once more.
      'import/default': 'off',
      'import/named': 'off',
      'import/namespace': 'off',
    },
  },
  {
    // Tests emit through the stub of a wire adapter.
    files: ['force-app/**/__tests__/**'],
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
  },
  ...tseslint.configs.recommended.map((each) => ({ ...each, files: nodeCode })),
  {
    files: nodeCode,
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
    },
  },
  {
    files: tests,
    plugins: { jest: jestPlugin },
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert', 'refuses', 'accepts'] }],
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
    },
  }
);
