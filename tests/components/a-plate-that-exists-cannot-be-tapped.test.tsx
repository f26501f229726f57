import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { PlateField } from '@/ui/plate-field'
import { real, unreal } from '../support/plates'

let typed = ''
function Field({ piece }: { piece?: boolean }) {
  const [value, setValue] = useState('')
  typed = value
  return (
    <PlateField id="plate" label="车牌" value={value} onChange={setValue} {...(piece ? { piece } : {})} />
  )
}

/** The key of a character, on whichever board it is; null: on neither, or shut. */
function open(character: string): HTMLElement | null {
  const key = () => document.getElementById(`plate-key-${character}`)
  const turn = document.getElementById('plate-turn')
  if (!key() && turn) fireEvent.click(turn)
  const found = key()
  return found?.getAttribute('aria-disabled') === 'false' ? found : null
}

/** Taps as many of the characters as can be tapped. */
function tap(text: string): void {
  for (const character of text) {
    const key = open(character)
    if (!key) return
    fireEvent.click(key)
  }
}

test.each(real)('%s can be tapped from the first key to the last', plate => {
  render(<Field />)
  tap(plate)
  expect(typed).toBe(plate)
})

test.each(unreal.filter(text => text.length > 1 && !real.some(([plate]) => plate.startsWith(text))))(
  '"%s" cannot be tapped',
  text => {
    render(<Field />)
    tap(text)
    expect(typed).not.toBe(text)
  },
)

test('the province comes first, and nothing is typed into a field', () => {
  render(<Field />)
  expect(document.querySelectorAll('input, textarea')).toHaveLength(0)
  expect(screen.getByText('请选省份')).toBeTruthy()
  expect(document.getElementById('plate-key-鲁')).toBeTruthy()
  expect(document.getElementById('plate-key-A')).toBeNull()
  tap('鲁F')
  expect(document.getElementById('plate-key-鲁')).toBeNull()
  expect(document.getElementById('plate-key-I')).toBeNull()
})

test('one key takes the last character back', () => {
  render(<Field />)
  tap('鲁F1')
  fireEvent.click(screen.getByRole('button', { name: '删除' }))
  expect(typed).toBe('鲁F')
})

test('a plate that is full offers no further key, and a new-energy one has room for its eighth', () => {
  const { unmount } = render(<Field />)
  tap('鲁F12345')
  expect(open('D')).toBeTruthy()
  expect(open('Z')).toBeNull()
  tap('D')
  expect(document.querySelectorAll('.key')).toHaveLength(0)
  unmount()
})

test('a piece begins with letters and digits, takes any of them and a province, and ends at eight', () => {
  render(<Field piece />)
  expect(document.getElementById('plate-key-7')).toBeTruthy()
  tap('7D鲁警')
  expect(typed).toBe('7D鲁警')
  tap('23456')
  expect(typed).toBe('7D鲁警2345')
})
