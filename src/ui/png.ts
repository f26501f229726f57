/**
 * A black-and-white PNG as a data address: every phone can show it without waiting for a canvas. Not
 * compressed.
 */
const table = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: readonly number[]): number =>
  (bytes.reduce((c, byte) => table[(c ^ byte) & 255]! ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

function adler(bytes: readonly number[]): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}

const four = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const charCodes = (text: string): number[] => [...text].map(char => char.charCodeAt(0))
const chunk = (type: string, data: readonly number[]): number[] => {
  const named = [...charCodes(type), ...data]
  return [...four(data.length), ...named, ...four(crc(named))]
}

/** A deflate block that is not compressed holds at most this many bytes. */
const blockBytes = 65_535

function stored(data: readonly number[]): number[] {
  const blocks: number[] = []
  for (let at = 0; at < data.length; at += blockBytes) {
    const part = data.slice(at, at + blockBytes)
    const last = at + blockBytes >= data.length ? 1 : 0
    blocks.push(
      last,
      part.length & 255,
      part.length >> 8,
      ~part.length & 255,
      (~part.length >> 8) & 255,
      ...part,
    )
  }
  return [0x78, 0x01, ...blocks, ...four(adler(data))]
}

/** Rows of modules, true is black; each module becomes `scale` dots wide and high. */
export function pngAddress(rows: readonly (readonly boolean[])[], scale: number): string {
  const size = rows.length * scale
  const lines = rows.flatMap(row => {
    const dots = row.flatMap(dark => Array<number>(scale).fill(dark ? 0 : 1))
    const line = [0]
    for (let at = 0; at < size; at += 8)
      line.push(
        dots
          .slice(at, at + 8)
          .concat(Array<number>(8).fill(1))
          .slice(0, 8)
          .reduce((byte, dot) => byte * 2 + dot, 0),
      )
    return Array.from({ length: scale }, () => line).flat()
  })
  const bytes = [
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', [...four(size), ...four(size), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(lines)),
    ...chunk('IEND', []),
  ]
  return `data:image/png;base64,${toBase64(bytes)}`
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
function toBase64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3)
    text +=
      digits[a >> 2]! +
      digits[((a & 3) << 4) | ((b ?? 0) >> 4)]! +
      (b === undefined ? '=' : digits[((b & 15) << 2) | ((c ?? 0) >> 6)]!) +
      (c === undefined ? '=' : digits[c & 63]!)
  }
  return text
}
