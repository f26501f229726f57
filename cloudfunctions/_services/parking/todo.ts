import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import type { Registration } from '@domain/parking/registration'
import { vehicleWords } from '@domain/parking/wording'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { registrations } from './records'

/** An application or a renewal that the desk has to decide on. */
const vehicleTodo = (registration: Registration): TodoItem =>
  todoItem('vehicle', registration._id, vehicleWords[registration.vehicle], {
    about: registration.plate ?? registration.note ?? '',
    house: registration.house,
    since: registration.renewal?.at ?? registration.createdAt,
    link: `packages/parking/vehicle/index?id=${registration._id}`,
  })

const vehicles: TodoSource = async ({ estateId }) =>
  (
    await registrations.find(
      { estateId: estateId ?? '', waitsFor: 'decision' },
      { orderBy: ['waitKey', 'asc'], limit: todoLimit, leaveOut: ['outbox', 'marks'] },
    )
  ).map(vehicleTodo)

export const todo: Todo = { butler: [vehicles] }
