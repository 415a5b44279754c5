/** One release of a publisher; every edit raises its edition, and every edition says so in title and text. */
export type Release = {
  id: string
  /** Absent: the feed entry carries all of it. */
  url?: string
  guid: string
  edition: number
  text: string
}

/** Enough words to be recognised as a copy, and no more, so that a thousand runs stay cheap. */
const WORDS =
  'the harbour office repaired the ramp earlier than planned and thanked all islanders for their patience while tickets of closed weeks stay valid and children travel free on every first weekend of winter'.split(
    ' ',
  )

/** A text of its own for every number: the same words, begun elsewhere, with the number among them. */
export function textOf(subject: string): string {
  const start = [...subject].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % WORDS.length
  return [subject, ...WORDS.slice(start), ...WORDS.slice(0, start)].join(' ')
}

export function titleOf({ id, edition }: Release): string {
  return `Release ${id}, edition ${edition}`
}

function bodyOf({ text, edition }: Release): string {
  return edition === 1 ? text : `${text} Edition ${edition}.`
}

export function pageOf(release: Release): string {
  return `<!doctype html><title>${titleOf(release)}</title><article><p>${bodyOf(release)}</p></article>`
}

export function feedOf(releases: readonly Release[]): string {
  const items = releases.map(release => {
    const { url, guid, edition } = release
    const link = url === undefined ? '' : `<link>${url}</link>`
    const description = url === undefined ? bodyOf(release) : `Edition ${edition}`
    return `<item><title>${titleOf(release)}</title>${link}<guid isPermaLink="false">${guid}</guid><description>${description}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Releases</title>${items.join('')}</channel></rss>`
}
