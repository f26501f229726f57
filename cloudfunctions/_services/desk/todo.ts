import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import { limitWords, type LimitName } from '@domain/kernel/limits'
import { heldBack, type HeldBack } from '../../_kit/records'
import { op } from '../../_kit/store'
import { todoLimit, type Todo, type TodoSource } from '../todo'

/** How long the workbench shows what a limit has held back, in hours. */
const shownHours = 24

/** How often a limit held something back, with the way to the house's records; never who or what. */
const heldBackTodo = ({ _id, what, count, at, house, houseId }: HeldBack): TodoItem =>
  todoItem('heldBack', _id, limitWords[what], {
    about: `×${String(count)}`,
    house,
    since: at,
    link:
      houseId === null
        ? pageOf(what)
        : `packages/register/house/index?id=${houseId}&code=${encodeURIComponent(house)}`,
  })

/** The list to look at where no house is named. */
const pageOf = (what: LimitName): string =>
  what === 'complaintsPerHour' ? 'packages/complaint/list/index?staff=1' : 'packages/register/people/index'

const held: TodoSource = async ({ estateId }, now) =>
  (
    await heldBack.find(
      {
        estateId: estateId ?? '',
        at: op.gt(new Date(now.getTime() - shownHours * 3_600_000).toISOString()),
      },
      { orderBy: ['at', 'desc'], limit: todoLimit },
    )
  ).map(heldBackTodo)

export const todo: Todo = { butler: [held] }
