/** How far from the end a credit line stands at most, in characters. */
const CREDIT_CHARS = 2_500

const IN_URL: readonly { wire: string; pattern: RegExp }[] = [
  {
    wire: 'businesswire',
    pattern: /\/\/(?:www\.)?businesswire\.com\/news\/(?:home|[\w-]{2,20})\/(\d{14})\b/i,
  },
  {
    wire: 'prnewswire',
    pattern: /\/\/(?:www\.)?prnewswire\.(?:com|co\.uk)\/[\w-]{2,30}\/[^/?#\s]{1,300}-(\d{8,9})\.html/i,
  },
  {
    wire: 'globenewswire',
    pattern:
      /\/\/(?:www\.)?globenewswire\.com\/(?:[a-z]{2}\/)?news-release\/\d{4}\/\d{2}\/\d{2}\/(\d{6,8})\//i,
  },
  { wire: 'accesswire', pattern: /\/\/(?:www\.)?accesswire\.com\/(?:viewarticle\.aspx\?id=)?(\d{5,8})\b/i },
  {
    wire: 'accesswire',
    pattern: /\/\/(?:www\.)?accessnewswire\.com\/newsroom\/[^?#\s]{1,300}-(\d{6,8})\b/i,
  },
  { wire: 'newsfile', pattern: /\/\/(?:www\.)?newsfilecorp\.com\/release\/(\d{4,8})\b/i },
  { wire: 'newsdirect', pattern: /\/\/(?:www\.)?newsdirect\.com\/news\/[^/?#\s]{1,300}-(\d{9})\b/i },
]

/** What a wire writes above the address of its own original; elsewhere in a text an id is a mere citation. */
const CREDIT =
  /(?:view (?:the )?(?:source|original) (?:version|content|press release|release)|view original|source version on|to view the source version of this (?:press )?release|source:? (?:business wire|pr newswire|globenewswire|access newswire|accesswire|newsfile))/gi

function idIn(text: string): string | undefined {
  for (const { wire, pattern } of IN_URL) {
    const id = pattern.exec(text)?.[1]
    if (id !== undefined) return `${wire}:${id}`
  }
  return undefined
}

/**
 * The number that a newswire gave a release, like `businesswire:20261121005001`: from the article's own address,
 * else from the credit line near its end. Never from elsewhere in the text: four releases have been seen to cite
 * the same earlier one as background.
 */
export function wireId(url: string, text: string): string | undefined {
  const own = idIn(url)
  if (own !== undefined) return own
  const end = text.slice(-CREDIT_CHARS)
  const credits = [...end.matchAll(CREDIT)]
  const last = credits.at(-1)
  return last === undefined ? undefined : idIn(end.slice(last.index, last.index + 400))
}
