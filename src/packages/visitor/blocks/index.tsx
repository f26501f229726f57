import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Choice, Empty, Field, Icon, Label, Sheet } from '@/ui'
import { FailureNote, FormFailure, More, Page, States } from '@/widgets'
import { PlateField } from '@/ui/plate-field'
import { toast } from '@/device/platform'
import { estateDayAhead, estateInstant, showDay, showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import '../visitor.css'

/** The block list: plates and phones, each with its reason and end date. */
export default function BlocksPage() {
  useKnownSession()
  const t = useTexts()
  const lang = useLang()
  const blocks = usePages(cursor => cloud.visitor.blocked(cursor ? { cursor } : {}))
  const [adding, setAdding] = useState(false)
  const lift = useSend((requestId, id: string) => cloud.visitor.unblock({ id }, { requestId }))
  return (
    <Page
      title={t('blocksTitle')}
      id="page-blocks"
      who={['butler']}
      foot={<Button id="add-block" icon="plus" text={t('block')} onTap={() => setAdding(true)} />}
      over={
        adding ? (
          <Add
            onClose={() => setAdding(false)}
            onAdded={async () => {
              setAdding(false)
              toast(t('blocked'))
              await blocks.reload()
            }}
          />
        ) : null
      }
    >
      <States of={blocks} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('blocksEmpty')} />
          ) : (
            <>
              {items.map(block => (
                <Card key={block.id} id={`block-${block.id}`}>
                  <View className="card-what">
                    <Icon name="lock" />
                    <Text className="plate-whole">{block.plate ?? block.phone}</Text>
                  </View>
                  <Text className="card-text">{block.reason}</Text>
                  <Text className="card-meta">
                    {block.until ? t('untilDay', { time: showDay(block.until, lang) }) : t('forGood')}
                  </Text>
                  {block.seenAt ? (
                    <Text className="card-meta">
                      {t('seenTimes', { n: block.seen, time: showTime(block.seenAt, lang) })}
                    </Text>
                  ) : null}
                  <View className="card-foot">
                    <Button
                      id={`lift-${block.id}`}
                      kind="plain"
                      small
                      text={t('unblock')}
                      busy={lift.busy}
                      onTap={async () => {
                        if (await lift.run(block.id)) {
                          toast(t('unblocked'))
                          await blocks.reload()
                        }
                      }}
                    />
                  </View>
                </Card>
              ))}
              <More of={blocks} />
            </>
          )
        }
      </States>
      {lift.failure ? <FailureNote failure={lift.failure} /> : null}
    </Page>
  )
}

function Add({ onClose, onAdded }: { onClose: () => void; onAdded: () => Promise<void> }) {
  const t = useTexts()
  const [by, setBy] = useState<'plate' | 'phone'>('plate')
  const [subject, setSubject] = useState('')
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('30')
  const block = useSend(requestId =>
    cloud.visitor.block(
      {
        [by]: subject.trim(),
        reason: reason.trim(),
        ...(days === 'forever' ? {} : { until: estateInstant(estateDayAhead(Number(days)), '00:00') }),
      },
      { requestId },
    ),
  )
  return (
    <Sheet id="block-sheet" title={t('block')} onClose={onClose}>
      <Label text={t('blockBy')}>
        <Choice
          name="by"
          label={t('blockBy')}
          columns={2}
          value={by}
          options={[
            { value: 'plate', text: t('byPlate') },
            { value: 'phone', text: t('byPhone') },
          ]}
          onChange={next => {
            setBy(next)
            setSubject('')
          }}
        />
      </Label>
      {by === 'plate' ? (
        <PlateField
          id="block-subject"
          label={t('byPlate')}
          value={subject}
          wrong={block.failure?.fields?.plate}
          onChange={setSubject}
        />
      ) : (
        <Field
          id="block-subject"
          label={t('byPhone')}
          type="number"
          value={subject}
          most={11}
          wrong={block.failure?.fields?.phone}
          onChange={setSubject}
        />
      )}
      <Field
        id="block-reason"
        label={t('blockReason')}
        hint={t('blockReasonHint')}
        value={reason}
        most={100}
        wrong={block.failure?.fields?.reason}
        onChange={setReason}
      />
      <Label text={t('blockUntil')}>
        <Choice
          name="until"
          label={t('blockUntil')}
          value={days}
          options={[
            ...['30', '180'].map(value => ({ value, text: t('nDays', { n: value }) })),
            { value: 'forever', text: t('forGood') },
          ]}
          onChange={setDays}
        />
      </Label>
      <FormFailure failure={block.failure} />
      <Button
        id="block-now"
        kind="danger"
        text={t('block')}
        busy={block.busy}
        disabled={!subject.trim() || !reason.trim()}
        onTap={async () => {
          if (await block.run()) await onAdded()
        }}
      />
    </Sheet>
  )
}
