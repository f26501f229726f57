import type { Clock } from './clock'
import type { DatabaseActions } from './documents/actions'
import type { Schema } from './documents/database'
import type { Faults } from './faults'
import type { Functions } from './functions/functions'
import type { Timers } from './functions/timers'
import type { Stats } from './stats'
import type { Storage } from './storage/storage'
import type { OpenApi } from './wechat/open-api'
import type { Outbox } from './wechat/outbox'
import type { Subscriptions } from './wechat/subscribe'

export interface CloudOptions {
  /** 0: any free port. */
  port: number
  dataDir: string
  functionsDir: string
  h5Dir: string
  estateDir: string
  schema: Schema
  /** Does not print the output of the functions. */
  quiet: boolean
  /** Timers run on schedule; otherwise only on `POST /tick`. */
  timers: boolean
  /** How long WeChat's photo check takes, in ms. */
  mediaCheckMs: number
}

/** The parts of the local cloud that the HTTP handlers use. */
export interface Cloud {
  options: CloudOptions
  clock: Clock
  database: DatabaseActions
  faults: Faults
  functions: Functions
  openApi: OpenApi
  outbox: Outbox
  stats: Stats
  storage: Storage
  subscriptions: Subscriptions
  timers: Timers
}
