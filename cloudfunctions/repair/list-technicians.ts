import { persons, postKey } from '../_kit/records'
import { action } from '../_kit/serve'

export const listTechnicians = action('repair', 'technicians', {
  async run({ caller }) {
    const found = await persons.findAll({ postKeys: postKey(caller.estateId ?? '', 'technician') })
    return { items: found.map(person => ({ id: person._id, name: person.name })) }
  },
})
