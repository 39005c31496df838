/** A client as thin as they come: one connection that stays open, JSON in and out. */
import { Agent, request } from 'node:http';

export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private token = '';

  private constructor(private readonly origin: string) {}

  static async logIn(origin: string, username: string, password: string): Promise<HttpClient> {
    const client = new HttpClient(origin);
    const form = new URLSearchParams({ grant_type: 'password', client_id: 'bench', username, password }).toString();
    const { access_token: token } = (await client.exchange('POST', '/services/oauth2/token', form, 'application/x-www-form-urlencoded')) as { access_token: string };
    client.token = token;
    return client;
  }

  /** The answer's JSON; an answer that is no success is an error. */
  send(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.exchange(method, path, body === undefined ? '' : JSON.stringify(body), 'application/json');
  }

  private exchange(method: string, path: string, body: string, type: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}) };
      const sent = request(`${this.origin}${path}`, { method, agent: this.agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if ((answer.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
          else resolve(JSON.parse(text) as unknown);
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
