import { entryHash } from '../../shared/dedup/fingerprint.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import type { Source } from '../../shared/source.ts'
import type { SourceState } from '../../shared/source-state.ts'
import { articleOf } from '../../shared/store/article-row.ts'
import type { MemoryArchive } from '../support/memory-archive.ts'
import type { ArticleStreamRecord } from '../support/stream-records.ts'
import type { Diary } from './diary.ts'
import type { End, Invocation } from './invocations.ts'
import { failedIds } from './queue-ground.ts'

/** As many bytes of an entry's hash as the seen window keeps of it, in hexadecimal. */
const WINDOW_CHARS = 16

/** The item as a table has it, out of a stream record's image. */
function rowOf(image: ArticleStreamRecord['dynamodb']['NewImage']) {
  return Object.fromEntries(
    Object.entries(image ?? {}).map(([name, value]) => [
      name,
      'B' in value ? { B: Buffer.from(value.B, 'base64') } : value,
    ]),
  )
}

/** What must hold at every moment, checked when something happens that could break it. */
export function watchesOver(archive: MemoryArchive, { broken }: Diary) {
  const recorded = new Map<string, number>()
  const queued = new Set<string>()
  const told = new Map<string, number>()
  let created = 0

  return {
    /** First revisions that ingest said it created. */
    created: () => created,

    rowChanged({ eventName, dynamodb: { NewImage, OldImage } }: ArticleStreamRecord): void {
      const article = articleOf(rowOf(NewImage))
      const { articleId, revision, textKey, evidence } = article
      if (eventName === 'MODIFY') {
        if (JSON.stringify(NewImage?.packed) !== JSON.stringify(OldImage?.packed))
          broken('a recorded revision stays as it is', `${articleId}#${revision}`)
        return
      }
      const before = recorded.get(articleId) ?? 0
      if (revision !== before + 1)
        broken('revisions only grow, one by one', `${articleId}: ${revision} after ${before}`)
      recorded.set(articleId, revision)
      for (const key of [textKey, evidence.key])
        if (!archive.objects.has(key))
          broken('what a row points to is there before the row', `${articleId}#${revision}: ${key}`)
    },

    claimed(articleId: string): void {
      if (!recorded.has(articleId)) broken('a claim comes after the row it belongs to', articleId)
    },

    async entriesQueued(messages: readonly EntryMessage[]): Promise<void> {
      for (const { entry, claimKey } of messages) {
        const claim = claimKey === undefined ? undefined : await archive.read(claimKey)
        const whole = claim === undefined ? entry : JSON.parse(Buffer.from(claim).toString())
        if (whole === undefined) broken('a claim check can be redeemed', String(claimKey))
        else queued.add(entryHash(whole).slice(0, WINDOW_CHARS))
      }
    },

    stateSaved(sourceId: string, state: SourceState, by: Invocation): void {
      const read = by.statesRead.get(sourceId)?.version ?? 0
      if (state.version !== read + 1)
        broken('a state replaces only the one it was made from', `${sourceId}: ${state.version} from ${read}`)
      const remembered = Buffer.from(state.seen).toString('hex').match(/.{16}/g) ?? []
      const unqueued = remembered.filter(fingerprint => !queued.has(fingerprint))
      if (unqueued.length > 0)
        broken('a source remembers an entry only when it is queued', `${sourceId}: ${unqueued.join(' ')}`)
    },

    asked(source: Source, url: string, by: Invocation): void {
      const notBefore = by.statesRead.get(source.id)?.pace.notBefore
      if (url === source.url && notBefore !== undefined && Date.parse(notBefore) > by.nowMs())
        broken('no request before its time', `${source.id} was to rest until ${notBefore}`)
    },

    told(line: Progress, by: Invocation): void {
      if (line.progress !== 'ingested' && line.progress !== 'looked') return
      told.set(by.name, (told.get(by.name) ?? 0) + 1)
      if (line.outcome === 'created') created += 1
    },

    /** Every message of a batch that was answered is either told of or comes back. */
    ingestEnded(name: string, messages: number, end: End): void {
      const failed = end.kind === 'answered' ? failedIds(end.answer) : undefined
      if (failed === undefined) return
      const ended = (told.get(name) ?? 0) + failed.length
      if (ended !== messages)
        broken('seen = new + revised + duplicate + rejected', `${name}: ${messages} in, ${ended} out`)
    },
  }
}
