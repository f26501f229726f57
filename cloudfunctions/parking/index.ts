import { parkingContract } from '@domain/parking/contract'
import { serve } from '../_kit/serve'
import { approveRegistration } from './approve-registration'
import { exportParking } from './export-parking'
import { importSheet, importSpaces, importVehicles } from './import-parking'
import { listPlates, lookUpPlate } from './look-up-plate'
import { moveCar, readMoveAsked } from './move-car'
import { answerMove, cancelRegistration, endRegistration, rejectRegistration, renewRegistration } from './moves'
import { passGate } from './pass-gate'
import { readOccupancy } from './read-occupancy'
import { getRegistration, listQueue, listRegistrations, readQuota } from './read-registrations'
import { listAreas, listSpaces, reserveSpace } from './read-spaces'
import { readVehicleLog } from './read-vehicle-log'
import { registerVehicle } from './register-vehicle'
import { windscreenCode } from './windscreen-code'

export const main = serve('parking', parkingContract, {
  register: registerVehicle,
  list: listRegistrations,
  get: getRegistration,
  quota: readQuota,
  cancel: cancelRegistration,
  renew: renewRegistration,
  queue: listQueue,
  approve: approveRegistration,
  reject: rejectRegistration,
  end: endRegistration,
  spaces: listSpaces,
  areas: listAreas,
  reserve: reserveSpace,
  importSpaces,
  importVehicles,
  importSheet,
  lookup: lookUpPlate,
  plates: listPlates,
  gate: passGate,
  log: readVehicleLog,
  occupancy: readOccupancy,
  export: exportParking,
  moveCar,
  moveAsked: readMoveAsked,
  answerMove,
  windscreen: windscreenCode,
})
