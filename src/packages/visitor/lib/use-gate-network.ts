import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fetchPlates, tellCars } from './car-store'
import { fetchKit, online, sync } from './gate-store'

/** How often the phone looks whether there is a network again, and a newer kit; ms. */
const everyMs = 15_000

/** Sends what waits: people before cars, for a car that goes may have come as a guest. */
export async function tellAll(): Promise<void> {
  await sync()
  await tellCars()
}

/** Keeps kit and plates fresh and sends what waits, whenever there is a network; answers whether there is. */
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
