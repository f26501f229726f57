import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { House } from '@domain/account/contract'
import { audienceKinds, audienceRoles } from '@domain/notice/kinds'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { defineTexts } from '@/i18n/texts'
import { codeOf, rememberHouse, type ChosenAudience } from './audience'
import { buildingsIn } from './buildings'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Field, Label } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { control } from '@/ui/control'
import { States } from './states'
import './audience.css'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({
  forWhom: ['发给谁', 'Who is it for?'],
  estate: ['全小区', 'Whole estate'],
  buildings: ['按楼栋', 'Buildings'],
  houses: ['按房屋', 'Houses'],
  roles: ['按角色', 'Roles'],
  findBuilding: ['查找楼栋', 'Find a building'],
  findBuildingHint: ['楼号，如 5，或 1-10, 15', 'e.g. 5, or 1-10, 15'],
  findHouse: ['查找房屋', 'Find a house'],
  findHouseHint: [
    '房号、业主姓名或手机后四位',
    'House number, owner’s name or last four digits of the phone',
  ],
  building: ['{n} 号楼', 'Building {n}'],
  none: ['没有找到', 'Nothing found'],
  remove: ['移除 {name}', 'Remove {name}'],
  add: ['添加 {name}', 'Add {name}'],
  addSeveral: ['添加 {n} 栋：{names}', 'Add {n}: {names}'],
})

type Role = (typeof audienceRoles)[number]

interface Props {
  value: ChosenAudience
  /** The roles that can be chosen; by default all of them. */
  roles?: readonly Role[]
  onChange: (value: ChosenAudience) => void
  wrong?: string | undefined
}

/** Chooses an audience: the whole estate, some buildings, some houses, or some roles. */
export function AudienceField({ value, roles = audienceRoles, onChange, wrong }: Props) {
  const t = useTexts()
  const choose = (ids: readonly string[]) => onChange({ kind: value.kind, ids })
  return (
    <Label text={t('forWhom')} wrong={wrong}>
      <Choice
        name="audience"
        label={t('forWhom')}
        columns={2}
        value={value.kind}
        options={audienceKinds.map(kind => ({ value: kind, text: t(kind) }))}
        onChange={kind => onChange({ kind, ids: [] })}
      />
      {value.kind === 'roles' ? <Roles roles={roles} ids={value.ids} onChange={choose} /> : null}
      {value.kind === 'buildings' || value.kind === 'houses' ? (
        <Places key={value.kind} kind={value.kind} ids={value.ids} onChange={choose} />
      ) : null}
    </Label>
  )
}

interface Ids {
  ids: readonly string[]
  onChange: (ids: readonly string[]) => void
}

function Roles({ roles, ids, onChange }: Ids & { roles: readonly Role[] }) {
  const t = useTexts()
  return (
    <View className="choice audience">
      {roles.map(role => {
        const on = ids.includes(role)
        return (
          <View
            key={role}
            className={`chip${on ? ' chip-on' : ''}`}
            hoverClass="pressed"
            {...control('checkbox', {
              label: t(role),
              checked: on,
              id: `role-${role}`,
              onTap: () => onChange(on ? ids.filter(one => one !== role) : [...ids, role]),
            })}
          >
            {on ? <Icon name="check" /> : null}
            <Text className="chip-text">{t(role)}</Text>
          </View>
        )
      })}
    </View>
  )
}

type PlaceKind = 'buildings' | 'houses'
interface Place {
  id: string
  name: string
  owner: string
}
/** The most results shown; typing more finds the others. */
const placesShown = 12

/** The buildings or houses among the search results. */
const placesOf = (kind: PlaceKind, houses: readonly House[]): Place[] =>
  kind === 'houses'
    ? houses.map(({ id, code, owner }) => ({ id, name: code, owner: owner?.name ?? '' }))
    : [...new Set(houses.map(({ building }) => building))].map(building => ({
        id: building,
        name: building,
        owner: '',
      }))

function Places({ kind, ids, onChange }: Ids & { kind: PlaceKind }) {
  const t = useTexts()
  const [query, setQuery] = useState('')
  const several = kind === 'buildings' ? buildingsIn(query) : []
  const nameOf = (name: string): string =>
    kind === 'buildings' ? t('building', { n: name }) : t('houseNo', { code: name })
  const add = ({ id, name }: Place) => {
    if (kind === 'houses') rememberHouse(id, name)
    onChange([...ids, id])
    setQuery('')
  }
  return (
    <View className="audience">
      {ids.length ? (
        <View className="choice">
          {ids.map(id => {
            const name = nameOf(kind === 'houses' ? codeOf(id) : id)
            return (
              <View
                key={id}
                className="chip chip-on"
                hoverClass="pressed"
                {...control('button', {
                  label: t('remove', { name }),
                  id: `picked-${id}`,
                  onTap: () => onChange(ids.filter(one => one !== id)),
                })}
              >
                <Text className="chip-text">{name}</Text>
                <Icon name="close" />
              </View>
            )
          })}
        </View>
      ) : null}
      <Field
        id="audience-search"
        label={t(kind === 'buildings' ? 'findBuilding' : 'findHouse')}
        hint={t(kind === 'buildings' ? 'findBuildingHint' : 'findHouseHint')}
        value={query}
        most={40}
        onChange={setQuery}
      />
      {several.length > 1 ? (
        <Button
          id="add-buildings"
          kind="plain"
          small
          text={t('addSeveral', { n: several.length, names: several.join(', ') })}
          onTap={() => {
            onChange([...new Set([...ids, ...several])])
            setQuery('')
          }}
        />
      ) : null}
      {several.length < 2 && query.trim() ? (
        <Found kind={kind} query={query.trim()} without={ids} nameOf={nameOf} onPick={add} />
      ) : null}
    </View>
  )
}

interface FoundProps {
  kind: PlaceKind
  query: string
  without: readonly string[]
  nameOf: (name: string) => string
  onPick: (place: Place) => void
}

function Found({ kind, query, without, nameOf, onPick }: FoundProps) {
  const t = useTexts()
  const found = useLoad(() => cloud.account.houses({ query, limit: 50 }), [query])
  return (
    <States of={found} cards={1}>
      {({ items }) => {
        const places = placesOf(kind, items)
          .filter(({ id }) => !without.includes(id))
          .slice(0, placesShown)
        if (places.length === 0) return <Text className="quiet">{t('none')}</Text>
        return (
          <View className="choice">
            {places.map(place => (
              <View
                key={place.id}
                className="chip"
                hoverClass="pressed"
                {...control('button', {
                  label: t('add', { name: nameOf(place.name) }),
                  id: `pick-${place.id}`,
                  onTap: () => onPick(place),
                })}
              >
                <Icon name="plus" />
                <Text className="chip-text">
                  {[nameOf(place.name), place.owner].filter(Boolean).join(' · ')}
                </Text>
              </View>
            ))}
          </View>
        )
      }}
    </States>
  )
}
