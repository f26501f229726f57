import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  // Registered vehicles, and blocked plates.
  vehicles: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Vehicles of a house: plate, kind, space, who applied and who decided; blocked plates',
      why: 'The gate lets a registered car in; spaces are given once',
    },
    until: 'as long as the house is in the register',
    indexes: [
      { name: 'plate_once', keys: { plateKey: 1 }, unique: true },
      { name: 'quota', keys: { quotaKey: 1 }, unique: true },
      { name: 'space_once', keys: { spaceKey: 1 }, unique: true },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'house_code', keys: { estateId: 1, house: 1, key: -1 } },
      { name: 'estate', keys: { estateId: 1, kind: 1, key: -1 } },
      { name: 'queue', keys: { estateId: 1, waitsFor: 1, waitKey: 1 } },
      { name: 'gate', keys: { plate: 1, atGate: 1 } },
      { name: 'plate_prefix', keys: { estateId: 1, atGate: 1, plate: 1 } },
      { name: 'serial_prefix', keys: { estateId: 1, atGate: 1, serial: 1 } },
      { name: 'inside', keys: { estateId: 1, insideKey: 1 } },
      { name: 'people', keys: { people: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  parking_spaces: {
    permission: 'ADMINONLY',
    kept: { what: null, why: 'Spaces are given by it' },
    until: 'until the estate is removed',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: 1 } },
      { name: 'area', keys: { estateId: 1, area: 1, key: 1 } },
      { name: 'vehicle', keys: { estateId: 1, vehicle: 1, key: 1 } },
      { name: 'area_vehicle', keys: { estateId: 1, area: 1, vehicle: 1, key: 1 } },
    ],
  },
  parking_areas: {
    permission: 'ADMINONLY',
    kept: {
      what: null,
      why: 'Nobody counts spaces to answer a reader',
    },
    until: 'until the estate is removed',
    indexes: [],
  },
  parking_hours: {
    permission: 'ADMINONLY',
    kept: {
      what: null,
      why: 'The desk sees when an area is full',
    },
    retentionDays: 400,
    indexes: [
      { name: 'estate', keys: { estateId: 1, at: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  // Kept as long as the estate has set (domain/parking/settings.ts, keepDays).
  vehicle_log: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Which plate passed which gate when, and the guard who let it in',
      why: 'Theft and damage can be traced; who is inside is known',
    },
    until: null,
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'guard', keys: { by: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
    ],
  },
}
