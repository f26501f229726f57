/**
 * Fills the local cloud at URL with the demonstration estates, through the SDK that the functions use. Does
 * nothing if the estate already exists. EMPTY=1 leaves out the services.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Binding } from '@domain/account/binding'
import type { Person } from '../../cloudfunctions/_kit/records'
import { callsTo, type Demonstrate } from './call'
import { estateOne, estateTwo, housesOne, housesTwo } from './estates'
import { namedPeople, otherResidents } from './people'
import { bindingsOf, emptyHouse, withOwners } from './register'

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
  const bindings = collection<Binding>('bindings')
  if (await estates.byId(estateOne._id)) return
  const people = [
    ...namedPeople(housesOne, housesTwo),
    ...otherResidents(housesOne.filter(house => house._id !== emptyHouse)),
  ]
  await addAll(withOwners([...housesOne, ...housesTwo], people), house => houses.add(house))
  await addAll(people, person => persons.add(person))
  await addAll(bindingsOf(people), binding => bindings.add(binding))
  await addAll([estateTwo, estateOne], estate => estates.add(estate))
  if (process.env.EMPTY === '1') return
  await demonstrateServices(url as string)
}

/** Runs the files of tools/demo/services in alphabetical order. No file relies on another one. */
async function demonstrateServices(url: string): Promise<void> {
  const call = callsTo(url)
  const folder = join(__dirname, 'services')
  for (const file of readdirSync(folder).sort()) {
    const { demonstrate } = (await import(join(folder, file))) as { demonstrate: Demonstrate }
    await demonstrate(call)
  }
}

seed().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
