/** The process that is killed: the depot over HTTP with a data file. Tells its address on standard output. */
import { join } from 'node:path';
import { serve } from '../../../../local-org/cli/serve';

/** Only the tests of this machine ever reach it. */
export const PASSWORD = 'Journal-Secret-1';

async function main(): Promise<void> {
  const dataDir = process.argv[2];
  if (!dataDir) throw new Error('Name the data folder.');
  const { origin, platform } = await serve({ projectDir: join(__dirname, '../../../../local-org/conformance/fixtures/depot'), port: 0, dataDir, web: false, log: (text) => void process.stderr.write(`${text}\n`) });
  const { adminUserId } = platform.security;
  platform.database.transaction(() => platform.security.setPassword(adminUserId, PASSWORD));
  process.stdout.write(`${origin} ${platform.security.user(adminUserId).username}\n`);
}

if (require.main === module) void main();
