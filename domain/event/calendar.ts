/** What a calendar has to know about an event. Instants ISO 8601 UTC. */
export interface CalendarEntry {
  id: string
  title: string
  body: string
  place: string
  /** Degrees. */
  location: { latitude: number; longitude: number } | null
  startsAt: string
  endsAt: string
}

/** When a calendar reminds of an event: a day and an hour before, as our own messages do (times.ts). */
const alarms = ['-P1D', '-PT1H']

/**
 * An event as a file that every calendar opens (RFC 5545). Times are UTC, so that the file needs no time zone of its own;
 * the id makes the UID, so that a calendar which is given the event again moves it instead of doubling it.
 */
export function calendarFile(
  { id, title, body, place, location, startsAt, endsAt }: CalendarEntry,
  now: Date,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anlin//Events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@events.anlin`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(body)}`,
    ...(location ? [`GEO:${String(location.latitude)};${String(location.longitude)}`] : []),
    ...alarms.flatMap(trigger => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${trigger}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** `20261127T103000Z` */
const utc = (at: string | Date): string =>
  new Date(at).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')

/** Section 3.3.11: what would end a text, or begin something else, is marked. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, mark => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')

/** Section 3.1: a line has at most so many octets, the space that continues it among them. */
const maxOctets = 75

/** Long lines go on after a line break and a space; no character is cut in two. */
function folded(line: string): string {
  let octets = 0
  let text = ''
  for (const letter of line) {
    if (octets + octetsOf(letter) > maxOctets) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += octetsOf(letter)
  }
  return text
}

/** In UTF-8; phones have no TextEncoder. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
