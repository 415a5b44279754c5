/** The letters and digits of a text in lower case: how names are compared. */
export function lettersOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

/** The names by which a site goes, in letters: the one it states, and its host's with its ending and without. */
export function siteNames(siteName: string, url: string): Set<string> {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const names = [siteName, host, host.slice(0, Math.max(0, host.lastIndexOf('.')))]
  return new Set(names.map(lettersOf).filter(name => name !== ''))
}

/** Whether a name is the site's own: the one it states, or its host's. Persons of several words have hosts of their name. */
export function isSiteOf(siteName: string, url: string): (name: string) => boolean {
  const sites = siteNames(siteName, url)
  const stated = lettersOf(siteName)
  return name => {
    const letters = lettersOf(name)
    return name.includes(' ') ? letters === stated : sites.has(letters)
  }
}
