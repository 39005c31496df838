/** Local calendar days of a time zone, and the UTC moments at which they begin. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formatters.set(zone, made);
  }
  return made;
}

/** The wall clock of a zone at a moment, as milliseconds that a UTC Date would show alike. */
export function wallClock(moment: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(moment)) parts[type] = Number(value);
  return Date.UTC(parts.year as number, (parts.month as number) - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** The day `YYYY-MM-DD` of a moment in a zone. */
export function localDay(moment: number, zone: string): string {
  return new Date(wallClock(moment, zone)).toISOString().slice(0, 10);
}

/** The moment at which a local day begins, in the database's form. */
export function startOfDay(day: string, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let moment = wanted;
  // The offset at the guess may differ from the one at the answer on a day when clocks change: twice is enough.
  for (let i = 0; i < 2; i++) moment = wanted - (wallClock(moment, zone) - moment);
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, '.000Z');
}

/** A stored datetime as text of the zone's wall clock; for HOUR_IN_DAY(convertTimezone(X)). */
export function localText(stored: string, zone: string): string {
  return new Date(wallClock(Date.parse(stored), zone)).toISOString();
}
