import * as z from 'zod/mini'
import type { Article } from '../../shared/article.ts'
import { ArticleAudit } from '../../shared/article-audit.ts'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import type { Archive } from '../../shared/store/archive.ts'
import { payloadOf } from '../../shared/store/warc-pack.ts'
import { textWithFurniture } from './text-with-furniture.ts'

type Reader = Pick<Archive, 'read'>

/** The archive does not hold what a record points to: the one thing that must not happen, so it is said aloud. */
export class ArchiveFault extends Error {
  override name = 'ArchiveFault'
}

function proven(bytes: Uint8Array, hash: string, key: string): Uint8Array {
  if (sha256(bytes) === hash) return bytes
  throw new ArchiveFault(`The archive holds other bytes at ${key} than the record states.`)
}

/**
 * The clean text of a revision, in UTF-8.
 * @throws ArchiveFault when it is not there, or does not have the recorded hash.
 */
export async function readText({ textKey, hashes }: Article, archive: Reader): Promise<Uint8Array> {
  const bytes = await archive.read(textKey)
  if (bytes === undefined) throw new ArchiveFault(`The archive has nothing at ${textKey}.`)
  return proven(bytes, hashes.text, textKey)
}

/**
 * What the publisher sent, out of its WARC pack: only the one record is read.
 * @throws ArchiveFault when it is not there, is no WARC record, or does not have the recorded hash.
 */
export async function readRaw({ evidence }: Article, archive: Reader): Promise<Uint8Array> {
  const { key, offset, length } = evidence
  const member = await archive.read(key, { offset, length })
  if (member === undefined) throw new ArchiveFault(`The archive has nothing at ${key}.`)
  return proven(await unpacked(member, key), evidence.sha256, key)
}

/**
 * What was made of the page, out of the record behind the page's own; undefined where none was kept.
 * @throws ArchiveFault when it is not there, or is no audit.
 */
export async function readAudit({ evidence }: Article, archive: Reader): Promise<ArticleAudit | undefined> {
  const { key, offset, length, auditLength } = evidence
  if (auditLength === undefined) return undefined
  const member = await archive.read(key, { offset: offset + length, length: auditLength })
  if (member === undefined) throw new ArchiveFault(`The archive has nothing at ${key}.`)
  return z.parse(ArticleAudit, JSON.parse(Buffer.from(await unpacked(member, key)).toString('utf8')))
}

/**
 * The text with what was left out of it put back; undefined where nothing was kept that says where it stood.
 * @throws ArchiveFault as `readText` and `readAudit` do.
 */
export async function readWholeText(article: Article, archive: Reader): Promise<Uint8Array | undefined> {
  const [text, audit] = await Promise.all([readText(article, archive), readAudit(article, archive)])
  const whole = audit && textWithFurniture(Buffer.from(text).toString('utf8'), audit)
  return whole === undefined ? undefined : Buffer.from(whole)
}

async function unpacked(member: Uint8Array, key: string): Promise<Uint8Array> {
  try {
    return await payloadOf(member)
  } catch (cause) {
    throw new ArchiveFault(`The archive holds no readable record at ${key}.`, { cause })
  }
}
