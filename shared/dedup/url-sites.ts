const VIDEO = /^[\w-]{6,20}$/

function youtubeVideo(url: URL): string | undefined {
  const host = url.hostname.replace(/^(?:www|m|music|gaming)\./, '')
  const [first = '', second = ''] = url.pathname.split('/').filter(part => part !== '')
  if (host === 'youtu.be') return first
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') return undefined
  if (/^(?:embed|shorts|live|v|e)$/.test(first)) return second
  return first === 'watch' ? (url.searchParams.get('v') ?? undefined) : undefined
}

/**
 * The key of an address on a site that writes one article's address in several ways: by the id that they share,
 * and the language where each has its own. Undefined for all other sites.
 */
export function siteKey(url: URL): string | undefined {
  const video = youtubeVideo(url)
  if (video !== undefined && VIDEO.test(video)) return `youtube.com/watch?v=${video}`
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  if (host === 'businesswire.com') {
    const [, id, language = 'en'] =
      /^\/(?:portal\/site\/home\/)?news\/home\/(\d{14})(?:\/([a-z]{2}(?:-[A-Za-z]{2,4})?))?(?:\/|$)/.exec(
        url.pathname,
      ) ?? []
    return id === undefined ? undefined : `businesswire.com/news/home/${id}/${language}`
  }
  if (host === 'globenewswire.com') {
    const [, id, language = 'en'] =
      /\/news-release\/\d{4}\/\d{2}\/\d{2}\/(\d+)\/0\/([a-z]{2})(?:\/|$)/.exec(url.pathname) ?? []
    return id === undefined ? undefined : `globenewswire.com/${id}/${language}`
  }
  return undefined
}
