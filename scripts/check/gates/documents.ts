/** What documents list or count of the code is generated, and current. */
import { caseCount } from '../../docs/cases';
import { FLOORS } from '../../docs/floors';
import { stale } from '../../docs/write';
import type { Gate } from './gate';

export const documents: Gate = {
  name: 'generated parts of documents are current',
  run: (root) => stale(root, [...FLOORS, caseCount(root)], false),
};
