import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Card, Choice, Empty, FailureNote, Field, Icon, Label, More, Page, Sheet, States } from '@/ui'
import { PlateField } from '@/ui/plate-field'
import { toast } from '@/ui/platform'
import { estateDayAhead, estateInstant, showDay, showTime } from '@/ui/when'
import { texts } from '../texts'
import '../visitor.css'

/** Who is not let in, why, and until when. */
export default function BlocksPage() {
  useKnownSession()
  const x = useTexts(texts)
  const lang = useLang()
  const blocks = usePages(cursor => cloud.visitor.blocked(cursor ? { cursor } : {}))
  const [adding, setAdding] = useState(false)
  const lift = useSend((requestId, id: string) => cloud.visitor.unblock({ id }, { requestId }))
  return (
    <Page
      title={x('blocksTitle')}
      id="page-blocks"
      who={['butler']}
      foot={<Button id="add-block" icon="plus" text={x('block')} onTap={() => setAdding(true)} />}
      over={
        adding ? (
          <Add
            onClose={() => setAdding(false)}
            onAdded={async () => {
              setAdding(false)
              toast(x('blocked'))
              await blocks.reload()
            }}
          />
        ) : null
      }
    >
      <States of={blocks} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={x('blocksEmpty')} />
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
                    {block.until ? x('untilDay', { time: showDay(block.until, lang) }) : x('forGood')}
                  </Text>
                  {block.seenAt ? (
                    <Text className="card-meta">
                      {x('seenTimes', { n: block.seen, time: showTime(block.seenAt, lang) })}
                    </Text>
                  ) : null}
                  <View className="card-foot">
                    <Button
                      id={`lift-${block.id}`}
                      kind="plain"
                      small
                      text={x('unblock')}
                      busy={lift.busy}
                      onTap={async () => {
                        if (await lift.run(block.id)) {
                          toast(x('unblocked'))
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
  const x = useTexts(texts)
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
    <Sheet id="block-sheet" title={x('block')} onClose={onClose}>
      <Label text={x('blockBy')}>
        <Choice
          name="by"
          label={x('blockBy')}
          columns={2}
          value={by}
          options={[
            { value: 'plate', text: x('byPlate') },
            { value: 'phone', text: x('byPhone') },
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
          label={x('byPlate')}
          value={subject}
          wrong={block.failure?.fields?.plate}
          onChange={setSubject}
        />
      ) : (
        <Field
          id="block-subject"
          label={x('byPhone')}
          type="number"
          value={subject}
          most={11}
          wrong={block.failure?.fields?.phone}
          onChange={setSubject}
        />
      )}
      <Field
        id="block-reason"
        label={x('blockReason')}
        hint={x('blockReasonHint')}
        value={reason}
        most={100}
        wrong={block.failure?.fields?.reason}
        onChange={setReason}
      />
      <Label text={x('blockUntil')}>
        <Choice
          name="until"
          label={x('blockUntil')}
          value={days}
          options={[
            ...['30', '180'].map(value => ({ value, text: x('nDays', { n: value }) })),
            { value: 'forever', text: x('forGood') },
          ]}
          onChange={setDays}
        />
      </Label>
      {block.failure && !block.failure.fields ? <FailureNote failure={block.failure} /> : null}
      <Button
        id="block-now"
        kind="danger"
        text={x('block')}
        busy={block.busy}
        disabled={!subject.trim() || !reason.trim()}
        onTap={async () => {
          if (await block.run()) await onAdded()
        }}
      />
    </Sheet>
  )
}
