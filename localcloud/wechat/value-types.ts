/** WeChat's rules for the values of a subscribe message, by the type at the start of the keyword's name. */
const RULES: Record<string, (value: string) => boolean> = {
  thing: value => length(value) <= 20,
  number: value => /^-?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value),
  character_string: value => /^[\x20-\x7e]{1,32}$/.test(value),
  time: isTime,
  date: isTime,
  amount: value => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: value => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: value => length(value) <= 8 && /^[\p{Script=Han}]?[\p{Script=Han}A-Za-z0-9]+$/u.test(value),
  name: value =>
    /^\p{Script=Han}/u.test(value)
      ? /^[\p{Script=Han}·]{1,10}$/u.test(value)
      : /^[A-Za-z ·.'-]{1,20}$/.test(value),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
}

const DAY = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})`
const HOUR = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const MOMENT = `(${DAY}( ${HOUR})?|${HOUR})`
const TIME = new RegExp(`^${MOMENT}(~${MOMENT})?$`)

/** Whether WeChat accepts `value` for the keyword. An empty value is never accepted. */
export function isAllowedValue(keyword: string, value: string): boolean {
  const rule = RULES[keyword.replace(/\d+$/, '')]
  return value.length > 0 && rule !== undefined && rule(value)
}

function isTime(value: string): boolean {
  return TIME.test(value)
}

function length(value: string): number {
  return [...value].length
}
