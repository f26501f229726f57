import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { contracts, permissions } from '@domain/contract'
import { audits, defaultSettings, messages, settingsWire, sheets, todoKinds } from '@domain/services'

const domain = join(__dirname, '../../domain')
const services = readdirSync(domain, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'kernel')
  .map(({ name }) => name)
  .sort()

const tables = {
  contracts,
  permissions,
  audits,
  defaultSettings,
  messages,
  settingsWire,
  sheets,
  todoKinds,
}
test.each(Object.entries(tables))('every service has its %s', (_part, table) => {
  expect(Object.keys(table).sort()).toEqual(services)
})

test('every action says who may call it', () => {
  for (const [service, contract] of Object.entries(contracts)) {
    const rows: Record<string, readonly string[]> = permissions[service as keyof typeof permissions]
    expect(Object.keys(rows).sort()).toEqual(Object.keys(contract).sort())
    for (const allowed of Object.values(rows)) expect(allowed.length).toBeGreaterThan(0)
  }
})
