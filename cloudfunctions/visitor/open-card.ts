import { utcOffset } from '@domain/kernel/estate-time'
import { Refusal } from '@domain/kernel/failure'
import { livesIn } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { encodeBody } from '@domain/visitor/certificate'
import { signCertificate } from '@domain/visitor/code'
import type { Held } from '@domain/visitor/contract'
import { keyIdAt } from '@domain/visitor/estate-key'
import { toHex } from '@domain/visitor/hex'
import { termsOf, type Pass } from '@domain/visitor/pass'
import { mayCome, stateOf } from '@domain/visitor/states'
import type { SetEstate } from '../_kit/estate'
import { passes } from '../_services/visitor/records'
import { estateTag, signerOf } from './estate-keys'
import { movePass } from './move-pass'

/**
 * The first guest to open the card holds the pass. Their phone sends the public half of a key pair that it
 * has generated. The same guest may open the card on another phone, whose key then replaces the first. When
 * the household opens the card, nothing changes.
 */
export const openCard = movePass('open', {
  find: async ({ token }) => (await passes.find({ shareToken: token }, { limit: 1 }))[0] ?? null,
  may: () => true,
  decide(pass, { input, caller, now, isBlocked }) {
    if (isHousehold(pass, caller)) return null
    if (pass.holder !== null && pass.holder.openid !== caller.openid) {
      throw new Refusal('CONFLICT', {
        words: words(
          '这张通行证已在另一部手机上打开，请联系邀请您的住户',
          'This pass has been opened on another phone. Please contact your host.',
        ),
      })
    }
    if (
      !mayCome(pass, now, isBlocked) ||
      (pass.holder !== null && (input.key === undefined || pass.holder.key === input.key))
    )
      return null
    return {
      pass: { ...pass, holder: { openid: caller.openid, key: input.key ?? '', at: now.toISOString() } },
    }
  },
  view: (pass, { input, caller, ...given }) =>
    viewHeld(pass, given, isHousehold(pass, caller) ? undefined : input.key),
})

const isHousehold = (pass: Pass, caller: Parameters<typeof livesIn>[0]): boolean =>
  pass.hostId === caller.openid || livesIn(caller, pass.houseId)

interface Opening {
  estate: SetEstate
  now: Date
  isBlocked: boolean
}

function viewHeld(pass: Pass, { estate, now, isBlocked }: Opening, key: string | undefined): Held {
  const { gates, way } = estate.settings.visitor
  const terms = termsOf(pass)
  const id = keyIdAt(now.getTime())
  const isOpen = mayCome(pass, now, isBlocked)
  const usable = key !== undefined && isOpen
  const body = () =>
    encodeBody({ keyId: id, estateTag: estateTag(estate._id), passId: pass._id, terms, holder: key ?? '' })
  return {
    estate: estate.name,
    way,
    state: stateOf(pass, now, isBlocked),
    plate: pass.plate,
    shortCode: isOpen ? pass.shortCode : '',
    gates: gates
      .filter((_, n) => pass.gates.length === 0 || pass.gates.includes(n))
      .map(({ name }) => ({ name })),
    terms: {
      ...terms,
      from: pass.from,
      to: pass.to,
      uses: pass.uses,
      weekdays: pass.weekdays,
      gates: pass.gates,
    },
    certificate: usable ? toHex(signCertificate(body(), signerOf(estate._id, id))) : null,
    now: now.toISOString(),
    offset: utcOffset(now, estate.zone),
  }
}
