import { View } from '@tarojs/components'
import { useState } from 'react'
import { posts, type Post } from '@domain/kernel/people'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Card, Choice, Field, Label, Row, Section, Sheet } from '@/ui'
import { FailureNote, FormFailure, Page, States } from '@/widgets'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'

interface Held {
  openid: string
  name: string
  role: Post
}

/** The staff and their posts; the manager assigns and removes them. */
export default function StaffPage() {
  const t = useTexts()
  useKnownSession()
  const staff = useLoad(() => cloud.account.staff({}))
  const [taking, setTaking] = useState<Held>()
  const [giving, setGiving] = useState(false)
  return (
    <Page
      title={t('staffTitle')}
      id="page-staff"
      who={['manager']}
      foot={<Button id="grant" icon="plus" text={t('grant')} onTap={() => setGiving(true)} />}
      over={
        <>
          {taking ? (
            <RevokeSheet held={taking} onDone={staff.put} onClose={() => setTaking(undefined)} />
          ) : null}
          {giving ? <GrantSheet onDone={staff.put} onClose={() => setGiving(false)} /> : null}
        </>
      }
    >
      <States of={staff} cards={3}>
        {({ items }) => (
          <Section>
            {items.map(person => (
              <Card key={person.openid} id={`staff-${person.openid}`}>
                <Row
                  title={person.name || person.openid}
                  value={person.roles.map(role => t(role)).join(' · ')}
                />
                <View className="pair">
                  {person.roles.map(role => (
                    <Button
                      key={role}
                      id={`revoke-${person.openid}-${role}`}
                      kind="quiet"
                      small
                      text={`${t('revoke')} ${t(role)}`}
                      onTap={() => setTaking({ openid: person.openid, name: person.name, role })}
                    />
                  ))}
                </View>
              </Card>
            ))}
          </Section>
        )}
      </States>
    </Page>
  )
}

type Staff = Awaited<ReturnType<typeof cloud.account.staff>>

function GrantSheet({ onDone, onClose }: { onDone: (staff: Staff) => void; onClose: () => void }) {
  const t = useTexts()
  const [openid, setOpenid] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Post>()
  const give = useSend(requestId =>
    cloud.account.grant(
      { openid: openid.trim(), role: role!, ...(name.trim() ? { name: name.trim() } : {}) },
      { requestId },
    ),
  )
  return (
    <Sheet id="grant-sheet" title={t('grant')} onClose={onClose}>
      <Field
        id="openid"
        label={t('openid')}
        hint={t('openidHint')}
        value={openid}
        most={64}
        onChange={setOpenid}
        wrong={give.failure?.fields?.openid}
      />
      <Field
        id="staff-name"
        label={t('staffName')}
        value={name}
        most={20}
        onChange={setName}
        wrong={give.failure?.fields?.name}
      />
      <Label text={t('post')}>
        <Choice
          name="post"
          label={t('post')}
          columns={2}
          value={role}
          options={posts.map(value => ({ value, text: t(value) }))}
          onChange={setRole}
        />
      </Label>
      <FormFailure failure={give.failure} />
      <Button
        id="send-grant"
        text={t('grant')}
        busy={give.busy}
        disabled={!openid.trim() || !role}
        onTap={async () => {
          const staff = await give.run()
          if (!staff) return
          onDone(staff)
          onClose()
          toast(t('granted'))
        }}
      />
    </Sheet>
  )
}

function RevokeSheet({
  held,
  onDone,
  onClose,
}: {
  held: Held
  onDone: (staff: Staff) => void
  onClose: () => void
}) {
  const t = useTexts()
  const take = useSend(requestId =>
    cloud.account.revoke({ openid: held.openid, role: held.role }, { requestId }),
  )
  return (
    <Sheet
      id="revoke-sheet"
      title={t('reallyRevoke', { name: held.name, post: t(held.role) })}
      onClose={onClose}
    >
      {take.failure ? <FailureNote failure={take.failure} /> : null}
      <Button
        id="really-revoke"
        kind="danger"
        text={t('revoke')}
        busy={take.busy}
        onTap={async () => {
          const staff = await take.run()
          if (!staff) return
          onDone(staff)
          onClose()
          toast(t('revoked'))
        }}
      />
      <Button kind="quiet" text={t('cancel')} onTap={onClose} />
    </Sheet>
  )
}
