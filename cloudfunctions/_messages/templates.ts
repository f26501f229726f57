import { purposes, type Purpose } from '@domain/notice/purposes'

/**
 * WeChat's ids of the templates that the property company registered: `ANLIN_TEMPLATES`, JSON, purpose → id.
 */
const registered = JSON.parse(process.env.ANLIN_TEMPLATES ?? '{}') as Partial<Record<Purpose, string>>

export const templateId = (purpose: Purpose): string => registered[purpose] ?? purpose
export const templateIds = (): Record<string, string> =>
  Object.fromEntries(purposes.map(purpose => [purpose, templateId(purpose)]))
