import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  // Days and months of the figures, and how far the timer has read.
  figures: { permission: 'ADMINONLY', indexes: [{ name: 'key', keys: { estateId: 1, key: 1 } }] },
  figure_marks: { permission: 'ADMINONLY', indexes: [] },
}
