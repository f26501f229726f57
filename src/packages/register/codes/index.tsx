import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { House } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { estateName, useKnownSession } from '@/state/session'
import { Button, Choice, Label } from '@/ui'
import { Page, States } from '@/widgets'
import { inBrowser } from '@/device/platform'
import { useTexts } from '../texts'
import '@/ui/codes.css'

async function allHouses(): Promise<House[]> {
  const houses: House[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await cloud.account.houses({ limit: 50, ...(cursor ? { cursor } : {}) })
    houses.push(...page.items)
    cursor = page.next
  }
  return houses
}

/** Codes are made for houses or for buildings. */
interface Door {
  id: string
  name: string
  hint: string
  draw: () => Promise<{ url: string }>
}

/** The sheet of all house codes, to be printed and cut out. */
export default function CodesPage() {
  const t = useTexts()
  const houses = useLoad(allHouses)
  const [kind, setKind] = useState<'houses' | 'buildings'>('houses')
  const housesOf = (all: House[]): Door[] =>
    all.map(({ id, code }) => ({
      id,
      name: t('houseNo', { code }),
      hint: t('scanMe'),
      draw: () => cloud.account.houseCode({ houseId: id }),
    }))
  const buildingsOf = (all: House[]): Door[] =>
    [...new Set(all.map(house => house.building))].map(building => ({
      id: building,
      name: t('buildingNo', { n: building }),
      hint: t('pickHouse'),
      draw: () => cloud.account.buildingCode({ building }),
    }))
  return (
    <Page title={t('codesTitle')} id="page-codes" who={['butler', 'manager']}>
      <View className="no-print">
        <Label text="">
          <Choice
            name="codes"
            label={t('codesTitle')}
            columns={2}
            value={kind}
            options={[
              { value: 'houses', text: t('perHouse') },
              { value: 'buildings', text: t('perBuilding') },
            ]}
            onChange={setKind}
          />
        </Label>
      </View>
      <States of={houses} cards={3}>
        {all => <Codes key={kind} doors={kind === 'houses' ? housesOf(all) : buildingsOf(all)} />}
      </States>
    </Page>
  )
}

/** Codes requested at the same time. WeChat draws 5,000 a minute. */
const atOnce = 5

function Codes({ doors }: { doors: Door[] }) {
  const t = useTexts()
  const known = useKnownSession().data
  // The page builds a new list at each render; the codes are requested once.
  const [first] = useState(doors)
  const [pictures, setPictures] = useState<Record<string, string>>({})
  useEffect(() => {
    let wanted = true
    const left = [...first]
    const worker = async () => {
      for (let door = left.shift(); door && wanted; door = left.shift()) {
        const { id } = door
        const picture = await door.draw().catch(() => undefined)
        if (picture && wanted) setPictures(was => ({ ...was, [id]: picture.url }))
      }
    }
    void Promise.all(Array.from({ length: atOnce }, worker))
    return () => {
      wanted = false
    }
  }, [first])
  const drawn = Object.keys(pictures).length
  return (
    <>
      <View className="no-print">
        <Text className="quiet">{t('codesHint')}</Text>
        {drawn < doors.length ? (
          <Text className="quiet">{t('drawing', { n: drawn, of: doors.length })}</Text>
        ) : null}
        {inBrowser ? (
          <Button id="print" text={t('print')} disabled={drawn < doors.length} onTap={() => window.print()} />
        ) : null}
      </View>
      <View className="code-sheet">
        {doors.map(door => (
          <View key={door.id} className="code-cell">
            <Text className="code-estate">{estateName(known)}</Text>
            {pictures[door.id] ? (
              <Image className="code-picture" src={pictures[door.id]!} mode="scaleToFill" />
            ) : (
              <View className="code-picture bone" />
            )}
            <Text className="code-house">{door.name}</Text>
            <Text className="code-hint">{door.hint}</Text>
          </View>
        ))}
      </View>
    </>
  )
}
