import { schema } from '../../../cloudfunctions/schema'

/** Every collection of the database. */
export const collectionNames = Object.keys(schema)
