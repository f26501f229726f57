import { isPlate, nextCharacters, plateKind, serialOf, spokenPlate, tidyPlate } from '@domain/kernel/plate'
import { real, unreal } from '../support/plates'

test.each(real)(
  '%s is a plate (%s), and each of its characters is on the keyboard when its turn comes',
  (plate, kind) => {
    expect(plateKind(plate)).toBe(kind)
    const typed = [...plate]
    typed.forEach((character, n) =>
      expect([...nextCharacters(typed.slice(0, n).join(''))]).toContain(character),
    )
  },
)

test.each(unreal)('"%s" is no plate', text => {
  expect(isPlate(text)).toBe(false)
})

test('the keyboard leads only to plates: any of its keys, typed at random, end in one', () => {
  let seed = 7
  const random = (most: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % most
  }
  for (let n = 0; n < 3000; n++) {
    let typed = ''
    for (let next = [...nextCharacters(typed)]; next.length > 0; next = [...nextCharacters(typed)]) {
      if (isPlate(typed) && random(2) === 0) break
      typed += next[random(next.length)] as string
    }
    expect({ typed, isPlate: isPlate(typed) }).toEqual({ typed, isPlate: true })
  }
})

test('the province comes first, then the letter of the city; embassies begin differently', () => {
  expect([...nextCharacters('')]).toEqual(expect.arrayContaining(['鲁', '京', '使']))
  expect([...nextCharacters('')]).not.toContain('A')
  expect([...nextCharacters('鲁')].join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  expect(nextCharacters('鲁F').has('I')).toBe(false)
  expect(nextCharacters('鲁F12345D').size).toBe(0)
})

test('a plate reads as people type it, as it is on the car, and as a guard looks for it', () => {
  expect(tidyPlate(' 鲁f·12 3-45')).toBe('鲁F12345')
  expect(spokenPlate('鲁FD12345')).toBe('鲁F·D12345')
  expect([serialOf('鲁FD12345'), serialOf('使123456')]).toEqual(['D12345', '使123456'])
})
