import { Text, View } from '@tarojs/components'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { defineTexts } from '@/i18n/texts'
import { audienceInput, isChosen, type ChosenAudience } from './audience'
import { Choice } from '@/ui/choice'
import { Label } from '@/ui/field'
import { handle } from '@/ui/control'
import { ShareBar } from '@/ui/share-bar'
import { States } from './states'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({
  push: ['微信通知', 'WeChat alert'],
  no: ['不发', 'Don’t send'],
  yes: ['发送', 'Send'],
  chooseFirst: [
    '选好对象后，这里显示能通知到多少人',
    'Once you have chosen for whom, this shows how many can be reached',
  ],
  reach: [
    '可触达 {reachable} / {people} 人：其余的人会在消息里看到',
    'Reaches {reachable} of {people} people: the others see it under Messages',
  ],
  nobody: ['这个范围里还没有人绑定', 'No one in this group has joined yet'],
})

interface AboutProps {
  audience: ChosenAudience
  about?: 'event' | 'survey' | undefined
}

/** Chooses whether WeChat alerts are sent too, and shows beforehand how many people they reach. */
export function PushField({
  value,
  onChange,
  ...of
}: AboutProps & { value: boolean; onChange: (push: boolean) => void }) {
  const t = useTexts()
  return (
    <Label text={t('push')}>
      <Choice
        name="push"
        label={t('push')}
        columns={2}
        value={value ? 'yes' : 'no'}
        options={(['no', 'yes'] as const).map(each => ({ value: each, text: t(each) }))}
        onChange={each => onChange(each === 'yes')}
      />
      {value ? <ReachOnceChosen {...of} /> : null}
    </Label>
  )
}

function ReachOnceChosen(of: AboutProps) {
  const t = useTexts()
  return isChosen(of.audience) ? <Reach {...of} /> : <Text className="quiet hint">{t('chooseFirst')}</Text>
}

/** How many of an audience have allowed an alert; the others find the notice under Messages. */
export function Reach({ audience, about }: AboutProps) {
  const t = useTexts()
  const input = audienceInput(audience)
  const reach = useLoad(
    () => cloud.notice.reach({ audience: input, ...(about ? { about } : {}) }),
    [JSON.stringify(input), about],
  )
  return (
    <View className="hint" {...handle('reach')}>
      <States of={reach} cards={1}>
        {({ people, reachable }) =>
          people === 0 ? (
            <Text className="quiet">{t('nobody')}</Text>
          ) : (
            <>
              <ShareBar
                of={people}
                parts={[{ value: reachable, look: 'main' }]}
                label={t('reach', { reachable, people })}
              />
              <Text className="quiet">{t('reach', { reachable, people })}</Text>
            </>
          )
        }
      </States>
    </View>
  )
}
