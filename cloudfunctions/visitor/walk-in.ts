import { utcOffset } from '@domain/kernel/estate-time'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { hasPost, livesIn } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Pass } from '@domain/visitor/pass'
import { afterAdmission } from '@domain/visitor/rules'
import { deskMinutes } from '@domain/visitor/settings'
import { viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { countUse } from '../_kit/limits'
import { addOnce } from '../_kit/outbox'
import { houses } from '../_kit/records'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { passes } from '../_services/visitor/records'
import { blankPass, newDigits, nextPass } from '../_services/visitor/write'
import { movePass, viewMoved } from './move-pass'

/** A walk-in stands at the gate without a pass: the household is asked and has `walkInSeconds` to answer. */
export const askWalkIn = action('visitor', 'walkIn', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ input, caller, person, loaded: house, now, requestKey, request }) {
    if (house === null || house.estateId !== caller.estateId) throw forbidden()
    const estate = await readEstate(house.estateId)
    const { walkInSeconds, gates } = estate.settings.visitor
    await countUse({ caller, person, now, request }, estate, {
      amounts: { passesPerDay: 1 },
      findMade: () => passes.byId(requestKey),
    })
    await refuseUnsafe(caller.openid, input.name)
    const lapsesAt = new Date(now.getTime() + walkInSeconds * 1000).toISOString()
    const blank: Pass = {
      ...blankPass(requestKey, { estateId: estate._id, now, from: now.toISOString(), to: lapsesAt }),
      kind: 'walkIn',
      status: 'asked',
      houseId: house._id,
      house: house.code,
      hostId: '',
      name: input.name,
      party: input.party,
      uses: 1,
      askedBy: { openid: caller.openid, gate: input.gate },
      lapsesAt,
    }
    const asked = nextPass(blank, {
      estate,
      by: caller.openid,
      now,
      mark: request,
      notify: [{ kind: 'walkInAsked', to: { house: house._id } }],
    })
    return viewPass(await addOnce(passes, asked, request), { caller, gates, now, isBlocked: false })
  },
})

/**
 * The household allows or refuses the walk-in while its time lasts; after that the butler decides, once they
 * have spoken to the household.
 */
export const decideWalkIn = movePass('decideWalkIn', {
  find: ({ id }) => passes.byId(id),
  may: (pass, caller) =>
    pass.kind === 'walkIn' &&
    pass.estateId === caller.estateId &&
    (livesIn(caller, pass.houseId) || hasPost(caller, 'butler')),
  decide(pass, { input, caller, estate, now, requestKey }) {
    const guard = pass.askedBy ?? { openid: '', gate: '' }
    const hasLapsed = now.toISOString() > (pass.lapsesAt ?? '')
    const isHousehold = livesIn(caller, pass.houseId)
    if (pass.status !== 'asked' && pass.status !== 'lapsed') throw decided()
    if (isHousehold && hasLapsed) throw tooLate()
    if (!isHousehold && !hasLapsed) throw tooEarly()
    if (hasLapsed && now.getTime() > Date.parse(pass.lapsesAt ?? '') + deskMinutes * 60_000) throw tooLate()
    const notify = [
      {
        kind: input.allow ? ('walkInAllowed' as const) : ('walkInRefused' as const),
        to: { openids: [guard.openid] },
      },
    ]
    if (!input.allow) return { pass: { ...pass, status: 'refused', hostId: caller.openid }, notify }
    const to = new Date(now.getTime() + estate.settings.visitor.walkInHours * 3_600_000).toISOString()
    const allowed: Pass = {
      ...pass,
      status: 'active',
      hostId: caller.openid,
      from: now.toISOString(),
      to,
      at: to,
    }
    const inside = afterAdmission(allowed, {
      id: `${pass._id}-${requestKey.slice(0, 24)}`,
      gate: guard.gate,
      by: guard.openid,
      how: 'walkIn',
      offline: false,
      conflict: null,
      at: now.getTime(),
      offset: utcOffset(now, estate.zone),
      slot: 0,
      shortCode: newDigits(),
    })
    return { pass: { ...inside, shortCode: '' }, notify }
  },
  view: viewMoved,
})

const decided = (): Refusal =>
  new Refusal('CONFLICT', { words: words('家里已有人答复', 'This has already been answered') })
const tooLate = (): Refusal =>
  new Refusal('CONFLICT', {
    words: words('已超过答复时间，请联系管家', 'The time to answer is over. Please contact your butler.'),
  })
const tooEarly = (): Refusal =>
  new Refusal('CONFLICT', { words: words('住户还有时间答复', 'The household can still answer') })
