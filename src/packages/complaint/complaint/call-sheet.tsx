import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import type { Category, Status } from '@domain/repair/contract'
import { categoryWords as repairWords, statusWords as repairStatusWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Field, Label, Section, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { Rating } from '@/ui/rating'
import { showDay } from '@/i18n/when'
import { useSaid } from '../card'
import { useTexts } from '../texts'
import { useDial } from './dial'
import type { SheetProps } from './sheets'
import '../complaint.css'

/** The call-back: dial, ask, and the outcome in three taps. */
export function CallSheet({ complaint, onDone, onClose }: SheetProps) {
  const t = useTexts()
  const [reached, setReached] = useState<'yes' | 'no'>()
  const [stars, setStars] = useState(0)
  const [note, setNote] = useState('')
  const dial = useDial(complaint.id)
  const record = useSend(requestId =>
    cloud.complaint.callBack(
      {
        id: complaint.id,
        reached: reached === 'yes',
        ...(reached === 'yes' ? { satisfied: stars } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      { requestId },
    ),
  )
  return (
    <Sheet id="sheet-callBack" tall title={t('callSheet')} onClose={onClose}>
      {complaint.actions.includes('contact') ? (
        <Button
          id="dial"
          icon="phone"
          kind="plain"
          text={t('dial', { name: complaint.author?.name ?? '' })}
          busy={dial.busy}
          onTap={() => dial.run()}
        />
      ) : (
        <Text className="quiet">{t('askFirst')}</Text>
      )}
      {dial.failure ? <FailureNote failure={dial.failure} /> : null}
      <View className="ask-these">
        <Text className="field-name">{t('askTitle')}</Text>
        {(['ask1', 'ask2', 'ask3'] as const).map((ask, n) => (
          <Text key={ask} className="card-text">
            {n + 1}. {t(ask)}
          </Text>
        ))}
      </View>
      <Label text="">
        <Choice
          name="reached"
          label={t('callSheet')}
          columns={2}
          value={reached}
          options={[
            { value: 'yes', text: t('reached') },
            { value: 'no', text: t('notReached') },
          ]}
          onChange={setReached}
        />
      </Label>
      {reached === 'yes' ? (
        <View className="ask-these">
          <Rating name="satisfied" label={t('howSatisfied')} value={stars} onChange={setStars} />
          <Text className="quiet hint">{t('bad')}</Text>
        </View>
      ) : null}
      {reached ? (
        <Field
          id="call-note"
          optional
          long
          label={t('callNote')}
          value={note}
          most={500}
          onChange={setNote}
        />
      ) : null}
      {record.failure ? <FailureNote failure={record.failure} /> : null}
      {reached ? (
        <Button
          id="do-callBack"
          text={t('keepIt')}
          busy={record.busy}
          disabled={reached === 'yes' && stars === 0}
          onTap={async () => {
            const next = await record.run()
            if (next) onDone(next)
          }}
        />
      ) : null}
      <History id={complaint.id} />
    </Sheet>
  )
}

/** Earlier complaints and repairs of the house, in view during the call. */
function History({ id }: { id: string }) {
  const t = useTexts()
  const said = useSaid()
  const lang = useLang()
  const before = useLoad(() => cloud.complaint.history({ id }), [id])
  if (!before.data) return null
  const rows = [
    ...before.data.items.map(each => ({
      key: each.id,
      at: each.createdAt,
      says: [
        t(categoryWords[each.category]),
        said(each).slice(0, 24),
        t(statusWords[each.status]),
        each.satisfied ? `${each.satisfied}/5` : '',
      ],
    })),
    ...before.data.repairs.map(({ id: key, createdAt: at, category, status, reopened, rating }) => ({
      key,
      at,
      says: [
        t(repairWords[category as Category]),
        t(repairStatusWords[status as Status]),
        reopened ? t('takenUp', { n: reopened }) : '',
        rating ? `${rating}/5` : '',
      ],
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title={t('historyTitle')}>
      {rows.length === 0 ? (
        <Text className="quiet">{t('historyNone')}</Text>
      ) : (
        rows.map(({ key, at, says }) => (
          <Text key={key} className="card-meta">
            {[showDay(at, lang), ...says].filter(Boolean).join(' · ')}
          </Text>
        ))
      )}
    </Section>
  )
}
