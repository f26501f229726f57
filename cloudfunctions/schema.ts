/**
 * All collections with their indexes, permissions and retention: data that deploying and the local process
 * read.
 * Every query of a function finds its index here.
 */
import type { Schema } from './_kit/collection-spec'
import { schema as kit } from './_kit/schema'
import { schema as messages } from './_messages/schema'
import { schema as account } from './_services/account/schema'
import { schema as complaint } from './_services/complaint/schema'
import { schema as consult } from './_services/consult/schema'
import { schema as desk } from './_services/desk/schema'
import { schema as event } from './_services/event/schema'
import { schema as parking } from './_services/parking/schema'
import { schema as repair } from './_services/repair/schema'
import { schema as survey } from './_services/survey/schema'
import { schema as visitor } from './_services/visitor/schema'

export type { CollectionSpec, IndexSpec } from './_kit/collection-spec'

export const schema: Schema = {
  ...kit,
  ...messages,
  ...account,
  ...complaint,
  ...consult,
  ...desk,
  ...event,
  ...parking,
  ...repair,
  ...survey,
  ...visitor,
}
