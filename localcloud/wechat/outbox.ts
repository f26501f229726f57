import type { DatabaseSyncInstance } from '@photostructure/sqlite'

export interface Message {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
  lang: string
  /** ISO 8601. */
  at: string
}

type Listener = (message: Message) => void

/** The messages that WeChat would have delivered. */
export class Outbox {
  private readonly listeners = new Set<Listener>()

  constructor(private readonly sqlite: DatabaseSyncInstance) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY, openid TEXT, message TEXT); CREATE INDEX IF NOT EXISTS outbox_openid ON outbox (openid)',
    )
  }

  deliver(message: Message): void {
    this.sqlite
      .prepare('INSERT INTO outbox (openid, message) VALUES (?, ?)')
      .run(message.openid, JSON.stringify(message))
    for (const listener of this.listeners) listener(message)
  }

  /** The messages of one user or of all users, newest last. */
  list(openid?: string): Message[] {
    const rows = this.sqlite
      .prepare('SELECT message FROM outbox WHERE ? IS NULL OR openid = ? ORDER BY seq')
      .all(openid ?? null, openid ?? null)
    return (rows as Array<{ message: string }>).map(row => JSON.parse(row.message) as Message)
  }

  /** Calls `listener` for each new message; the returned function stops it. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
