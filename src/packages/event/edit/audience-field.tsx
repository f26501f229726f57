import { Text, View } from '@tarojs/components'
import { audienceRoles, type AudienceKind } from '@domain/notice/kinds'
import { useLang } from '@/i18n/lang'
import { useT, useTexts } from '@/i18n/texts'
import { Choice, Field, Icon, Label } from '@/ui'
import { control } from '@/ui/platform'
import { texts, type EventText } from '../texts'
import { buildingsIn } from './buildings'
import type { Draft } from './plan'

const names: Record<AudienceKind, EventText> = { estate: 'toEstate', buildings: 'toBuildings', roles: 'toRoles', houses: 'toHouses' }
interface Props { draft: Draft; wrong: string | undefined; patch: (change: Partial<Draft>) => void }

/** For whom it is. Single houses are named elsewhere: they are shown where an event has them, and stay. */
export function AudienceField({ draft, wrong, patch }: Props) {
  const x = useTexts(texts)
  const { audience, houses } = draft
  const kinds: AudienceKind[] = houses.length > 0 ? ['estate', 'buildings', 'roles', 'houses'] : ['estate', 'buildings', 'roles']
  return (
    <Label text={x('audience')} wrong={wrong}>
      <Choice name='audience' label={x('audience')} value={audience} options={kinds.map(value => ({ value, text: x(names[value]) }))} onChange={kind => patch({ audience: kind })} />
      {audience === 'buildings' ? <Buildings typed={draft.buildings} onChange={buildings => patch({ buildings })} /> : null}
      {audience === 'roles' ? <Roles chosen={draft.roles} onChange={roles => patch({ roles })} /> : null}
      {audience === 'houses' ? <Text className='quiet hint'>{x('inHouses', { n: houses.length })}</Text> : null}
    </Label>
  )
}

function Buildings({ typed, onChange }: { typed: string; onChange: (typed: string) => void }) {
  const x = useTexts(texts)
  const lang = useLang()
  const found = buildingsIn(typed)
  return (
    <View className='audience-part'>
      <Field id='buildings' label={x('buildings')} hint={x('buildingsHint')} value={typed} most={200} onChange={onChange} />
      {found.length > 0 ? <Text className='quiet'>{x('understood', { n: found.length, list: found.join(lang === 'en' ? ', ' : '、') })}</Text> : null}
    </View>
  )
}

function Roles({ chosen, onChange }: { chosen: readonly string[]; onChange: (roles: string[]) => void }) {
  const t = useT()
  return (
    <View className='choice audience-part'>
      {audienceRoles.map((role) => {
        const on = chosen.includes(role)
        return (
          <View
            key={role} className={`chip${on ? ' chip-on' : ''}`} hoverClass='pressed'
            {...control('checkbox', { label: t(role), checked: on, id: `role-${role}`, onTap: () => onChange(on ? chosen.filter(one => one !== role) : [...chosen, role]) })}
          >
            {on ? <Icon name='check' /> : null}
            <Text className='chip-text'>{t(role)}</Text>
          </View>
        )
      })}
    </View>
  )
}
