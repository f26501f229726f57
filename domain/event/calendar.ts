/** An event as a calendar needs it. Instants ISO 8601 UTC. */
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

/** When a calendar reminds the user: a day and an hour before, like our own messages (times.ts). */
const alarms = ['-P1D', '-PT1H']

/**
 * An event as an iCalendar file (RFC 5545). Times are UTC, so that the file needs no time zone definition.
 * The UID is made of the id, so that a calendar that imports the event again moves it instead of adding a
 * second one.
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

/** Section 3.3.11: backslashes, semicolons, commas and line breaks are escaped. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, mark => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')

/** Section 3.1: the octets of a line, including the space at the start of a continuation. */
const maxOctets = 75

/** Folds long lines: a continuation starts with a space, and no character is split. */
function folded(line: string): string {
  let octets = 0
  let text = ''
  for (const character of line) {
    if (octets + octetsOf(character) > maxOctets) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += octetsOf(character)
  }
  return text
}

/** The octets of a character in UTF-8; phones have no TextEncoder. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
