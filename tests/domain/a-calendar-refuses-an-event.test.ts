import fc from 'fast-check'
import { calendarFile, type CalendarEntry } from '@domain/event/calendar'

const now = new Date('2026-11-24T02:00:00.500Z')
const dinner: CalendarEntry = {
  id: 'e1',
  title: '邻里晚餐',
  body: '带一道菜',
  place: '会所一楼',
  location: { latitude: 37.5, longitude: 121.4 },
  startsAt: '2026-11-27T10:30:00.000Z',
  endsAt: '2026-11-27T12:30:00Z',
}
/** Unfolds lines as RFC 5545, section 3.1, asks of a reader. */
const unfolded = (file: string): string => file.replace(/\r\n /g, '')
const valueOf = (file: string, name: string): string | undefined =>
  unfolded(file)
    .split('\r\n')
    .find(line => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
/** Unescapes a text as RFC 5545, section 3.3.11, says. */
const read = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))

test('a known event gives exactly this file', () => {
  expect(calendarFile(dinner, now).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anlin//Events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:e1@events.anlin',
    'DTSTAMP:20261124T020000Z',
    'DTSTART:20261127T103000Z',
    'DTEND:20261127T123000Z',
    'SUMMARY:邻里晚餐',
    'LOCATION:会所一楼',
    'DESCRIPTION:带一道菜',
    'GEO:37.5;121.4',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:邻里晚餐',
    'TRIGGER:-P1D',
    'END:VALARM',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:邻里晚餐',
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('commas, semicolons, backslashes and line breaks end no line and begin no property', () => {
  const file = calendarFile({ ...dinner, title: 'a,b;c\\d', body: 'one\nEND:VEVENT\r\ntwo' }, now)
  expect(valueOf(file, 'SUMMARY')).toBe('a\\,b\\;c\\\\d')
  expect(valueOf(file, 'DESCRIPTION')).toBe('one\\nEND:VEVENT\\ntwo')
  expect(
    unfolded(file)
      .split('\r\n')
      .filter(line => line === 'END:VEVENT'),
  ).toHaveLength(1)
})

test('a line of 75 octets stays whole, one more continues on the next line', () => {
  const exactly = 'x'.repeat(75 - 'SUMMARY:'.length)
  expect(calendarFile({ ...dinner, title: exactly }, now)).toContain(`SUMMARY:${exactly}\r\n`)
  expect(calendarFile({ ...dinner, title: `${exactly}y` }, now)).toContain(`SUMMARY:${exactly}\r\n y\r\n`)
  // 8 octets and 22 characters of 3 are 74: the 23rd does not fit.
  expect(calendarFile({ ...dinner, title: '晚'.repeat(23) }, now)).toContain(
    `SUMMARY:${'晚'.repeat(22)}\r\n 晚\r\n`,
  )
})

test('for any text no line is longer than a calendar accepts, and it reads back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      const said = text.replace(/\r\n|\r/g, '\n')
      const file = calendarFile({ ...dinner, body: said }, now)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(read(valueOf(file, 'DESCRIPTION') ?? '')).toBe(said)
    }),
  )
})
