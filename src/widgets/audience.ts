import { audienceRoles, type AudienceKind } from '@domain/notice/kinds'
import type { AudienceInput } from '@domain/notice/contract'
import { keep, recall } from '@/state/keep'
import { useLang } from '@/i18n/lang'
import { defineTexts } from '@/i18n/texts'

/** An audience as a form holds it; `ids` are buildings, house ids or roles. */
export interface ChosenAudience {
  kind: AudienceKind
  ids: readonly string[]
}

export const wholeEstate: ChosenAudience = { kind: 'estate', ids: [] }

/** Whether recipients have been chosen. */
export const isChosen = ({ kind, ids }: ChosenAudience): boolean => kind === 'estate' || ids.length > 0

/** An audience as the server takes it: the whole estate has no ids. */
export const audienceInput = ({ kind, ids }: ChosenAudience): AudienceInput =>
  kind === 'estate' ? { kind } : { kind, ids: [...ids] }

/**
 * A house is chosen by its id and shown by its code. The codes are kept on the phone for a draft that is
 * opened again.
 */
const codes = (): Record<string, string> => recall<Record<string, string>>('audience.houses') ?? {}
export const rememberHouse = (id: string, code: string): void =>
  keep('audience.houses', { ...codes(), [id]: code })
export const codeOf = (id: string): string => codes()[id] ?? id

const useTexts = defineTexts({
  estate: ['全小区', 'The whole estate'],
  buildings: ['{names} 号楼', 'Buildings {names}'],
  building: ['{names} 号楼', 'Building {names}'],
  houses: ['{names} 号房屋', 'Houses {names}'],
  house: ['{names} 号房屋', 'House {names}'],
  someBuildings: ['{names} 等 {n} 栋楼', 'Buildings {names} and others, {n} in all'],
  someHouses: ['{names} 等 {n} 套房屋', 'Houses {names} and others, {n} in all'],
  nHouses: ['{n} 套房屋', '{n} houses'],
  oneHouse: ['1 套房屋', '1 house'],
})
/** The most names shown. */
const namesShown = 4

/** An audience as text; houses by the names given, else by their count. */
export function useAudienceWords(): (audience: ChosenAudience, houseNames?: readonly string[]) => string {
  const lang = useLang()
  const t = useTexts()
  const joined = (names: readonly string[]): string =>
    names.slice(0, namesShown).join(lang === 'en' ? ', ' : '、')
  return ({ kind, ids }, houseNames = []) => {
    if (kind === 'estate') return t('estate')
    if (kind === 'roles')
      return audienceRoles
        .filter(role => ids.includes(role))
        .map(role => t(role))
        .join(lang === 'en' ? ', ' : '、')
    const names = kind === 'buildings' ? ids : houseNames
    if (names.length === 0) return ids.length === 1 ? t('oneHouse') : t('nHouses', { n: ids.length })
    if (ids.length > namesShown)
      return t(kind === 'buildings' ? 'someBuildings' : 'someHouses', {
        names: joined(names),
        n: ids.length,
      })
    const one = ids.length === 1
    if (kind === 'buildings') return t(one ? 'building' : 'buildings', { names: joined(names) })
    return t(one ? 'house' : 'houses', { names: joined(names) })
  }
}
