import { inflateRawSync } from 'node:zlib'

/**
 * Zip archives within bounds: the sizes that an archive states are not believed, neither by us nor by the
 * library that reads the result.
 */

/** A file of an archive, unpacked. */
export interface Part {
  path: string
  content: Buffer
}

/** Files in an archive at most; a workbook has some ten. */
const mostParts = 200
const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 }
const endLength = 22
const entryLength = 46
const fileLength = 30
/** How far from the end the directory can be announced: a comment may follow, of 65,535 bytes at most. */
const endWithin = endLength + 0xffff

/**
 * Unpacks the wanted files of a zip archive.
 * @param most the bytes that all of them may have together, unpacked
 * @throws Error when it is no archive of ordinary form, or its files have more bytes
 */
export function unzip(archive: Buffer, isWanted: (path: string) => boolean, most: number): Part[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < Math.max(0, archive.length - endWithin)) throw new Error('Not a zip archive')
  const count = archive.readUInt16LE(end + 10)
  if (count > mostParts) throw new Error('Too many files')
  const parts: Part[] = []
  let at = archive.readUInt32LE(end + 16)
  let left = most
  for (let n = 0; n < count; n++) {
    if (archive.readUInt32LE(at) !== signatures.entry) throw new Error('Not an entry')
    const pathLength = archive.readUInt16LE(at + 28)
    const path = archive.toString('utf8', at + entryLength, at + entryLength + pathLength)
    if (isWanted(path)) {
      const content = unpack(archive, at, left)
      left -= content.length
      parts.push({ path, content })
    }
    at += entryLength + pathLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return parts
}

/** The content of the file with the directory's entry at this offset, `most` bytes at most. */
function unpack(archive: Buffer, entry: number, most: number): Buffer {
  const method = archive.readUInt16LE(entry + 10)
  const packed = archive.readUInt32LE(entry + 20)
  const file = archive.readUInt32LE(entry + 42)
  if (archive.readUInt32LE(file) !== signatures.file) throw new Error('Not a file')
  const from = file + fileLength + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28)
  const content = archive.subarray(from, from + packed)
  // zlib takes no bound of 0.
  if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  if (method !== 0 || content.length > most) throw new Error('Not stored within bounds')
  return content
}

/** An archive of these files, not compressed, for a reader that takes archives alone. */
export function zipStored(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { path, content } of parts) {
    const name = Buffer.from(path)
    const file = Buffer.alloc(fileLength)
    file.writeUInt32LE(signatures.file, 0)
    writeSizes(file, 18, content, name)
    const entry = Buffer.alloc(entryLength)
    entry.writeUInt32LE(signatures.entry, 0)
    writeSizes(entry, 20, content, name)
    entry.writeUInt32LE(at, 42)
    files.push(file, name, content)
    entries.push(entry, name)
    at += fileLength + name.length + content.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(endLength)
  end.writeUInt32LE(signatures.end, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, directory, end])
}

function writeSizes(header: Buffer, at: number, content: Buffer, name: Buffer): void {
  header.writeUInt32LE(content.length, at)
  header.writeUInt32LE(content.length, at + 4)
  header.writeUInt16LE(name.length, at + 8)
}
