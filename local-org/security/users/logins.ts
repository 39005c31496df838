/** Passwords and session tokens. Neither is kept as it is: passwords go through scrypt, tokens through SHA-256. */
import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { PlatformError } from '../../schema';
import type { Context } from '../state/context';

/** Two hours without use end a session, as an org's default session settings say. */
const SESSION_MS = 2 * 60 * 60 * 1000;
/** A live session is written back at most this often. */
const TOUCH_MS = 60 * 1000;
const KEY_LENGTH = 32;
/** Few rounds: the database lies on the developer's own machine, and tests log in often. */
const SCRYPT = { N: 4096, r: 8, p: 1 };
const SHORTEST = 8;

export class Logins {
  constructor(
    private readonly context: Context,
    private readonly organizationId: string
  ) {
    context.database.sql.run('CREATE TABLE IF NOT EXISTS _password (user_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL)');
    context.database.sql.run('CREATE TABLE IF NOT EXISTS _session (token TEXT PRIMARY KEY, user_id TEXT NOT NULL, used INTEGER NOT NULL)');
  }

  setPassword(userId: string, password: string): void {
    if (password.length < SHORTEST) throw new PlatformError('INVALID_NEW_PASSWORD', `Your password must be at least ${SHORTEST} characters long.`);
    const salt = randomBytes(16).toString('hex');
    this.context.database.sql.run('INSERT INTO _password VALUES (?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash', [userId, salt, hashOf(password, salt).toString('hex')]);
    this.context.database.sql.run('DELETE FROM _session WHERE user_id = ?', [userId]);
  }

  authenticate(username: string, password: string): string | undefined {
    const row = this.context.database.sql.all('SELECT u."Id" AS id, p.salt AS salt, p.hash AS hash FROM "User" u JOIN _password p ON p.user_id = u."Id" WHERE lower(u."Username") = ? AND u."IsActive" = 1', [username.trim().toLowerCase()])[0];
    // The same work is done for a name that does not exist: time tells nothing of who has an account.
    const hash = hashOf(password, String(row?.['salt'] ?? 'none'));
    if (!row || !timingSafeEqual(hash, Buffer.from(String(row['hash']), 'hex'))) return undefined;
    return String(row['id']);
  }

  createSession(userId: string): string {
    const token = `${this.organizationId.slice(0, 15)}!${randomBytes(32).toString('base64url')}`;
    this.context.database.sql.run('DELETE FROM _session WHERE used < ?', [this.context.clock.now() - SESSION_MS]);
    this.context.database.sql.run('INSERT INTO _session VALUES (?, ?, ?)', [digest(token), userId, this.context.clock.now()]);
    return token;
  }

  sessionUser(token: string): string | undefined {
    const key = digest(token);
    const row = this.context.database.sql.all('SELECT s.user_id AS id, s.used AS used FROM _session s JOIN "User" u ON u."Id" = s.user_id WHERE s.token = ? AND u."IsActive" = 1', [key])[0];
    if (!row) return undefined;
    const now = this.context.clock.now();
    if (now - Number(row['used']) > SESSION_MS) {
      this.endSession(token);
      return undefined;
    }
    if (now - Number(row['used']) > TOUCH_MS) this.context.database.sql.run('UPDATE _session SET used = ? WHERE token = ?', [now, key]);
    return String(row['id']);
  }

  endSession(token: string): void {
    this.context.database.sql.run('DELETE FROM _session WHERE token = ?', [digest(token)]);
  }
}

function hashOf(password: string, salt: string): Buffer {
  return scryptSync(password.normalize('NFKC'), salt, KEY_LENGTH, SCRYPT);
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
