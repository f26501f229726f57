import type { Session } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { createStore, useStore } from '@/state/store'
import { useLang } from '@/i18n/lang'

/** Areas by their own name, in English; those that the office has not named in English are missing. */
const inEnglish = createStore<Record<string, string>>({})

/**
 * Loads the English names of the areas once, for users who read English. The property office names the areas.
 */
export function useEnglishAreas(me: Session | undefined): void {
  const lang = useLang()
  const houseId = me?.houses[0]?.id
  useLoad(async () => {
    if (lang !== 'en' || !me || Object.keys(inEnglish.get()).length > 0) return
    const areas = houseId
      ? (await cloud.parking.quota({ houseId })).areas
      : (await cloud.parking.areas({})).items
    inEnglish.set(
      Object.fromEntries(areas.flatMap(({ area, areaEn }) => (areaEn === null ? [] : [[area, areaEn]]))),
    )
  }, [houseId, me === undefined])
}

/** The name of an area in the reader's language. */
export function useAreaName(): (area: string) => string {
  const lang = useLang()
  const names = useStore(inEnglish)
  return area => (lang === 'en' ? (names[area] ?? area) : area)
}
