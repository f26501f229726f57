import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  // Days and months of the figures, and how far the timer has read.
  figures: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Sums of a day or month, and the names of the staff whom they count',
      why: 'The promised figures and the appraisal of staff are read from it',
      erased: 'It is counted again from the records, under the alias',
    },
    until: 'as long as the estate uses the product',
    indexes: [{ name: 'key', keys: { estateId: 1, key: 1 } }],
  },
  figure_marks: {
    permission: 'ADMINONLY',
    kept: { what: null, why: 'Nothing is counted twice' },
    until: 'as long as the estate uses the product',
    indexes: [],
  },
}
