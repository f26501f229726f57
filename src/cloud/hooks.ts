import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { currentLang, useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { CallFailed, newRequestId } from './client'
import { forget, keep, recall } from '@/state/keep'

/** The failure to show to the user; an unexpected error becomes INTERNAL with a plain sentence. */
export const failureOf = (error: unknown): Failure =>
  error instanceof CallFailed
    ? error.failure
    : { code: 'INTERNAL', message: useTexts.in(currentLang())('wentWrong') }

export interface Loaded<T> {
  data: T | undefined
  /** Set when the last try failed; `data` of an earlier try stays to be shown. */
  failure: Failure | undefined
  loading: boolean
  reload: () => Promise<void>
  /** Puts in the reply to a write without loading again. */
  put: (data: T) => void
}

/** A page that shows again within this many ms does not load again. */
const freshFor = 1500

/**
 * Loads when the page opens, when it comes back into view, when it is pulled down, when the language
 * changes, and when one of `deps` changes. A reply that a newer request overtook is dropped.
 */
export function useLoad<T>(load: () => Promise<T>, deps: readonly unknown[] = []): Loaded<T> {
  const [state, setState] = useState<{ data?: T; failure?: Failure; loading: boolean }>({ loading: true })
  const latest = useRef(load)
  latest.current = load
  const round = useRef(0)
  const askedAt = useRef(0)
  const dropRunning = useCallback(() => {
    round.current++
  }, [])
  const lang = useLang()

  const reload = useCallback(async () => {
    const mine = ++round.current
    askedAt.current = Date.now()
    setState(was => ({ ...was, loading: true }))
    try {
      const data = await latest.current()
      if (mine === round.current) setState({ data, loading: false })
    } catch (error) {
      if (mine === round.current)
        setState(was => ({ data: was.data, failure: failureOf(error), loading: false }))
    }
  }, [])
  useEffect(() => {
    void reload()
    return dropRunning
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller lists what its own `load` reads
  }, [reload, lang, dropRunning, ...deps])
  useDidShow(() => {
    if (Date.now() - askedAt.current > freshFor) void reload()
  })
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh())
  })
  const put = useCallback((data: T) => {
    round.current++
    setState({ data, loading: false })
  }, [])
  return { data: state.data, failure: state.failure, loading: state.loading, reload, put }
}

export interface Sending<A extends unknown[], T> {
  /**
   * Resolves to the reply, or to undefined when it failed (`failure` says why) or another one is still
   * pending.
   */
  run: (...input: A) => Promise<T | undefined>
  busy: boolean
  failure: Failure | undefined
  clear: () => void
}

/** After these errors the write may have happened: only the same requestId makes a retry idempotent. */
const unsure = new Set(['UNAVAILABLE', 'INTERNAL'])

/**
 * One write behind one button. A second tap while it is pending does nothing; a tap after a
 * failure carries the same requestId, so that the write is idempotent. A plain refusal wrote
 * nothing, and the corrected input is a new request.
 * @param key keeps the id on the phone, so that it outlives the app being closed while it sends
 */
export function useSend<A extends unknown[], T>(
  send: (requestId: string, ...input: A) => Promise<T>,
  key?: string,
): Sending<A, T> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const under = useRef(false)
  const requestId = useRef<string>()
  const latest = useRef(send)
  latest.current = send
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const run = useCallback(
    async (...input: A): Promise<T | undefined> => {
      if (under.current) return undefined
      under.current = true
      setBusy(true)
      setFailure(undefined)
      requestId.current ??=
        (key === undefined ? undefined : recall<string>(`sending.${key}`)) ?? newRequestId()
      if (key !== undefined) keep(`sending.${key}`, requestId.current)
      const settled = () => {
        requestId.current = undefined
        if (key !== undefined) forget(`sending.${key}`)
      }
      try {
        const answer = await latest.current(requestId.current, ...input)
        settled()
        return answer
      } catch (error) {
        const why = failureOf(error)
        if (!unsure.has(why.code)) settled()
        if (alive.current) setFailure(why)
        return undefined
      } finally {
        under.current = false
        if (alive.current) setBusy(false)
      }
    },
    [key],
  )
  const clear = useCallback(() => setFailure(undefined), [])
  return { run, busy, failure, clear }
}
