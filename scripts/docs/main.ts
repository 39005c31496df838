/** `npm run docs:generate`: writes what documents list or count of the code. */
import { resolve } from 'node:path';
import { caseCount } from './cases';
import { FLOORS } from './floors';
import { stale } from './write';

const root = resolve(__dirname, '../..');
const changed = stale(root, [...FLOORS, caseCount(root)], true);
process.stdout.write(changed.length > 0 ? `Written:\n${changed.join('\n')}\n` : 'All documents are current.\n');
