import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { askSession, useSession } from '@/state/session'
import { useStore } from '@/state/store'
import { choices, choose, useLang, useLargeText } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, Field, Label, Row, Section, Sheet } from '@/ui'
import { FormFailure, Page, States } from '@/widgets'
import { call } from '@/device/phone'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'

export default function MePage() {
  const t = useTexts()
  const me = useSession()
  const chosen = useStore(choices)
  const large = useLargeText()
  const lang = useLang()
  const [naming, setNaming] = useState(false)
  const switchTo = async (estateId: string) => {
    await cloud.account.switchEstate({ estateId }).catch(() => undefined)
    await me.reload()
  }
  const profile = useSend((requestId, change: Parameters<typeof cloud.account.updateProfile>[0]) =>
    cloud.account.updateProfile(change, { requestId }),
  )
  return (
    <Page
      tab
      id="page-me"
      title={t('me')}
      over={
        naming && me.data ? <NameSheet name={me.data.person.name} onClose={() => setNaming(false)} /> : null
      }
    >
      <States of={me}>
        {known => (
          <>
            <Section>
              <View className="card card-list">
                <Row
                  id="my-name"
                  icon="user"
                  title={t('myName')}
                  value={known.person.name}
                  onTap={() => setNaming(true)}
                />
                {known.person.phone ? (
                  <Row icon="phone" title={t('myPhone')} value={known.person.phone} />
                ) : null}
                {known.houses.map(house => (
                  <Row
                    key={house.id}
                    id={`my-house-${house.id}`}
                    icon="home"
                    title={t('houseNo', { code: house.code })}
                    value={t(house.relation)}
                    onTap={() => go(`packages/account/house/index?id=${house.id}`)}
                  />
                ))}
                {known.pending.map(house => (
                  <Row key={house.id} icon="clock" title={t('pendingHouse', { code: house.code })} />
                ))}
                {known.roles.map(role => (
                  <Row key={role} icon="wrench" title={t(role)} />
                ))}
                {known.estates
                  .filter(each => each.id !== known.estate?.id)
                  .map(each => (
                    <Row
                      key={each.id}
                      id={`switch-${each.id}`}
                      icon="building"
                      title={t('switchEstate')}
                      value={each.name[lang]}
                      onTap={() => void switchTo(each.id)}
                    />
                  ))}
                <Row
                  id="join-house"
                  icon="plus"
                  title={t('joinHouse')}
                  onTap={() => go('packages/account/bind/index')}
                />
                <Row
                  id="my-data"
                  icon="lock"
                  title={t('myData')}
                  onTap={() => go('packages/account/data/index')}
                />
                <Row
                  id="my-id"
                  icon="user"
                  title={t('myId')}
                  value={known.person.id}
                  onTap={() => {
                    void Taro.setClipboardData({ data: known.person.id }).then(() => toast(t('copiedId')))
                  }}
                />
                {known.estate?.phone ? (
                  <Row
                    id="call-office"
                    icon="phone"
                    title={t('callOffice')}
                    value={known.estate.phone}
                    onTap={() => call(known.estate!.phone)}
                  />
                ) : null}
              </View>
              <Text className="quiet">{t('aboutPrivacy')}</Text>
            </Section>
          </>
        )}
      </States>
      <Section title={t('settings')}>
        <View className="card">
          <Label text={t('language')}>
            <Choice
              name="lang"
              label={t('language')}
              value={chosen.lang ?? 'system'}
              options={[
                { value: 'system', text: t('langSystem') },
                { value: 'zh-CN', text: t('langZh') },
                { value: 'en', text: t('langEn') },
              ]}
              onChange={lang => {
                choose({ lang: lang === 'system' ? null : lang })
                if (lang !== 'system') void profile.run({ lang })
              }}
            />
          </Label>
          <Label text={t('largeText')}>
            <Choice
              name="large"
              label={t('largeText')}
              value={large ? 'on' : 'off'}
              options={[
                { value: 'off', text: t('off') },
                { value: 'on', text: t('on') },
              ]}
              onChange={value => {
                choose({ largeText: value === 'on' })
                void profile.run({ largeText: value === 'on' })
              }}
            />
          </Label>
          <Text className="quiet">{t('darkHint')}</Text>
        </View>
      </Section>
    </Page>
  )
}

function NameSheet({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts()
  const [value, setValue] = useState(name)
  const save = useSend((requestId, newName: string) =>
    cloud.account.updateProfile({ name: newName }, { requestId }),
  )
  return (
    <Sheet id="name-sheet" title={t('changeName')} onClose={onClose}>
      <Field
        id="name"
        label={t('myName')}
        value={value}
        most={20}
        onChange={setValue}
        wrong={save.failure?.fields?.name}
      />
      <FormFailure failure={save.failure} />
      <Button
        id="save-name"
        text={t('save')}
        busy={save.busy}
        disabled={!value.trim()}
        onTap={async () => {
          if (!(await save.run(value.trim()))) return
          onClose()
          toast(t('saved'))
          await askSession().catch(() => undefined)
        }}
      />
    </Sheet>
  )
}
