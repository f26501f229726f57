import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { House } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { estateName, useKnownSession } from '@/cloud/session'
import { useT, useTexts } from '@/i18n/texts'
import { Button, Page, States } from '@/ui'
import { inBrowser } from '@/ui/platform'
import { texts } from '../texts'

async function allHouses(): Promise<House[]> {
  const houses: House[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await cloud.account.houses({ limit: 50, ...(cursor ? { cursor } : {}) })
    houses.push(...page.items)
    cursor = page.next
  }
  return houses
}

/** The sheet of all house codes, to print and to cut out. */
export default function CodesPage() {
  const x = useTexts(texts)
  const houses = useLoad(allHouses)
  return (
    <Page title={x('codesTitle')} id='page-codes'>
      <States of={houses} cards={3}>{all => <Codes houses={all} />}</States>
    </Page>
  )
}

/** So many pictures are asked for at a time; WeChat draws 5,000 a minute. */
const abreast = 5

function Codes({ houses }: { houses: House[] }) {
  const t = useT()
  const x = useTexts(texts)
  const known = useKnownSession().data
  const [pictures, setPictures] = useState<Record<string, string>>({})
  useEffect(() => {
    let wanted = true
    const left = [...houses]
    const lane = async () => {
      for (let house = left.shift(); house && wanted; house = left.shift()) {
        const { id } = house
        const picture = await cloud.account.houseCode({ houseId: id }).catch(() => undefined)
        if (picture && wanted) setPictures(was => ({ ...was, [id]: picture.url }))
      }
    }
    void Promise.all(Array.from({ length: abreast }, lane))
    return () => { wanted = false }
  }, [houses])
  const drawn = Object.keys(pictures).length
  return (
    <>
      <View className='no-print'>
        <Text className='quiet'>{x('codesHint')}</Text>
        {drawn < houses.length ? <Text className='quiet'>{x('drawing', { n: drawn, of: houses.length })}</Text> : null}
        {inBrowser ? <Button id='print' text={x('print')} disabled={drawn < houses.length} onTap={() => window.print()} /> : null}
      </View>
      <View className='code-sheet'>
        {houses.map(house => (
          <View key={house.id} className='code-cell'>
            <Text className='code-estate'>{estateName(known)}</Text>
            {pictures[house.id] ? <Image className='code-picture' src={pictures[house.id]!} mode='scaleToFill' /> : <View className='code-picture bone' />}
            <Text className='code-house'>{t('houseNo', { code: house.code })}</Text>
            <Text className='code-hint'>{x('scanMe')}</Text>
          </View>
        ))}
      </View>
    </>
  )
}
