/** The whole numbers from `from` to `to`; empty for an implausible range. */
const mostInRange = 200
function range(from: number, to: number): string[] {
  const count = to - from + 1
  return count >= 1 && count <= mostInRange ? Array.from({ length: count }, (_, n) => String(from + n)) : []
}

/**
 * The buildings in a typed text: `1-3, 5、8 号楼` are 1, 2, 3, 5 and 8. Whether they exist, the register knows.
 */
export function buildingsIn(typed: string): string[] {
  const pieces = typed
    .replace(/号楼|号|栋|楼/g, ' ')
    .replace(/\s*[-–—~～至到]\s*/g, '-')
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
  const found = pieces.flatMap(piece => {
    const [, from, to] = /^(\d+)-(\d+)$/.exec(piece) ?? []
    return from !== undefined && to !== undefined ? range(Number(from), Number(to)) : [piece]
  })
  return [...new Set(found)]
}
