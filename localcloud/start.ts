import type { AddressInfo } from 'node:net'
import { Clock } from './clock'
import type { Cloud, CloudOptions } from './cloud'
import { DatabaseActions } from './documents/actions'
import { Database } from './documents/database'
import { Faults } from './faults'
import { Functions } from './functions/functions'
import { Timers } from './functions/timers'
import { createHttpServer } from './http/server'
import { Stats } from './stats'
import { Storage } from './storage/storage'
import { OpenApi } from './wechat/open-api'
import { Outbox } from './wechat/outbox'
import { PhoneCodes } from './wechat/phone'
import { MediaChecks } from './wechat/safety'
import { Subscriptions } from './wechat/subscribe'

interface RunningCloud {
  url: string
  close: () => Promise<void>
}

/** Starts the whole cloud on 127.0.0.1. Throws if the port is taken or the data folder cannot be written. */
export async function startLocalCloud(options: CloudOptions): Promise<RunningCloud> {
  const database = new Database(options.dataDir, options.schema)
  const clock = new Clock()
  const stats = new Stats()
  let url = ''
  const functions = new Functions(options.functionsDir, stats, {
    clock,
    quiet: options.quiet,
    adminUrl: () => `${url}/admin`,
  })
  const storage = new Storage(options.dataDir, database.sqlite, () => url)
  const outbox = new Outbox(database.sqlite)
  const subscriptions = new Subscriptions(database, outbox, clock)
  const media = new MediaChecks(functions, storage, clock, options.mediaCheckMs)
  const cloud: Cloud = {
    options,
    clock,
    functions,
    outbox,
    stats,
    storage,
    subscriptions,
    database: new DatabaseActions(database, clock),
    faults: new Faults(),
    openApi: new OpenApi(subscriptions, media, new PhoneCodes(clock)),
    timers: new Timers(functions, clock),
  }
  const server = createHttpServer(cloud)
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve),
  )
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (options.timers) cloud.timers.start()
  const close = async () => {
    cloud.timers.stop()
    media.stop()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await functions.stop()
    database.close()
  }
  return { url, close }
}
