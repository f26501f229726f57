import { Text, View } from '@tarojs/components'
import type { ComplaintView } from '@domain/complaint/contract'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Icon } from '@/ui'
import { Photos } from '@/ui/photos'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'
import { looks, useCalls } from '../card'
import { ComplaintClock, runningClocks } from '../clock'
import { useTexts } from '../texts'
import { VoicePlayer } from '../voice'

/** The complaint, its author, and the clock that runs out first. */
export function What({ complaint }: { complaint: ComplaintView }) {
  const t = useTexts()
  const lang = useLang()
  const calls = useCalls()(complaint)
  const [tone, icon] = looks[complaint.status]
  const [clock] = runningClocks(complaint)
  const photos = complaint.photos.flatMap(id => complaint.pictures[id] ?? [])
  return (
    <Card>
      <View className="card-top">
        <View className="card-what">
          <Icon name="flag" />
          <Text>{t(categoryWords[complaint.category])}</Text>
        </View>
        <Badge text={t(statusWords[complaint.status])} tone={tone} icon={icon} />
      </View>
      {complaint.content ? <Text className="card-text">{complaint.content}</Text> : null}
      {complaint.voice && complaint.pictures[complaint.voice.fileID] ? (
        <VoicePlayer url={complaint.pictures[complaint.voice.fileID]!} seconds={complaint.voice.seconds} />
      ) : null}
      {photos.length ? <Photos urls={photos} /> : null}
      <Text className="card-meta">{[complaint.no, showTime(complaint.createdAt, lang)].join(' · ')}</Text>
      <About about={complaint.about} />
      <Text className="card-meta">
        {t('from')} ·{' '}
        {complaint.anonymous
          ? t('anon')
          : [complaint.author?.name, complaint.house && t('houseNo', { code: complaint.house })]
              .filter(Boolean)
              .join(' · ')}
      </Text>
      {complaint.reopened ? <Text className="card-meta">{t('again', { n: complaint.reopened })}</Text> : null}
      {complaint.handledBy === 'manager' && complaint.status === 'handling' ? (
        <Text className="card-meta">{t('byManager')}</Text>
      ) : null}
      {calls ? <Text className="card-meta">{calls}</Text> : null}
      {clock ? <ComplaintClock clock={clock} /> : null}
    </Card>
  )
}

const aboutTexts = {
  repair: 'aboutRepair',
  person: 'aboutPerson',
  charge: 'aboutCharge',
  place: 'about',
} as const

function About({ about }: { about: ComplaintView['about'] }) {
  const t = useTexts()
  if (about === null) return null
  const { kind, id, text } = about
  if (kind === 'repair' && id)
    return (
      <Button
        id="about-repair"
        kind="plain"
        small
        icon="wrench"
        text={t('aboutOrder', { no: text })}
        onTap={() => go(`packages/repair/order/index?id=${id}`)}
      />
    )
  const what = t(aboutTexts[kind])
  const said = text || (kind === 'repair' ? t('aboutSealed') : '')
  return said ? (
    <Text className="card-meta">
      {what} · {said}
    </Text>
  ) : null
}
