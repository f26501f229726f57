import type { Picked } from '@/device/picked'
import { whoIsCalling } from '@/device/who'
import type { Adapter } from './adapter'

/** Longest a call may take before it counts as lost, in ms. */
const patience = 12_000

async function post(url: string, body: BodyInit, type: string): Promise<unknown> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: stop.signal,
      headers: { 'content-type': type, 'x-wx-openid': whoIsCalling() },
    })
    return (await response.json()) as unknown
  } finally {
    clearTimeout(timer)
  }
}

/** The name of a stored file: random, with the extension of the original. */
function storedName(picked: Picked, type: string): string {
  if (picked.name) return `file.${picked.name.split('.').pop() ?? 'bin'}`
  if (type === 'image/png') return 'photo.png'
  return type === 'image/webp' ? 'photo.webp' : 'photo.jpg'
}

export const h5: Adapter = {
  call: (fn, envelope) => post(`/call/${fn}`, JSON.stringify(envelope), 'application/json'),
  async upload(picked) {
    const blob = picked.blob ?? (await (await fetch(picked.path)).blob())
    const stored = (await post(
      `/upload?name=${storedName(picked, blob.type)}`,
      blob,
      blob.type || 'application/octet-stream',
    )) as { fileID?: string }
    if (!stored.fileID) throw new Error('upload')
    return stored.fileID
  },
  online: () => Promise.resolve(navigator.onLine),
  watchNetwork(onChange) {
    window.addEventListener('online', () => onChange(true))
    window.addEventListener('offline', () => onChange(false))
  },
}
