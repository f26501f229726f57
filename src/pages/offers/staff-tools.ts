import { words } from '@domain/kernel/words'
import type { Offer } from './offer'

/** The tools of the staff, for their own work and for the register of the estate. */
export const staffTools: readonly Offer[] = [
  {
    id: 'service-todo',
    icon: 'check',
    name: words('工作台', 'Workbench'),
    hint: words('待我处理的事，最急的在前', 'My tasks, most urgent first'),
    page: 'packages/desk/todo/index',
    who: ['butler', 'technician', 'guard', 'manager'],
    home: true,
  },
  {
    id: 'service-queue',
    icon: 'flag',
    name: 'queueAll',
    hint: words('受理、派单与跟进', 'Accept, assign and follow up'),
    page: 'packages/desk/queue/index',
    who: ['butler', 'technician', 'manager'],
  },
  {
    id: 'service-blocks',
    icon: 'lock',
    name: words('禁止名单', 'Block list'),
    hint: words('禁止进入的车牌与手机', 'Plates and phones kept out'),
    page: 'packages/visitor/blocks/index',
    who: ['butler'],
  },
  {
    id: 'service-people',
    icon: 'user',
    name: words('住户与房屋', 'Residents and houses'),
    hint: words('审核绑定，查找房屋', 'Requests and houses'),
    page: 'packages/register/people/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-codes',
    icon: 'building',
    name: words('房屋二维码', 'House codes'),
    hint: words('打印给住户扫码绑定', 'Print them for residents'),
    page: 'packages/register/codes/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-import',
    icon: 'list',
    name: words('导入房屋登记', 'Import the register'),
    hint: words('从表格导入房屋与业主', 'Houses and owners from a file'),
    page: 'packages/register/import/index',
    who: ['manager'],
  },
  {
    id: 'service-staff',
    icon: 'user',
    name: words('员工与岗位', 'Staff and posts'),
    hint: words('授予与撤销岗位', 'Assign and remove posts'),
    page: 'packages/register/staff/index',
    who: ['manager'],
  },
  {
    id: 'service-settings',
    icon: 'clock',
    name: words('小区设置', 'Estate settings'),
    hint: words('工作时间与服务承诺', 'Hours and service commitments'),
    page: 'packages/register/settings/index',
    who: ['manager'],
  },
  {
    id: 'service-audit',
    icon: 'flag',
    name: words('操作记录', 'Activity log'),
    hint: words('谁在何时做了什么', 'Who did what, when'),
    page: 'packages/register/audit/index',
    who: ['manager'],
  },
]
