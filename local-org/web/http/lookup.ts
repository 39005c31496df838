/** Records a lookup offers: by name, or those with the ids given, separated by commas. In the name of the user, so only what they may see. */
import { PlatformError } from '../../schema';
import type { OrgRequest, OrgResponse, Platform } from '../../server';

const MOST = 20;
/** The largest page of a list. */
const MOST_IDS = 2000;

export function lookup(request: OrgRequest, platform: Platform): OrgResponse {
  const object = platform.org.object(request.params['object'] ?? '');
  if (!object?.nameField || !platform.security.objectRights(request.userId, object).read) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  const ids = (request.query.get('ids') ?? '').split(',').filter(Boolean).slice(0, MOST_IDS);
  const name = object.nameField;
  const pattern = `%${(request.query.get('q') ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const text = ids.length > 0 ? `SELECT Id, ${name} FROM ${object.name} WHERE Id IN :ids` : `SELECT Id, ${name} FROM ${object.name} WHERE ${name} LIKE :pattern ORDER BY ${name} LIMIT ${MOST}`;
  const { rows } = platform.database.transaction(() => platform.database.query(text, { userId: request.userId, mode: 'user', sharing: true }, { binds: ids.length > 0 ? { ids } : { pattern } }));
  return { status: 200, json: { records: rows.map(({ values }) => ({ id: values['Id'], name: values[name] ?? values['Id'] })) } };
}
