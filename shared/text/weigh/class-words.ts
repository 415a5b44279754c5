/**
 * What designers call the parts of a page: word stems in class names and ids, by what such a part holds. Matched
 * against whole words (`relatedPosts`, `related-posts` and `related_posts` all give "related" and "posts").
 */
const STEMS: Readonly<Record<string, string>> = {
  body:
    'articlebody article-body body content entry post story text copy richtext rte wysiwyg prose ' +
    'paragraph bodytext maincontent noticia artikel texto inhalt news detail details article main ' +
    'single page hentry press release',
  comments:
    'comment comments commentlist disqus reply replies respond discussion komment kommentar ' +
    'comentarios reviews feedback rating',
  share:
    'share sharing social socials sharedaddy addthis addtoany facebook twitter whatsapp follow like ' +
    'tweet print email tools toolbar actions buttons',
  related:
    'related recommend recommended recommendation recommendations more also similar popular trending ' +
    'latest recent suggested teaser teasers readmore outbrain taboola carousel slider card cards ' +
    'grid feed list archive further mostread yarpp relacionadas thumbnail',
  navigation:
    'nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager paging next ' +
    'prev previous skip tabs tab toc index search links back',
  sidebar:
    'sidebar aside rail widget widgets right secondary complementary column col box infobox panel ' +
    'module block sidebars tertiary callout pullquote',
  promotion:
    'promo promotion ad ads advert advertisement adsense sponsor sponsored banner cta subscribe ' +
    'subscription newsletter signup sign donate donation offer paywall app download marketing ' +
    'affiliate product shop form input button btn gform hbspt mailchimp',
  footer:
    'footer foot copyright legal disclaimer terms colophon bottom note notes footnote footnotes ' +
    'references citation boilerplate contact contacts address about',
  person:
    'author authors byline bio biography writer contributor contributors avatar profile vcard ' +
    'reporter journalist autor',
  details:
    'meta metadata date time timestamp published info data dateline posted updated views counter ' +
    'stats category categories label kicker eyebrow section',
  picture:
    'caption credit credits image images img photo photos picture figure gallery slideshow media ' +
    'video player audio wp-caption embed lightbox figcaption copyright',
  tags: 'tag tags tagged topic topics keyword keywords taxonomy hashtags',
  opening:
    'title headline heading hero header head masthead top intro lead lede summary excerpt dek ' +
    'subtitle subhead subheadline standfirst abstract description teasertext anons',
  overlay:
    'cookie cookies consent gdpr modal popup dialog overlay login register account hidden hide sr ' +
    'screen visually tooltip alert notice toast noprint dropdown collapse print-only',
  questions: 'faq faqs accordion question answer toggle summary-box takeaways key quiz poll',
}

export const CLASS_GROUPS: readonly string[] = Object.keys(STEMS)

const GROUP_OF = new Map(
  Object.values(STEMS).flatMap((stems, group) =>
    stems.split(' ').map(stem => [stem, group] satisfies [string, number]),
  ),
)

const MAX_NAME_CHARS = 300

/** The groups, as a bit set over CLASS_GROUPS, that the words of class names or an id belong to. */
export function classGroups(names: string): number {
  if (names === '') return 0
  const words = names
    .slice(0, MAX_NAME_CHARS)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  let groups = 0
  for (const word of words) {
    const group = GROUP_OF.get(word)
    if (group !== undefined) groups |= 1 << group
  }
  return groups
}
