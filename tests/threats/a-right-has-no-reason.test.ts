import fc from 'fast-check'
import { startEstate, type Estate } from '../functions/support/estate'

jest.setTimeout(600_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const runs = 8
const hour = 3_600_000
const gate = '南门'
const houses = ['second-1-2', 'second-2-1']
const peopleCount = 2

/** A step of a history: what happens, to which person, house or pass. */
const step = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant('pass') },
    { weight: 3, arbitrary: fc.constantFrom('join', 'leave') },
    { weight: 2, arbitrary: fc.constantFrom('revoke', 'block', 'unblock', 'switch', 'erase') },
  ),
  person: fc.nat({ max: peopleCount - 1 }),
  house: fc.nat({ max: houses.length - 1 }),
  pass: fc.nat({ max: 9 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A pass, and what has become of it. */
interface Issued {
  id: string
  plate: string
  host: string
  house: string
  isRevoked: boolean
}

/** What ought to be true: who belongs where by which binding, and which passes admit. */
class History {
  private readonly bindings = new Map<string, string>()
  private readonly passes: Issued[] = []
  private readonly blocked = new Map<string, string>()
  private readonly inFirst = new Set<string>()
  private steps = 0

  constructor(private readonly run: number) {}

  async take({ what, person, house, pass }: Step): Promise<void> {
    // The attempts to join a house are bounded per hour.
    this.steps++
    await this.setTime()
    if (what === 'join') return this.join(this.nameOf(person), houses[house] ?? '')
    // What needs a member or a pass takes one that there is; now and then a pass is asked for by an outsider.
    const members = [...this.bindings.keys()].map(key => key.split('|') as [who: string, home: string])
    const [who, home] = members[person % members.length] ?? [this.nameOf(person), houses[house] ?? '']
    const issued = this.passes[pass % this.passes.length]
    if (what === 'leave') await this.leave(who, home)
    else if (what === 'pass') await this.issue(pass === 0 ? this.nameOf(person) : who, home)
    else if (what === 'switch') await this.lookAtFirst(who)
    else if (what === 'erase') await this.erase(who)
    else if (issued) await this.changePass(what, issued)
  }

  private nameOf = (person: number): string => `walker-${String(this.run)}-${String(person)}`
  private setTime = () => estate.post('/time', { offsetMs: (this.run * 100 + this.steps) * hour })

  private key = (who: string, home: string): string => `${who}|${home}`
  private housesOf = (who: string): string[] => houses.filter(home => this.bindings.has(this.key(who, home)))

  private async lookAtSecond(who: string): Promise<void> {
    await estate.ok(who, 'account', 'switchEstate', { estateId: 'second' })
  }

  private async join(who: string, home: string): Promise<void> {
    if (this.bindings.has(this.key(who, home))) return
    const { scene } = await estate.ok('demo2-butler', 'account', 'houseCode', { houseId: home })
    const asked = { scene, name: '某人', phone: '19900005000', relation: 'family' }
    const { id } = await estate.ok(who, 'account', 'bind', asked)
    const decided = await estate.ok('demo2-butler', 'account', 'decideBinding', { id, approve: true })
    expect(decided.status).toBe('active')
    this.bindings.set(this.key(who, home), id)
  }

  private async leave(who: string, home: string): Promise<void> {
    const id = this.bindings.get(this.key(who, home))
    if (id === undefined) return
    await estate.ok(who, 'account', 'unbind', { id })
    this.end(who, home)
  }

  private end(who: string, home: string): void {
    this.bindings.delete(this.key(who, home))
    for (const pass of this.passes) if (pass.host === who && pass.house === home) pass.isRevoked = true
  }

  private async issue(who: string, home: string): Promise<void> {
    const plate = `沪A${String(10_000 + this.run * 100 + this.steps)}`
    const now = Date.now() + (this.run * 100 + this.steps) * hour
    const isMember = this.bindings.has(this.key(who, home))
    if (isMember) await this.lookAtSecond(who)
    const reply = await estate.as(who, 'visitor', 'create', {
      houseId: home,
      name: '访客',
      plate,
      party: 1,
      kind: 'multi',
      uses: 50,
      from: new Date(now - 60_000).toISOString(),
      to: new Date(now + 80 * 24 * hour).toISOString(),
    })
    expect(reply.ok).toBe(isMember)
    if (reply.ok) this.passes.push({ id: reply.data.id, plate, host: who, house: home, isRevoked: false })
  }

  private async changePass(what: string, pass: Issued): Promise<void> {
    if (what === 'revoke') {
      if (pass.isRevoked) return
      await this.lookAtSecond(pass.host)
      await estate.ok(pass.host, 'visitor', 'revoke', { id: pass.id })
      pass.isRevoked = true
    } else if (what === 'block') {
      const { items } = await estate.ok('demo2-butler', 'visitor', 'block', {
        plate: pass.plate,
        reason: '闯岗',
      })
      this.blocked.set(pass.plate, items.find(block => block.plate === pass.plate)?.id ?? '')
    } else {
      const id = this.blocked.get(pass.plate)
      if (id === undefined) return
      await estate.ok('demo2-butler', 'visitor', 'unblock', { id })
      this.blocked.delete(pass.plate)
    }
  }

  /** Gives the person a post in the other estate, and lets them look at that one. */
  private async lookAtFirst(who: string): Promise<void> {
    await estate.ok('demo-manager', 'account', 'grant', { openid: who, role: 'committee', name: '委员' })
    await estate.ok(who, 'account', 'switchEstate', { estateId: 'tianma' })
    this.inFirst.add(who)
  }

  private async erase(who: string): Promise<void> {
    if (this.inFirst.has(who))
      await estate.ok('demo-manager', 'account', 'revoke', { openid: who, role: 'committee' })
    this.inFirst.delete(who)
    await estate.ok(who, 'account', 'erase', { confirm: true })
    for (const home of houses) this.end(who, home)
  }

  /** Compares what is true with what ought to be: no right without a reason, and none missing. */
  async check(): Promise<void> {
    await estate.post('/tick')
    for (let person = 0; person < peopleCount; person++) {
      const who = this.nameOf(person)
      const homes = this.housesOf(who)
      const mayLook = await estate.as(who, 'account', 'switchEstate', { estateId: 'second' })
      expect({ who, mayLook: mayLook.ok }).toEqual({ who, mayLook: homes.length > 0 })
      const session = await estate.ok(who, 'account', 'session')
      expect({ who, houses: session.houses.map(({ id }) => id).sort() }).toEqual({ who, houses: homes })
    }
    for (const { plate, isRevoked } of this.passes) {
      const admits = !isRevoked && !this.blocked.has(plate)
      const verdict = await estate.ok('demo2-guard', 'visitor', 'scan', { plate, gate })
      expect({ plate, admits: verdict.admit }).toEqual({ plate, admits })
    }
  }
}

test('people join, leave, block, switch and erase in any order: each right has its reason', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async steps => {
      const history = new History(run++)
      for (const each of steps) await history.take(each)
      await history.check()
    }),
    { numRuns: runs, endOnFailure: true },
  )
  await estate.post('/time', { offsetMs: 0 })
})
