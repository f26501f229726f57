import { View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { Post } from '@domain/kernel/people'
import { useT, type CommonKey } from '@/i18n/texts'
import type { IconName } from '@/ui'
import { go } from '@/ui/platform'
import { Tile } from '@/ui/tile'

interface Offer {
  id: string
  icon: IconName
  name: CommonKey
  hint: CommonKey
  page: string
  /** Who may use it: residents, or the posts named. What a person may not use is not shown. */
  who: 'resident' | readonly Post[]
  /** Shown on the first page too. */
  home?: boolean
  /** The one that most people come for. */
  main?: boolean
}

/** Every service there is, in the order in which people look for them. */
const offers: readonly Offer[] = [
  {
    id: 'service-repair',
    icon: 'wrench',
    name: 'reportRepair',
    hint: 'repairHint',
    page: 'packages/repair/file/index',
    who: 'resident',
    home: true,
    main: true,
  },
  {
    id: 'service-my-repairs',
    icon: 'list',
    name: 'myRepairs',
    hint: 'myRepairsHint',
    page: 'packages/repair/list/index',
    who: 'resident',
    home: true,
  },
  {
    id: 'service-invite',
    icon: 'plus',
    name: 'inviteVisitor',
    hint: 'inviteHint',
    page: 'packages/visitor/issue/index',
    who: 'resident',
    home: true,
  },
  {
    id: 'service-visitors',
    icon: 'user',
    name: 'myVisitors',
    hint: 'myVisitorsHint',
    page: 'packages/visitor/list/index',
    who: 'resident',
  },
  {
    id: 'service-gate',
    icon: 'camera',
    name: 'gate',
    hint: 'gateHint',
    page: 'packages/visitor/gate/index',
    who: ['guard'],
    home: true,
    main: true,
  },
  {
    id: 'service-gate-log',
    icon: 'list',
    name: 'gateLog',
    hint: 'gateLogHint',
    page: 'packages/visitor/log/index',
    who: ['guard', 'butler'],
    home: true,
  },
  {
    id: 'service-vehicles-gate',
    icon: 'pin',
    name: 'carCheck',
    hint: 'carCheckHint',
    page: 'packages/visitor/vehicles/index',
    who: ['guard'],
    home: true,
  },
  {
    id: 'service-vehicles',
    icon: 'pin',
    name: 'myVehicles',
    hint: 'myVehiclesHint',
    page: 'packages/parking/list/index',
    who: 'resident',
  },
  {
    id: 'service-move',
    icon: 'bell',
    name: 'moveCar',
    hint: 'moveCarHint',
    page: 'packages/parking/move/index',
    who: 'resident',
  },
  {
    id: 'service-vehicle-desk',
    icon: 'pin',
    name: 'vehicleDesk',
    hint: 'vehicleDeskHint',
    page: 'packages/parking/desk/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-complain',
    icon: 'flag',
    name: 'complain',
    hint: 'complainHint',
    page: 'packages/complaint/submit/index',
    who: 'resident',
    home: true,
  },
  {
    id: 'service-my-complaints',
    icon: 'list',
    name: 'myComplaints',
    hint: 'myComplaintsHint',
    page: 'packages/complaint/list/index',
    who: 'resident',
  },
  {
    id: 'service-complaints',
    icon: 'phone',
    name: 'complaints',
    hint: 'complaintsHint',
    page: 'packages/complaint/list/index?staff=1',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-ask',
    icon: 'bell',
    name: 'askDesk',
    hint: 'askDeskHint',
    page: 'packages/consult/thread/index',
    who: 'resident',
    home: true,
  },
  {
    id: 'service-questions',
    icon: 'bell',
    name: 'questions',
    hint: 'questionsHint',
    page: 'packages/consult/list/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-events',
    icon: 'calendar',
    name: 'events',
    hint: 'eventsHint',
    page: 'packages/event/list/index',
    who: 'resident',
    home: true,
  },
  {
    id: 'service-event-desk',
    icon: 'calendar',
    name: 'eventDesk',
    hint: 'eventDeskHint',
    page: 'packages/event/list/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-surveys',
    icon: 'ballot',
    name: 'surveys',
    hint: 'surveysHint',
    page: 'packages/survey/list/index',
    who: 'resident',
  },
  {
    id: 'service-notices',
    icon: 'megaphone',
    name: 'notices',
    hint: 'noticesHint',
    page: 'packages/notice/board/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-survey-desk',
    icon: 'ballot',
    name: 'surveyDesk',
    hint: 'surveyDeskHint',
    page: 'packages/survey/list/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-figures',
    icon: 'flag',
    name: 'figures',
    hint: 'figuresHint',
    page: 'packages/desk/figures/index',
    who: ['committee', 'manager', 'butler'],
    home: true,
  },
  {
    id: 'service-appraisal',
    icon: 'star',
    name: 'appraisal',
    hint: 'appraisalHint',
    page: 'packages/desk/appraisal/index',
    who: ['technician', 'butler', 'manager'],
  },
  {
    id: 'service-house',
    icon: 'home',
    name: 'myHouse',
    hint: 'myHouseHint',
    page: 'packages/account/house/index',
    who: 'resident',
  },
  {
    id: 'service-todo',
    icon: 'check',
    name: 'workbench',
    hint: 'workbenchHint',
    page: 'packages/desk/todo/index',
    who: ['butler', 'technician', 'guard', 'manager'],
    home: true,
  },
  {
    id: 'service-queue',
    icon: 'flag',
    name: 'queueAll',
    hint: 'staffQueueHint',
    page: 'packages/desk/queue/index',
    who: ['butler', 'technician', 'manager'],
  },
  {
    id: 'service-blocks',
    icon: 'lock',
    name: 'blockList',
    hint: 'blockListHint',
    page: 'packages/visitor/blocks/index',
    who: ['butler'],
  },
  {
    id: 'service-people',
    icon: 'user',
    name: 'people',
    hint: 'peopleHint',
    page: 'packages/register/people/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-codes',
    icon: 'building',
    name: 'houseCodes',
    hint: 'houseCodesHint',
    page: 'packages/register/codes/index',
    who: ['butler', 'manager'],
  },
  {
    id: 'service-import',
    icon: 'list',
    name: 'importRegister',
    hint: 'importRegisterHint',
    page: 'packages/register/import/index',
    who: ['manager'],
  },
  {
    id: 'service-staff',
    icon: 'user',
    name: 'staff',
    hint: 'staffHint',
    page: 'packages/register/staff/index',
    who: ['manager'],
  },
  {
    id: 'service-settings',
    icon: 'clock',
    name: 'estateSettings',
    hint: 'estateSettingsHint',
    page: 'packages/register/settings/index',
    who: ['manager'],
  },
  {
    id: 'service-audit',
    icon: 'flag',
    name: 'audit',
    hint: 'auditHint',
    page: 'packages/register/audit/index',
    who: ['manager'],
  },
]

export const offersFor = ({ houses, roles }: Session): readonly Offer[] =>
  offers.filter(({ who }) =>
    who === 'resident' ? houses.length > 0 : who.some(post => roles.includes(post)),
  )

/** The services as tiles. */
export function Offers({ of }: { of: readonly Offer[] }) {
  const t = useT()
  return (
    <View className="tiles">
      {of.map(({ id, icon, name, hint, page, main }) => (
        <Tile key={id} id={id} icon={icon} name={t(name)} hint={t(hint)} main={main} onTap={() => go(page)} />
      ))}
    </View>
  )
}
