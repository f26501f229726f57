import type { EstateEvent } from '@domain/event/event'
import { placeWords } from '@domain/event/wording'
import { forbidden } from '@domain/kernel/failure'
import { readEstate } from '../_kit/estate'
import { storeExport, type ExportKind } from '../_kit/export'
import { action } from '../_kit/serve'
import { events } from '../_services/event/records'
import { linesOf, rosterOf } from './roster'

/** The participants of an event, their sign-ups and check-ins, as a spreadsheet. */
const rosterSheet = (event: EstateEvent): ExportKind => ({
  name: 'roster',
  columns: [
    { header: '序号' },
    { header: '姓名' },
    { header: '房屋' },
    { header: '人数' },
    { header: '状态' },
    { header: '候补顺序' },
    { header: '报名时间', width: 18 },
    { header: '签到时间', width: 18 },
    { header: '评分' },
  ],
  async rows({ wall }) {
    const { seats, places } = rosterOf(event)
    const lines = await linesOf(event, places, seats)
    return places.map((place, n) => [
      n + 1,
      lines[n]?.name ?? '',
      place.code,
      place.party,
      placeWords[place.state]['zh-CN'],
      lines[n]?.position ?? null,
      wall(place.at),
      place.checkedInAt ? wall(place.checkedInAt) : null,
      place.stars,
    ])
  },
})

export const exportRoster = action('event', 'export', {
  load: ({ id }) => events.byId(id),
  async run({ caller, loaded: event, now, request }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    const estate = await readEstate(event.estateId)
    return storeExport(
      rosterSheet(event),
      { from: event.startsAt, to: event.endsAt },
      { estate, by: caller.openid, now, request, did: 'event.export' },
    )
  },
})
