// Every component test may assert `await expect(element).toBeAccessible()`.
const { registerSa11yMatchers } = require('@sa11y/jest');

registerSa11yMatchers();
