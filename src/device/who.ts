/** Kept beside the address, because a link inside the app may drop the query. */
let remembered: string | undefined

/**
 * Who is calling: WeChat knows it; in the browser the address says it (`?as=`).
 * The address goes before what was remembered: phones side by side in one page share their sessionStorage.
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
