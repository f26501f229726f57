import type { Picked, Picker } from './picked'

/** Longest side of a stored photo. Photos of a phone are 3–8 MB; 1600 px say as much about a leaking tap. */
const longestSide = 1600

async function shrink(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
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

/** The browser's own file dialogue; no files when it was closed. */
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

export const pickInBrowser: Picker = {
  async pictures(most) {
    const files = await choose('image/*', most)
    return Promise.all(
      files.map(async (file): Promise<Picked> => {
        const blob = await shrink(file)
        return { path: URL.createObjectURL(blob), blob }
      }),
    )
  },
  async file(endings) {
    const [file] = await choose(endings.map(ending => `.${ending}`).join(), 1)
    return file ? [{ path: file.name, blob: file, name: file.name }] : []
  },
}
