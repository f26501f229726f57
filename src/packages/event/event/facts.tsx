import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EventView } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { Row } from '@/ui'
import { inBrowser, toast } from '@/device/platform'
import { keepInCalendar } from '../lib/keep-in-calendar'
import { seatsWords } from '../lib/looks'
import { showStretch } from '../lib/when'
import { useTexts } from '../texts'

type Location = NonNullable<EventView['location']>

function openMap({ latitude, longitude }: Location, name: string): void {
  if (inBrowser)
    window.location.href = `geo:${String(latitude)},${String(longitude)}?q=${String(latitude)},${String(longitude)}(${encodeURIComponent(name)})`
  else
    void Promise.resolve(Taro.openLocation({ latitude, longitude, name, scale: 17 })).catch(() => undefined)
}

/** Time, place and seats: what residents need to decide. */
export function Facts({ event }: { event: EventView }) {
  const t = useTexts()
  const lang = useLang()
  const { location, place, perHouse, capacity, status } = event
  const toCome = status === 'open' || status === 'closed'
  const remember = async () => {
    const kept = await keepInCalendar(event)
    if (kept !== null && !(inBrowser && kept)) toast(t(kept ? 'inCalendar' : 'noCalendar'))
  }
  const seats = seatsWords(event, lang)
  const terms = [t('ofSeats', { n: capacity }), perHouse === null ? '' : t('perHouseMost', { n: perHouse })]
    .filter(Boolean)
    .join(lang === 'en' ? ', ' : '，')
  return (
    <View className="card card-list">
      <Row
        id="add-calendar"
        icon="clock"
        title={showStretch(event, lang)}
        {...(toCome
          ? {
              hint: t('addCalendar'),
              onTap: () => {
                void remember()
              },
            }
          : {})}
      />
      <Row
        id="open-map"
        icon="pin"
        title={place}
        {...(location ? { hint: t('openMap'), onTap: () => openMap(location, place) } : {})}
      />
      {status !== 'cancelled' && seats ? (
        <Row
          id="seats"
          icon={status === 'done' ? 'star' : 'user'}
          title={seats}
          {...(status === 'done' ? {} : { hint: terms })}
        />
      ) : null}
    </View>
  )
}
