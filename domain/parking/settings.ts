import type { Vehicle } from './contract'

/** What an estate sets for its vehicles. The plans name areas for cars, motorcycles and bicycles, and no figures: all of these are ours. */
export interface ParkingSettings {
  /** Vehicles of a kind that a house can have registered at once. */
  carsPerHouse: number
  motorcyclesPerHouse: number
  bicyclesPerHouse: number
  /** Days before its end that a permit's household is reminded, and can renew it. */
  remindDays: number
  /** Days past its end that the space is kept for a renewal. */
  graceDays: number
  /** The longest lives of a temporary and of a monthly permit, in days. */
  temporaryDays: number
  monthlyDays: number
  /** Days that the gate's log of vehicles is kept. */
  keepDays: number
  /** Minutes in which the owner of one plate is asked once to move the car (issue: 5). */
  moveMinutes: number
}

export const defaultParkingSettings: ParkingSettings = {
  carsPerHouse: 2,
  motorcyclesPerHouse: 1,
  bicyclesPerHouse: 4,
  remindDays: 7,
  graceDays: 3,
  temporaryDays: 30,
  monthlyDays: 366,
  keepDays: 180,
  moveMinutes: 5,
}

export const quotaOf = (settings: ParkingSettings): Record<Vehicle, number> => ({
  car: settings.carsPerHouse,
  motorcycle: settings.motorcyclesPerHouse,
  bicycle: settings.bicyclesPerHouse,
})
