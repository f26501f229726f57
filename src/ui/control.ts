import { inBrowser } from '@/device/platform'

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
 * The props that make a View an accessible control: name and state for screen readers on both
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

/** Stable handle of an element that is not a control. */
export function handle(id: string | undefined): Record<string, unknown> {
  if (id === undefined) return {}
  return inBrowser ? { id, 'data-testid': id } : { id }
}
