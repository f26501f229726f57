/** RFC 9285: two bytes in three characters, which a QR code holds in 16.5 bits. */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let n = 0; n < bytes.length; n += 2) {
    const pair = n + 1 < bytes.length
    let value = pair ? bytes[n]! * 256 + bytes[n + 1]! : bytes[n]!
    for (let k = 0; k < (pair ? 3 : 2); k++) {
      text += letters[value % 45]
      value = Math.floor(value / 45)
    }
  }
  return text
}

/** Null for what is not base45. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null
  const bytes: number[] = []
  for (let n = 0; n < text.length; n += 3) {
    const digits = [...text.slice(n, n + 3)].map(letter => letters.indexOf(letter))
    if (digits.includes(-1)) return null
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0)
    if (value > (digits.length === 3 ? 0xffff : 0xff)) return null
    if (digits.length === 3) bytes.push(value >> 8, value & 0xff)
    else bytes.push(value)
  }
  return Uint8Array.from(bytes)
}
