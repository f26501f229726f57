import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fetchPlates, tellCars } from './car-store'
import { fetchKit, online, sync } from './gate-store'

/** How often the phone checks for a network and a newer kit, in ms. */
const everyMs = 15_000

/** Sends waiting records: people before cars, because a car that leaves may have entered as a guest. */
export async function tellAll(): Promise<void> {
  await sync()
  await tellCars()
}

/** Updates kit and plates and sends waiting records when there is a network. Returns whether there is one. */
export function useGateNetwork(): boolean {
  const [connected, setConnected] = useState(true)
  const look = async () => {
    try {
      if (!(await online())) throw new Error('offline')
      await tellAll()
      await fetchKit()
      await fetchPlates()
      setConnected(true)
    } catch {
      setConnected(false)
    }
  }
  useDidShow(() => {
    void look()
  })
  useEffect(() => {
    const timer = setInterval(() => {
      void look()
    }, everyMs)
    return () => clearInterval(timer)
  }, [])
  return connected
}
