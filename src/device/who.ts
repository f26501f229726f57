/** Kept in memory, because a link inside the app may drop the query. */
let remembered: string | undefined

/**
 * The caller: WeChat knows the user; in the browser the address names them (`?as=`). The address takes
 * precedence over sessionStorage, which several phones in one page share.
 */
export function whoIsCalling(): string {
  if (process.env.TARO_ENV !== 'h5') return 'me'
  if (remembered) return remembered
  const asked =
    new URLSearchParams(window.location.search).get('as') ??
    new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('as')
  if (asked) {
    remembered = asked
    sessionStorage.setItem('anlin.as', asked)
    return asked
  }
  return sessionStorage.getItem('anlin.as') ?? 'stranger'
}
