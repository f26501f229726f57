import { Refusal } from '@domain/kernel/failure'
import { openapi } from './store'

/**
 * Text of a person, checked at the moment of sending (the check wants a person active in the last two hours).
 * @throws Refusal UNSAFE_CONTENT; a check that cannot be made (WeChat is away) does not stop a repair
 */
export async function refuseUnsafe(openid: string, content: string): Promise<void> {
  let suggest: string | undefined
  try {
    suggest = (await openapi().security.msgSecCheck({ version: 2, openid, scene: 2, content })).result?.suggest
  } catch (error) {
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'safety', action: 'text', code: (error as { errCode?: number }).errCode ?? 'FAILED' }))
  }
  if (suggest === 'risky') throw new Refusal('UNSAFE_CONTENT')
}
