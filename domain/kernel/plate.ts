/**
 * Mainland number plates, position by position: both the check and the keyboard read it. No I and no O in the
 * serial. Source: GA 36-2018, and the new-energy plates in use, which by now use more letters than D and F.
 */
const provinces = [...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const digits = [...'0123456789']
const serial = [...'ABCDEFGHJKLMNPQRSTUVWXYZ', ...digits]
const newEnergy = [...'ABCDEFGHJK']
const times = <T>(count: number, set: T): T[] => Array.from({ length: count }, () => set)

type Form = readonly (readonly string[])[]
export const plateKinds = [
  'ordinary',
  'newEnergy',
  'trailer',
  'learner',
  'police',
  'border',
  'consular',
  'diplomatic',
] as const
export type PlateKind = (typeof plateKinds)[number]

const forms: readonly (readonly [PlateKind, Form])[] = [
  ['ordinary', [provinces, letters, ...times(5, serial)]],
  ['trailer', [provinces, letters, ...times(4, serial), ['挂']]],
  ['learner', [provinces, letters, ...times(4, serial), ['学']]],
  ['police', [provinces, letters, ...times(4, serial), ['警']]],
  ['border', [provinces, letters, ...times(4, serial), ['港', '澳']]],
  ['newEnergy', [provinces, letters, newEnergy, serial, ...times(4, digits)]],
  ['newEnergy', [provinces, letters, ...times(5, digits), newEnergy]],
  ['consular', [provinces, letters, ...times(4, digits), ['领']]],
  ['diplomatic', [['使'], ...times(6, digits)]],
  ['diplomatic', [...times(6, digits), ['使']]],
]

const fits = (typed: readonly string[], form: Form): boolean =>
  typed.length <= form.length && typed.every((character, n) => form[n]?.includes(character))

/** The kind of a plate; null: not a valid plate. */
export function plateKind(text: string): PlateKind | null {
  const typed = [...text]
  return forms.find(([, form]) => form.length === typed.length && fits(typed, form))?.[0] ?? null
}

export const isPlate = (text: string): boolean => plateKind(text) !== null

/** The characters that can follow what has been typed on the way to a valid plate. */
export function nextCharacters(text: string): ReadonlySet<string> {
  const typed = [...text]
  return new Set(forms.flatMap(([, form]) => (fits(typed, form) ? (form[typed.length] ?? []) : [])))
}

/** Normalises a typed plate: lower case, spaces, dots and dashes. */
export const tidyPlate = (text: string): string => text.toUpperCase().replace(/[\s·.-]/g, '')

/** The plate as it is written on the car: with a dot after the letter of the city. */
export const spokenPlate = (plate: string): string =>
  provinces.includes(plate[0] ?? '') ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate

/**
 * The part of a plate that is enough to search for: fewer than three characters would list the whole estate.
 */
export const partialPlate = /^[A-Z0-9\u4e00-\u9fa5]{3,8}$/

/** The serial of a plate: what a search without province and city looks for. */
export const serialOf = (plate: string): string =>
  provinces.includes(plate[0] ?? '') ? plate.slice(2) : plate
export { provinces as plateProvinces }
