import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { showMoney } from '@/i18n/when'
import { useDraft } from '@/state/draft'
import { Button, Field, Sheet } from '@/ui'
import { useTexts } from '../texts'
import type { SheetProps } from './sheet-props'
import { Step } from './step'

interface Line {
  name: string
  price: string
  count: string
}

/** Converts typed yuan to fen; undefined when it is not an amount. */
function toFen(yuan: string): number | undefined {
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(yuan.trim())) return undefined
  return Math.round(Number(yuan) * 100)
}

const toItem = (line: Line): { name: string; price: number; count: number } | undefined => {
  const price = toFen(line.price)
  const count = Number(line.count)
  if (!line.name.trim() || price === undefined || !Number.isInteger(count) || count < 1 || count > 999)
    return undefined
  return { name: line.name.trim(), price, count }
}

export function QuoteSheet({ order, onDone, onStale, onClose }: SheetProps) {
  const t = useTexts()
  const [{ lines }, patch, clear] = useDraft<{ lines: Line[] }>(`quote.${order.id}`, {
    lines: [{ name: '', price: '', count: '1' }],
  })
  const [checked, setChecked] = useState(false)
  const items = lines.map(toItem)
  const good = items.filter(item => item !== undefined)
  const set = (n: number, change: Partial<Line>) =>
    patch({ lines: lines.map((line, at) => (at === n ? { ...line, ...change } : line)) })
  return (
    <Sheet id="sheet-quote" title={t('quote')} onClose={onClose}>
      {lines.map((line, n) => (
        <View key={n} className="quote-line">
          <Field
            id={`item-name-${n}`}
            label={t('itemName')}
            value={line.name}
            most={40}
            onChange={name => set(n, { name })}
            wrong={checked && !items[n] ? t('badItem') : undefined}
          />
          <View className="pair">
            <Field
              id={`item-price-${n}`}
              type="digit"
              label={t('itemPrice')}
              value={line.price}
              most={9}
              onChange={price => set(n, { price })}
            />
            <Field
              id={`item-count-${n}`}
              type="number"
              label={t('itemCount')}
              value={line.count}
              most={3}
              onChange={count => set(n, { count })}
            />
          </View>
          {lines.length > 1 ? (
            <Button
              id={`remove-item-${n}`}
              kind="quiet"
              small
              icon="close"
              text={t('removeItem')}
              onTap={() => patch({ lines: lines.filter((_, at) => at !== n) })}
            />
          ) : null}
        </View>
      ))}
      {lines.length < 20 ? (
        <Button
          id="add-item"
          kind="quiet"
          small
          icon="plus"
          text={t('addItem')}
          onTap={() => patch({ lines: [...lines, { name: '', price: '', count: '1' }] })}
        />
      ) : null}
      <View className="money-row money-total">
        <Text>{t('quoteTotal')}</Text>
        <Text>{showMoney(good.reduce((sum, item) => sum + item.price * item.count, 0))}</Text>
      </View>
      <Step
        id="send-quote"
        text={t('sendQuote')}
        onStale={onStale}
        check={() => {
          setChecked(true)
          return good.length === lines.length
        }}
        send={requestId => cloud.repair.quote({ id: order.id, items: good }, { requestId })}
        onDone={now => {
          clear()
          onDone(now)
        }}
      />
    </Sheet>
  )
}
