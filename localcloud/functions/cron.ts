/** WeChat's seven-field cron: second minute hour day month weekday year, in UTC+8. */
const ZONE_MS = 8 * 3600_000
const FIELDS: Array<[from: number, to: number]> = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
]
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

export type Schedule = (time: number) => boolean

/** Returns a test for a second (in milliseconds since 1970). Throws if the expression is not a valid cron. */
export function parseCron(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`cron needs seven fields: ${expression}`)
  const sets = fields.map((field, i) => parseField(i === 5 ? named(field) : field, ...FIELDS[i]!))
  return time => parts(time).every((part, i) => sets[i]!.has(part))
}

function parts(time: number): number[] {
  const local = new Date(time + ZONE_MS)
  return [
    local.getUTCSeconds(),
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth() + 1,
    local.getUTCDay(),
    local.getUTCFullYear(),
  ]
}

function named(field: string): string {
  return field.toUpperCase().replace(/[A-Z]{3}/g, name => String(WEEKDAYS.indexOf(name)))
}

function parseField(field: string, from: number, to: number): Set<number> {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const match = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) throw new Error(`not a cron field: ${field}`)
    const [, any, low, high, step] = match
    const first = any ? from : Number(low)
    const last = any || (step && !high) ? to : Number(high ?? low)
    if (first < from || last > to) throw new Error(`out of range: ${field}`)
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value)
  }
  return values
}
