import { language } from './language.js'

/** Name and description of each role. */
const roles = {
  owner: {
    'zh-CN': ['业主', '报修并查看每一步进展，完工后验收。'],
    en: ['Resident', 'Reports repairs, follows every step and confirms the work.'],
  },
  guard: {
    'zh-CN': ['门岗', '核验访客（断网也可以），登记出入。'],
    en: ['Guard', 'Checks visitors in, online or offline, and records arrivals and departures.'],
  },
  butler: {
    'zh-CN': ['管家', '受理和派单，跟进即将超时的工单。'],
    en: ['Butler', 'Receives and assigns orders and watches their deadlines.'],
  },
  technician: {
    'zh-CN': ['维修师傅', '接单、上门、报价、完工。'],
    en: ['Technician', 'Takes orders, visits, quotes and completes the work.'],
  },
  family: {
    'zh-CN': ['家属', '与业主同住，同样可以报修。'],
    en: ['Family member', 'Lives with the owner and can report repairs too.'],
  },
  tenant: {
    'zh-CN': ['租户', '租期内可用，界面为英文。'],
    en: ['Tenant', 'Has access during the lease and uses the app in English.'],
  },
  manager: { 'zh-CN': ['物业经理', '查看全部工单。'], en: ['Manager', 'Sees all orders.'] },
  committee: {
    'zh-CN': ['业委会', '查看服务指标，不含个人信息。'],
    en: ['Owners’ committee', 'Sees the service figures, but no personal data.'],
  },
  stranger: {
    'zh-CN': ['未认证用户', '还没有认证房屋，只能看到认证入口。'],
    en: ['Unverified user', 'Has not linked a house yet and sees only how to do so.'],
  },
}

const roleOf = {
  'demo-owner': 'owner',
  'demo-guard': 'guard',
  'demo-butler': 'butler',
  'demo-technician': 'technician',
  'demo-owner-2': 'owner',
  'demo-family': 'family',
  'demo-tenant': 'tenant',
  'demo-guard-2': 'guard',
  'demo-butler-2': 'butler',
  'demo-technician-2': 'technician',
  'demo-manager': 'manager',
  'demo-committee': 'committee',
  stranger: 'stranger',
}

/** The users whom a phone can show. */
export const openids = Object.keys(roleOf)

/** The role with the number of the user, such as “业主 2” or “Guard”; the openid of an unknown user. */
export function nameOf(openid) {
  const role = roles[roleOf[openid]]
  const number = /-(\d)$/.exec(openid)?.[1]
  return role ? `${role[language()][0]}${number ? ` ${number}` : ''}` : openid
}

/** One sentence on what the user does with the app. */
export const descriptionOf = openid => roles[roleOf[openid]][language()][1]
