import type { Category as ComplaintKind } from '../complaint/kinds'
import type { Category as RepairKind } from '../repair/contract'

/** Words of residents, each with the category they most likely mean; the first match counts. */
const repairHints: readonly (readonly [RepairKind, RegExp])[] = [
  ['lift', /电梯|\blift|elevator/i],
  ['drain', /堵|下水|马桶|地漏|drain|toilet|clog/i],
  ['gas', /燃气|煤气|天然气|\bgas\b/i],
  ['lighting', /灯|\blights?\b|lamp|bulb/i],
  ['network', /网络|宽带|wi-?fi|internet|network/i],
  ['lock', /门锁|钥匙|锁|\block|\bkeys?\b/i],
  ['heating', /暖气|地暖|空调|heating|air.?con/i],
  ['electric', /电|跳闸|插座|power|socket|electric/i],
  ['water', /水|漏|龙头|\bwater|\btap\b|leak|faucet/i],
  ['window', /窗|门|window|door/i],
  ['wall', /墙|地板|瓷砖|wall|floor|tile/i],
  ['appliance', /冰箱|洗衣机|油烟机|fridge|washing|oven/i],
]
const complaintHints: readonly (readonly [ComplaintKind, RegExp])[] = [
  ['noise', /吵|噪|施工|装修|电钻|nois|loud|drill/i],
  ['parking', /停车|车位|占道|parking|parked/i],
  ['charge', /费|收费|多收|\bfees?\b|charge|bill/i],
  ['cleaning', /垃圾|脏|打扫|保洁|臭|garbage|rubbish|trash|dirty|clean/i],
  ['security', /保安|门岗|门禁|陌生人|guard|security|stranger/i],
  ['repair', /维修|修了|修好|没修|repair/i],
  ['service', /态度|服务|rude|service/i],
  ['facility', /设施|健身|泳池|游乐|facility|gym|pool/i],
]
const first = <K>(hints: readonly (readonly [K, RegExp])[], text: string): K | undefined =>
  hints.find(([, words]) => words.test(text))?.[0]

/** The most likely category of a message, as a suggestion that the user can change. */
export const guessRepair = (text: string): RepairKind => first(repairHints, text) ?? 'other'
export const guessComplaint = (text: string): ComplaintKind => first(complaintHints, text) ?? 'other'
