import type { Vehicle } from './kinds'

/**
 * An estate's settings for vehicles. The plans name areas for cars, motorcycles and bicycles, but no figures:
 * all of these are ours.
 */
export interface ParkingSettings {
  /** How many vehicles of a kind a house can have registered at once. */
  carsPerHouse: number
  motorcyclesPerHouse: number
  bicyclesPerHouse: number
  /** Days before the end of a permit from which the household is reminded and can renew it. */
  remindDays: number
  /** Days after the end during which the space is kept for a renewal. */
  graceDays: number
  /** The longest terms of a temporary and of a monthly permit, in days. */
  temporaryDays: number
  monthlyDays: number
  /** Days that the gate's log of vehicles is kept. */
  keepDays: number
  /** Minutes in which the owner of a plate is asked at most once to move the car. */
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
