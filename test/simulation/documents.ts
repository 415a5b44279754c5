/** One release of a publisher; every edit raises its edition, and every edition says so in title and text. */
export type Release = {
  id: string
  /** Absent: the feed entry carries all of it. */
  url?: string
  guid: string
  edition: number
  text: string
  /** How many stories stood at its address before: publishers use an address again. */
  story?: number
  /** Set in other quotation marks, which is no edit. */
  isRestyled?: boolean
}

type Story = { name: string; issue: string; words: readonly string[] }

function storyIn(name: string, issue: string, words: string): Story {
  return { name, issue, words: words.split(' ') }
}

const FIRST = storyIn(
  'Release',
  'edition',
  'the harbour office repaired the ramp earlier than planned and thanked all islanders for their patience while tickets of closed weeks stay valid and children travel free on every first weekend of winter',
)
/** Enough words to be recognised as a copy, and no more, so that a thousand runs stay cheap; they share hardly any. */
const STORIES = [
  FIRST,
  storyIn(
    'Orchard',
    'printing',
    'growers picked fewer apples this autumn because late frost damaged blossoms across several valleys yet cider presses keep running until december with fruit bought from neighbouring counties at slightly higher prices',
  ),
  storyIn(
    'Museum',
    'issue',
    'visitors find six new rooms about herring salt and barrels when our local gallery opens its doors after a long season building work entry costs nothing before spring guided tours need booking',
  ),
]

function storyOf(number = 0): Story {
  return STORIES[number % STORIES.length] ?? FIRST
}

/** A text of its own for every number: the same words, begun elsewhere, with the number among them. */
export function textOf(subject: string, story?: number): string {
  const { words } = storyOf(story)
  const start = [...subject].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % words.length
  return [subject, ...words.slice(start), ...words.slice(0, start)].join(' ')
}

/** What every edition of a release is called by: no word of it stands in the name of another story at its address. */
export function nameOf({ id, story = 0 }: Release): string {
  const letters = id.replace(/\d/g, digit => String.fromCharCode(97 + story + Number(digit)))
  return `${storyOf(story).name} ${story === 0 ? id : letters},`
}

export function titleOf(release: Release): string {
  return `${nameOf(release)} ${storyOf(release.story).issue} ${release.edition}`
}

function bodyOf({ text, edition, isRestyled }: Release): string {
  const said = edition === 1 ? text : `${text} Edition ${edition}.`
  return isRestyled ? `“${said}”` : said
}

export function pageOf(release: Release): string {
  return `<!doctype html><title>${titleOf(release)}</title><article><p>${bodyOf(release)}</p></article>`
}

export function feedOf(releases: readonly Release[]): string {
  const items = releases.map(release => {
    const { url, guid, edition, isRestyled } = release
    const link = url === undefined ? '' : `<link>${url}</link>`
    const description = url === undefined ? bodyOf(release) : `Edition ${edition}${isRestyled ? '.' : ''}`
    return `<item><title>${titleOf(release)}</title>${link}<guid isPermaLink="false">${guid}</guid><description>${description}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Releases</title>${items.join('')}</channel></rss>`
}
