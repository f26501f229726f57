import { localize, words, type Lang, type Words } from './words'

/** Every error code of the wire; fixed by the contract. */
export const codes = [
  'INVALID_INPUT',
  'NOT_BOUND',
  'FORBIDDEN',
  'CONFLICT',
  'FULL',
  'TOO_MANY',
  'UNSAFE_CONTENT',
  'UNAVAILABLE',
  'INTERNAL',
] as const
export type Code = (typeof codes)[number]

export interface Failure {
  code: Code
  /** For the user, in their language. */
  message: string
  /** INVALID_INPUT: dotted path of a field → what is wrong with it. */
  fields?: Record<string, string>
  /** Seconds until the same call may succeed. */
  retryAfter?: number
}

export type Reply<T> = { ok: true; data: T } | { ok: false; error: Failure }

const defaults: Record<Code, Words> = {
  INVALID_INPUT: words('填写的内容有误，请检查标出的项目', 'Please check the highlighted fields'),
  NOT_BOUND: words('请先绑定房屋，再使用这项服务', 'Please bind your house first'),
  FORBIDDEN: words('没有找到，或您无权查看', 'Not found, or you do not have access'),
  CONFLICT: words(
    '状态已变化，请刷新后再试',
    'This has changed in the meantime. Please refresh and try again.',
  ),
  FULL: words('名额已满', 'No places left'),
  TOO_MANY: words('操作太频繁，请稍后再试', 'Too many requests. Try again in a minute.'),
  UNSAFE_CONTENT: words(
    '内容未通过安全检查，请修改后再发',
    'This content did not pass the safety check. Please edit it and try again.',
  ),
  UNAVAILABLE: words(
    '网络繁忙，请稍后再试，已填写的内容不会丢失',
    'The service is busy. Please try again; what you entered is kept.',
  ),
  INTERNAL: words(
    '系统出了问题，我们已收到记录，请稍后再试',
    'Something went wrong on our side. It has been logged; please try again later.',
  ),
}

/**
 * The one error that rules and handlers throw; `serve` turns it into the reply.
 * The user reads `words`; the log holds the code alone.
 */
export class Refusal extends Error {
  readonly code: Code
  readonly words: Words
  readonly values: Record<string, string | number>
  readonly fields: Record<string, Words> | undefined
  readonly retryAfter: number | undefined

  constructor(
    code: Code,
    more: {
      words?: Words
      values?: Record<string, string | number>
      fields?: Record<string, Words>
      retryAfter?: number
    } = {},
  ) {
    super(code)
    this.code = code
    this.words = more.words ?? defaults[code]
    this.values = more.values ?? {}
    this.fields = more.fields
    this.retryAfter = more.retryAfter
  }

  toFailure(lang: Lang): Failure {
    const failure: Failure = { code: this.code, message: localize(this.words, lang, this.values) }
    if (this.fields) {
      failure.fields = Object.fromEntries(
        Object.entries(this.fields).map(([field, text]) => [field, localize(text, lang, this.values)]),
      )
    }
    if (this.retryAfter !== undefined) failure.retryAfter = this.retryAfter
    return failure
  }
}

/** INVALID_INPUT for one field. */
export const invalid = (field: string, zh: string, en: string): Refusal =>
  new Refusal('INVALID_INPUT', { fields: { [field]: words(zh, en) } })

/** Unknown and forbidden get the same answer, so that guessing an id reveals nothing. */
export const forbidden = (): Refusal => new Refusal('FORBIDDEN')
