import type { ActionName, FunctionName } from './contract'
import { hasPost, isResident, isStranger, type Caller, type Post } from './kernel/people'

/**
 * Who may call an action at all. What of the estate they reach with it is part
 * of the query: own records, own houses, or the estate.
 */
export type Who = 'anyone' | 'bound' | 'applicant' | 'resident' | Post | 'timer' | 'function'

/** One typed table: an action without a row does not compile. */
export const permissions: { [F in FunctionName]: { [A in ActionName<F>]: readonly Who[] } } = {
  account: {
    session: ['anyone'], updateProfile: ['anyone'], agreePrivacy: ['anyone'], switchEstate: ['bound'],
    lookupCode: ['anyone'], bind: ['anyone'],
    bindings: ['resident', 'butler'], decideBinding: ['resident', 'butler'], unbind: ['anyone'], bindingPhone: ['butler'],
    houses: ['butler', 'guard', 'manager'], importHouses: ['manager'], importSheet: ['manager'],
    houseCode: ['butler', 'manager'], renewCode: ['butler', 'manager'], buildingCode: ['butler', 'manager'],
    household: ['resident', 'butler'], saveHousehold: ['resident'],
    staff: ['manager'], grant: ['manager'], revoke: ['manager'], settings: ['manager'], updateSettings: ['manager'],
    exportMine: ['anyone'], erase: ['anyone'],
  },
  repair: {
    create: ['resident', 'butler'],
    list: ['resident', 'butler', 'technician', 'manager'],
    get: ['resident', 'butler', 'technician', 'manager'],
    similar: ['resident'],
    accept: ['butler'],
    assign: ['butler'],
    grab: ['technician'],
    start: ['technician'],
    quote: ['technician'],
    decideQuote: ['resident'],
    finish: ['technician'],
    verify: ['resident'],
    rate: ['resident'],
    urge: ['resident'],
    cancel: ['resident', 'butler'],
    merge: ['butler'],
    house: ['resident', 'butler', 'technician', 'manager'],
    technicians: ['butler'],
    contact: ['butler', 'technician'],
  },
  visitor: {
    create: ['resident'], list: ['resident'], get: ['resident', 'guard', 'butler'], revoke: ['resident'], star: ['resident'], open: ['anyone'],
    scan: ['guard'], leave: ['guard'], inside: ['guard', 'butler'], log: ['guard', 'butler'], exportLog: ['butler', 'manager'],
    conflicts: ['butler'], walkIn: ['guard'], decideWalkIn: ['resident', 'butler'], block: ['butler'], unblock: ['butler'], blocked: ['butler'],
    gateKit: ['guard'], sync: ['guard'],
  },
  complaint: {
    submit: ['resident', 'butler'], history: ['butler', 'manager'], list: ['resident', 'butler', 'manager'], get: ['resident', 'butler', 'manager'], people: ['resident'], promises: ['resident'],
    accept: ['butler', 'manager'], progress: ['butler', 'manager'], resolve: ['butler', 'manager'], invalidate: ['butler', 'manager'],
    callBack: ['butler', 'manager'], answer: ['resident'], reopen: ['resident'], withdraw: ['resident'], close: ['butler', 'manager'],
    contact: ['butler', 'manager'], reveal: ['manager'],
  },
  parking: {
    register: ['resident'], list: ['resident', 'butler', 'manager'], get: ['resident', 'butler', 'manager'], quota: ['resident'], cancel: ['resident'], renew: ['resident'],
    queue: ['butler'], approve: ['butler'], reject: ['butler'], end: ['butler'], spaces: ['butler', 'manager'], areas: ['butler', 'manager'], reserve: ['butler'],
    importSpaces: ['butler', 'manager'], importVehicles: ['butler', 'manager'], importSheet: ['butler', 'manager'],
    lookup: ['guard', 'butler'], plates: ['guard'], gate: ['guard'], log: ['guard', 'butler', 'manager'], occupancy: ['butler', 'manager'], export: ['butler', 'manager'],
    moveCar: ['resident', 'guard'], moveAsked: ['resident', 'guard'], answerMove: ['resident'], windscreen: ['resident'],
  },
  consult: { threads: ['butler', 'manager'], thread: ['resident', 'butler', 'manager'], say: ['resident', 'butler', 'manager'], handOver: ['butler', 'manager'] },
  event: {
    publish: ['butler', 'manager'], update: ['butler', 'manager'], release: ['butler', 'manager'], cancel: ['butler', 'manager'],
    list: ['bound'], get: ['bound'], signUp: ['resident'], withdraw: ['resident'], confirmHold: ['resident'], rate: ['resident'],
    roster: ['butler', 'manager'], checkIn: ['resident', 'butler', 'manager'], export: ['butler', 'manager'], push: ['butler', 'manager'], addPhotos: ['butler', 'manager'], doorCode: ['butler', 'manager'],
  },
  survey: { publish: ['butler', 'manager'], list: ['bound'], get: ['bound'], answer: ['bound'], results: ['bound'], close: ['butler', 'manager'], cancel: ['butler', 'manager'] },
  notice: {
    inbox: ['bound', 'applicant'], read: ['bound', 'applicant'], unread: ['bound', 'applicant'], consent: ['bound', 'applicant'],
    publish: ['butler', 'manager'], get: ['bound'], board: ['butler', 'manager'], pin: ['butler', 'manager'], withdraw: ['butler', 'manager'], receipts: ['butler', 'manager'], remind: ['butler', 'manager'],
    reach: ['butler', 'manager'], push: ['butler', 'manager'], pushes: ['butler', 'manager'], told: ['butler', 'manager'],
  },
  desk: {
    todo: ['butler', 'technician', 'guard', 'manager'], audit: ['manager'], figures: ['butler', 'manager', 'committee'], figureList: ['butler', 'manager', 'committee'],
    appraisal: ['butler', 'technician', 'manager'], export: ['manager'],
  },
  clock: { tick: ['timer'] },
  courier: { deliver: ['function'], push: ['function'] },
}

/** Whether a person may call the action; `timer` and `function` are never persons. */
export const mayCall = (caller: Caller, allowed: readonly Who[]): boolean =>
  allowed.some(who => {
    if (who === 'anyone') return true
    if (who === 'timer' || who === 'function') return false
    if (who === 'bound') return !isStranger(caller)
    if (who === 'applicant') return caller.hasAsked
    return who === 'resident' ? isResident(caller) : hasPost(caller, who)
  })
