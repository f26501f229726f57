import type { Adapter, Picked } from './adapter'
import { whoIsCalling } from './who'

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

/** Photos of a phone are 3–8 MB; 1600 px say as much about a leaking tap. */
async function smaller(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < 600_000) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise(done => canvas.toBlob(blob => done(blob ?? file), 'image/jpeg', 0.82))
  } catch {
    return file
  }
}

/** The browser's own question for files; none when it was closed. */
const choose = (accept: string, most: number): Promise<File[]> =>
  new Promise(done => {
    const chooser = document.createElement('input')
    chooser.type = 'file'
    chooser.accept = accept
    chooser.multiple = most > 1
    chooser.style.display = 'none'
    const finish = (files: File[]) => {
      chooser.remove()
      done(files)
    }
    chooser.onchange = () => finish([...(chooser.files ?? [])].slice(0, most))
    chooser.addEventListener('cancel', () => finish([]))
    document.body.appendChild(chooser)
    chooser.click()
  })

/** What a stored file is called: its own ending, nothing of its name. */
const storedName = (picked: Picked, type: string): string =>
  picked.name
    ? `file.${picked.name.split('.').pop() ?? 'bin'}`
    : `photo.${type === 'image/png' ? 'png' : type === 'image/webp' ? 'webp' : 'jpg'}`

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
  async pick(most) {
    const files = await choose('image/*', most)
    return Promise.all(
      files.map(async (file): Promise<Picked> => {
        const blob = await smaller(file)
        return { path: URL.createObjectURL(blob), blob }
      }),
    )
  },
  async pickFile(endings) {
    const [file] = await choose(endings.map(ending => `.${ending}`).join(), 1)
    return file ? [{ path: file.name, blob: file, name: file.name }] : []
  },
  online: () => Promise.resolve(navigator.onLine),
  watchNetwork(tell) {
    window.addEventListener('online', () => tell(true))
    window.addEventListener('offline', () => tell(false))
  },
}
