import type { Rows } from '../support/rows'
import type { NoticeRecords } from './notice'
import type { RepairRecords } from './repair'

export const rows: Rows<'courier', RepairRecords & NoticeRecords> = {
  deliver: { input: ({ order }) => ({ collection: 'orders', id: order }), reach: {} },
  push: { input: ({ push }) => ({ id: push }), reach: {} },
}
