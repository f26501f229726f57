import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Params } from '../documents/actions'
import { CloudError } from '../errors'
import { ENV_ID } from '../functions/identity'
import { mimeOf } from '../http/mime'

const PREFIX = `cloud://${ENV_ID}.anlin-local/`

export interface StoredFile {
  path: string
  type: string
  owner: string
  size: number
}

/**
 * Cloud storage: bytes in DATA_DIR/files, metadata in SQLite. A file has the id `cloud://…` and is read by a
 * signed URL.
 */
export class Storage {
  private readonly dir: string
  private readonly secret = randomBytes(16)
  private readonly uploads = new Map<string, string>()

  constructor(
    dataDir: string,
    private readonly sqlite: DatabaseSyncInstance,
    private readonly origin: () => string,
  ) {
    this.dir = join(dataDir, 'files')
    mkdirSync(this.dir, { recursive: true })
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, type TEXT, owner TEXT, size INTEGER)',
    )
  }

  /** The `storage.*` actions of the SDK's protocol. */
  perform(action: string, params: Params): Record<string, unknown> {
    switch (action) {
      case 'getUploadMetadata':
        return { data: this.announce(String(params['path'])) }
      case 'batchGetDownloadUrl':
        return {
          data: {
            download_list: listOf<{ fileid: string }>(params, 'file_list').map(({ fileid }) =>
              this.download(fileid),
            ),
          },
        }
      case 'batchDeleteFile':
        return {
          data: {
            delete_list: listOf<string>(params, 'fileid_list').map(fileID => this.remove(fileID)),
          },
        }
      default:
        throw new CloudError('INVALID_PARAM', `unknown action storage.${action}`)
    }
  }

  /** Stores bytes under `path` and returns the file's id. They are on disk when this returns. */
  save(path: string, bytes: Buffer, type: string, owner: string): string {
    const file = this.fileOf(path)
    const temporary = `${file}.${randomBytes(6).toString('hex')}`
    const handle = openSync(temporary, 'w')
    try {
      writeSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    this.sqlite
      .prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)')
      .run(path, type, owner, bytes.length)
    return PREFIX + path
  }

  /** Completes an upload that the SDK announced; returns false for an unknown token. */
  receive(token: string, bytes: Buffer): boolean {
    const path = this.uploads.get(token)
    if (path === undefined) return false
    this.uploads.delete(token)
    this.save(path, bytes, mimeOf(path), '')
    return true
  }

  /** The file for the path and signature of a signed URL; undefined if either is wrong. */
  open(path: string, signature: string | null): { file: StoredFile; bytes: Buffer } | undefined {
    return signature === this.sign(path) ? this.read(path) : undefined
  }

  /** The file for a temporary URL, as WeChat's own servers would fetch it. */
  openUrl(url: string): { file: StoredFile; bytes: Buffer } | undefined {
    const path = URL.canParse(url) ? decodeURIComponent(new URL(url).pathname) : ''
    return path.startsWith('/file/') ? this.read(path.slice('/file/'.length)) : undefined
  }

  private read(path: string): { file: StoredFile; bytes: Buffer } | undefined {
    const file = this.sqlite.prepare('SELECT * FROM files WHERE path = ?').get(path) as StoredFile | undefined
    return file && existsSync(this.fileOf(path))
      ? { file, bytes: readFileSync(this.fileOf(path)) }
      : undefined
  }

  private announce(path: string): Record<string, string> {
    if (!path || path.startsWith('/') || path.length > 850)
      throw new CloudError('INVALID_PARAM', 'invalid cloudPath')
    const token = randomBytes(16).toString('hex')
    this.uploads.set(token, path)
    return {
      url: `${this.origin()}/put/${token}`,
      token,
      authorization: token,
      fileId: PREFIX + path,
      cosFileId: token,
    }
  }

  private download(fileID: string): Record<string, string> {
    const path = pathOf(fileID)
    if (path === undefined || !this.read(path))
      return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
    return { code: 'SUCCESS', fileID, tempFileURL: `${this.origin()}/file/${path}?sign=${this.sign(path)}` }
  }

  private remove(fileID: string): Record<string, string> {
    const path = pathOf(fileID)
    if (path === undefined || !this.read(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID }
    this.sqlite.prepare('DELETE FROM files WHERE path = ?').run(path)
    rmSync(this.fileOf(path), { force: true })
    return { code: 'SUCCESS', fileID }
  }

  /** The name on disk is a digest, so that no path can lead out of the folder. */
  private fileOf(path: string): string {
    return join(this.dir, createHash('sha256').update(path).digest('hex'))
  }

  private sign(path: string): string {
    return createHmac('sha256', this.secret).update(path).digest('hex').slice(0, 32)
  }
}

/** Files that WeChat takes in one call at most. */
const MOST_FILES = 50

function listOf<T>(params: Params, name: string): T[] {
  const list = params[name]
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_FILES)
    throw new CloudError('INVALID_PARAM', `${name} has to hold 1 to ${MOST_FILES} files`)
  return list as T[]
}

function pathOf(fileID: string): string | undefined {
  return fileID.startsWith(PREFIX) ? fileID.slice(PREFIX.length) : undefined
}
