import type { Reply } from '@domain/kernel/failure'

export interface Sent {
  url: string
  action: string
  input: unknown
  requestId: string | undefined
}

/**
 * The local process as the browser adapter meets it: each call gets the next of the answers; `lost` never
 * answers.
 */
export function answerWith(...answers: (Reply<unknown> | 'lost' | 'nonsense')[]): Sent[] {
  const sent: Sent[] = []
  globalThis.fetch = ((url: string, more: { body: string }) => {
    const body = JSON.parse(more.body) as { action: string; input: unknown; requestId?: string }
    sent.push({ url, action: body.action, input: body.input, requestId: body.requestId })
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer === 'lost') return Promise.reject(new TypeError('network'))
    return Promise.resolve({ json: () => Promise.resolve(answer === 'nonsense' ? { html: true } : answer) })
  }) as unknown as typeof fetch
  return sent
}

export const ok = (data: unknown): Reply<unknown> => ({ ok: true, data })
export const busy: Reply<unknown> = { ok: false, error: { code: 'UNAVAILABLE', message: '网络繁忙' } }
export const refused: Reply<unknown> = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: '填写的内容有误', fields: { description: '请写明情况' } },
}
