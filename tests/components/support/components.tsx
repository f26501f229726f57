import { createElement, type ReactNode } from 'react'

/** Taro's built-in components as plain elements: a test sees the props that they get. */
type Props = Record<string, unknown> & { children?: ReactNode }

const own = new Set([
  'hoverClass',
  'catchMove',
  'userSelect',
  'placeholderClass',
  'onKeydown',
  'mode',
  'autoHeight',
  'disableDefaultPadding',
  'maxlength',
  'onInput',
])

function plain(tag: string) {
  return function Plain({ children, ...props }: Props) {
    const passed: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(props)) {
      if (name === 'tabindex') passed.tabIndex = Number(value)
      else if (!own.has(name)) passed[name] = value
    }
    if (props.onKeydown) passed.onKeyDown = props.onKeydown
    const onInput = props.onInput as ((event: { detail: { value: string } }) => void) | undefined
    if (onInput)
      passed.onChange = (event: { target: { value: string } }) =>
        onInput({ detail: { value: event.target.value } })
    return createElement(tag, passed, children)
  }
}

export const View = plain('div')
export const Text = plain('span')
export const Image = plain('img')
export const Input = plain('input')
export const Textarea = plain('textarea')
