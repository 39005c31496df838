/** Mutants of the server and web floors. */
import { conformance, nodeTests } from '../commands';
import type { Mutant } from '../types';

export const SURFACE: readonly Mutant[] = [
  {
    name: 'a wrong session is taken for the administrator', floor: 'server', file: 'local-org/server/http/request.ts', tests: [conformance('without a session nothing is answered')],
    search: 'platform.security.sessionUser(token);', replace: 'platform.security.sessionUser(token) ?? platform.security.adminUserId;',
  },
  {
    name: 'pages of other sites may write', floor: 'web', file: 'local-org/web/http/session.ts', tests: [nodeTests('local-org/web/tests/http')],
    search: "if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== request.origin)) {", replace: "if (site === '' && origin === '') {",
  },
  {
    name: 'the start address may lead to another host', floor: 'web', file: 'local-org/web/http/session.ts', tests: [nodeTests('local-org/web/tests/http')],
    search: '!/^\\/(?![/\\\\])/.test(path)', replace: '!/^\\//.test(path)',
  },
];
