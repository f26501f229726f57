/**
 * A mainland number plate. No I and no O in the serial. Source: GA 36-2018 and the new-energy plates in use,
 * which use more letters than D and F today.
 */
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const forms = [
  new RegExp(`^[${provinces}][A-Z][A-HJ-NP-Z0-9]{5}$`),
  new RegExp(`^[${provinces}][A-Z][A-HJ-NP-Z0-9]{4}[挂学警港澳]$`),
  new RegExp(`^[${provinces}][A-Z][DABCEFGHJK][A-HJ-NP-Z0-9]\\d{4}$`),
  new RegExp(`^[${provinces}][A-Z]\\d{5}[DABCEFGHJK]$`),
  /^使\d{6}$/, /^\d{6}使$/, new RegExp(`^[${provinces}][A-Z]\\d{4}领$`),
]

export const isPlate = (text: string): boolean => forms.some(form => form.test(text))
/** As people type it: small letters, spaces, the dot after the second character. */
export const tidyPlate = (text: string): string => text.toUpperCase().replace(/[\s·.-]/g, '')
