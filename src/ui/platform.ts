import Taro from '@tarojs/taro'

export const inBrowser = process.env.TARO_ENV === 'h5'

interface Role {
  label?: string
  disabled?: boolean
  /** Radio buttons and switches. */
  checked?: boolean
  /** Stable handle for tests of the browser build; in weapp the id itself serves. */
  id?: string
  onTap?: () => void
}

/**
 * What makes a View a control for everybody: name and state for screen readers on both
 * platforms, focus and keys in the browser.
 */
export function control(
  role: 'button' | 'radio' | 'switch' | 'link' | 'checkbox',
  { label, disabled, checked, id, onTap }: Role,
): Record<string, unknown> {
  const props: Record<string, unknown> = {
    onClick: () => {
      if (!disabled) onTap?.()
    },
  }
  if (label) props['aria-label'] = label
  props['aria-disabled'] = disabled ? 'true' : 'false'
  if (checked !== undefined) props['aria-checked'] = checked ? 'true' : 'false'
  if (id) props.id = id
  if (!inBrowser) return { ...props, 'aria-role': role }
  if (id) props['data-testid'] = id
  return {
    ...props,
    role,
    tabindex: disabled ? '-1' : '0',
    onKeydown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!disabled) onTap?.()
    },
  }
}

/** A region with a name or a live message, on both platforms. */
export const region = (
  role: 'alert' | 'status' | 'dialog' | 'heading' | 'img' | 'list' | 'radiogroup' | 'listitem',
  label?: string,
): Record<string, unknown> => ({
  [inBrowser ? 'role' : 'aria-role']: role,
  ...(label ? { 'aria-label': label } : {}),
})

/** Stable handle of something that is no control. */
export const handle = (id: string | undefined): Record<string, unknown> =>
  id === undefined ? {} : inBrowser ? { id, 'data-testid': id } : { id }

const tabs = ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index']

/** Opens a page by its path, whichever way WeChat wants it opened. */
export function go(link: string): void {
  const url = link.startsWith('/') ? link : `/${link}`
  const path = url.slice(1).split('?')[0]!
  if (tabs.includes(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }))
}

/** Back where one came from; a page opened from a message has nothing behind it, and goes home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}

export const toast = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2200 })
}
