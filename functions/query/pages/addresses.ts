/** Whether a path is for people: its problems are told as a page too. */
export function isPage(path: string): boolean {
  return path === '/' || path === '/board' || path.startsWith('/read/')
}

/**
 * A publisher's address as a link may carry it; undefined for any scheme but http and https, where a link could
 * run a script (`javascript:`) or open another program.
 */
export function httpLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}
