import { createHash } from 'node:crypto'
import type { Entry } from '../feed/model.ts'
import { isHomeKey, urlKey } from './url.ts'

/** What an entry is recognised by, and the id that follows from it. */
export type Identity = { articleId: string; identityBasis: 'url' | 'guid' | 'composite' }

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base32 in lower case, without padding: safe in URLs, keys and file names, and readable aloud. */
export function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + BASE32[(value << (5 - bits)) & 31]
}

function idOf(...parts: readonly string[]): string {
  // Length-prefixed, so that no two lists of parts run together into one text.
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part}`)
  return base32(hash.digest().subarray(0, 20))
}

/**
 * The identity of an entry. Its address first: that is what two feeds of one publisher share, so the article
 * is recorded once and not once a feed. The guid where the address identifies nothing: absent, a home page, or
 * shared by several entries of the document. Else title, date and lead together; a title alone never
 * identifies, "Cabinet meeting" comes back every week. A guid that several entries of the document share is
 * none. guid and composite hold within their source only.
 */
export function identify(
  entry: Entry,
  carriedBy: { sourceId: string; urlIsShared?: boolean | undefined; guidIsShared?: boolean | undefined },
): Identity {
  const key = carriedBy.urlIsShared || entry.url === undefined ? undefined : urlKey(entry.url)
  if (key !== undefined && !isHomeKey(key)) return { articleId: idOf('url', key), identityBasis: 'url' }
  if (entry.guid !== undefined && !carriedBy.guidIsShared) {
    return { articleId: idOf('guid', carriedBy.sourceId, entry.guid), identityBasis: 'guid' }
  }
  const lead = (entry.summary ?? entry.content ?? '').slice(0, 200)
  const parts = [entry.title ?? '', entry.publishedAt ?? '', lead]
  return { articleId: idOf('composite', carriedBy.sourceId, ...parts), identityBasis: 'composite' }
}

/**
 * The id of the article that stands at an identity after so many others: publishers use an address, or a guid,
 * again for another story. Whoever finds the same generation gone makes the same id, and one of them the row.
 */
export function generationOf({ articleId }: Identity, generation: number): string {
  return generation === 0 ? articleId : idOf('generation', articleId, String(generation))
}
