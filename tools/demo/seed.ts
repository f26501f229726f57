import type { Person } from '../../cloudfunctions/_kit/records'
import type { Binding } from '@domain/account/binding'
import { announce } from './announcements'
import { callsTo } from './call'
import { complain } from './complaints'
import { estateOne, estateTwo, housesOne, housesTwo } from './estates'
import { askQuestions } from './questions'
import { fileRepairs } from './repairs'
import { namedPeople, otherResidents } from './people'
import { parkVehicles } from './vehicles'
import { inviteVisitors } from './visitors'
import { emptyHouse, tiesOf, withOwners } from './register'

/**
 * Fills the local cloud at URL with the demonstration estates, through the SDK
 * that the functions use. Does nothing where the estate is there already.
 */
const url = process.env.URL
if (!url) throw new Error('URL must name the local cloud, such as http://127.0.0.1:8787')
Object.assign(process.env, {
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_RUNENV: 'SCF',
  TCB_ENV: 'local',
  SCF_NAMESPACE: 'local',
  TENCENTCLOUD_REGION: 'local',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
  SILENCE: 'true',
})

async function addAll<T>(records: readonly T[], add: (record: T) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < records.length; n += 25) await Promise.all(records.slice(n, n + 25).map(add))
}

async function seed(): Promise<void> {
  const { collection } = await import('../../cloudfunctions/_kit/store')
  const estates = collection<typeof estateOne>('estates')
  const persons = collection<Person>('persons')
  const houses = collection<(typeof housesOne)[number]>('houses')
  const ties = collection<Binding>('bindings')
  if (await estates.byId(estateOne._id)) return
  const people = [
    ...namedPeople(housesOne, housesTwo),
    ...otherResidents(housesOne.filter(house => house._id !== emptyHouse)),
  ]
  await addAll(withOwners([...housesOne, ...housesTwo], people), house => houses.add(house))
  await addAll(people, person => persons.add(person))
  await addAll(tiesOf(people), tie => ties.add(tie))
  await addAll([estateTwo, estateOne], estate => estates.add(estate))
  if (process.env.EMPTY === '1') return
  const call = callsTo(url as string)
  for (const fill of [fileRepairs, inviteVisitors, parkVehicles, complain, askQuestions, announce])
    await fill(call)
}

seed().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
