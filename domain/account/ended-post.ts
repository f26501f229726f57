import type { Post } from '../kernel/people'
import type { OutboxRecord } from '../notice/outbox'

/** The end of a person's post in an estate, kept until everything that followed from the post has ended. */
export interface EndedPostRecord extends OutboxRecord {
  /** ISO 8601 UTC. */
  at: string
  openid: string
  post: Post
}
