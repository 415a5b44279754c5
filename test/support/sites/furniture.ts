import type { SiteLanguage } from './languages.ts'
import { type Dice, nameOf, titleOf } from './prose.ts'

/** Where on the page a piece of furniture stands. `inside` is between two paragraphs of the article. */
export type Slot = 'top' | 'above' | 'below' | 'inside' | 'end' | 'after' | 'aside' | 'foot'

/** What a piece shows on one page, and the lines of it that are no part of any article. */
export type Shown = { html: string; lines: string[] }

export type Piece = { slot: Slot; show: (dice: Dice) => Shown; onPages: number }

type Wrap = (inner: string) => string
export type Shape = (dice: Dice, language: SiteLanguage) => Piece

const PLAIN: readonly Wrap[] = [inner => `<p>${inner}</p>`, inner => `<div>${inner}</div>`]
const classed = (names: readonly string[]): Wrap[] =>
  names.flatMap(name => [
    (inner: string) => `<div class="${name}">${inner}</div>`,
    (inner: string) => `<p class="${name}">${inner}</p>`,
    (inner: string) => `<div class="${name}"><p>${inner}</p></div>`,
    (inner: string) => `<div class="${name}"><span>${inner}</span></div>`,
  ])
const OPAQUE = ['x12', 'sc-a8f2', 'row mt-3', 'col', 'b-item', 'wrp']

const link = (text: string) => `<a href="/n/${text.length}">${text}</a>`

/** One line in markup that stays the same over the site's pages. */
function line(
  slots: readonly Slot[],
  names: readonly string[],
  text: (language: SiteLanguage, dice: Dice) => string,
  onPages: readonly number[] = [1],
): Shape {
  return (dice, language) => {
    const wrap = dice.pick([...PLAIN, ...classed(dice.chance(0.5) ? names : OPAQUE)])
    const isLink = dice.chance(0.3)
    return {
      slot: dice.pick(slots),
      onPages: dice.pick(onPages),
      show: each => {
        const said = text(language, each)
        return { html: wrap(isLink ? link(said) : said), lines: [said] }
      },
    }
  }
}

const share: Shape = (dice, { share: label }) => {
  const networks = ['Facebook', 'Telegram', 'WhatsApp', 'LinkedIn', 'VK', 'X', 'Viber'].slice(
    dice.number(0, 3),
    5 + dice.number(0, 2),
  )
  const asList = dice.chance(0.5)
  const withLabel = dice.chance(0.6)
  const row = asList
    ? `<ul>${networks.map(name => `<li>${link(name)}</li>`).join('')}</ul>`
    : networks.map(link).join(' ')
  const wrap = dice.pick(classed(['share', 'social-links', ...OPAQUE]))
  const html = dice.chance(0.2)
    ? `<p>${label}: ${networks.join(' ')}</p>`
    : (withLabel ? `<p>${label}</p>` : '') + (asList ? `<div class="s">${row}</div>` : wrap(row))
  return {
    slot: dice.pick(['above', 'below', 'end', 'end', 'after']),
    onPages: 1,
    show: () => ({ html, lines: [networks.slice(-2).join(' '), ...(html.includes(label) ? [label] : [])] }),
  }
}

const related: Shape = (dice, language) => {
  const heading = dice.pick(['h2', 'h3', 'h4', 'p', 'div class="t"', 'strong'])
  const open = heading.split(' ')[0]
  const item = dice.pick([
    (text: string) => `<li>${link(text)}</li>`,
    (text: string) => `<li>${link(text)} <span>12.11.2026</span></li>`,
    (text: string) => `<p>${link(text)}</p>`,
    (text: string) => `<div class="card"><a href="/n/${text.length}"><h4>${text}</h4></a></div>`,
    (text: string) =>
      `<div class="item"><img src="/i/${text.length}.jpg" alt=""><a href="/n/${text.length}">${text}</a></div>`,
  ])
  const name = dice.pick(['related', 'more-news', ...OPAQUE])
  const slot = dice.pick<Slot>(['inside', 'end', 'end', 'after', 'aside'])
  return {
    slot,
    onPages: 1,
    show: each => {
      const titles = Array.from({ length: dice.number(2, 5) }, () => titleOf(each, language))
      const items = titles.map(item).join('\n')
      const list = items.startsWith('<li>') ? `<ul>${items}</ul>` : items
      return {
        html: `<div class="${name}"><${heading}>${language.related}</${open}>${list}</div>`,
        lines: [language.related, ...titles],
      }
    },
  }
}

const newsletter: Shape = (dice, { newsletter: pitch, subscribe }) => {
  const name = dice.pick(['newsletter', 'signup', ...OPAQUE])
  const html = dice.pick([
    `<div class="${name}"><h3>${subscribe}</h3><p>${pitch}</p><form><input type="email" placeholder="name@mail.example"><button>OK</button></form></div>`,
    `<section class="${name}"><p>${pitch}</p></section>`,
    `<p>${pitch}</p>`,
    `<aside class="${name}"><strong>${pitch}</strong><br>${subscribe}</aside>`,
  ])
  return {
    slot: dice.pick(['inside', 'end', 'after', 'foot']),
    onPages: dice.pick([1, 1, 0.7]),
    show: () => ({ html, lines: [pitch] }),
  }
}

const comments: Shape = (dice, { comments: said }) => {
  const [heading = '', note = '', button = ''] = said
  const name = dice.pick(['comments', 'respond', ...OPAQUE])
  const html = dice.pick([
    `<div class="${name}"><h3>${heading}</h3><p>${note}</p><form><textarea></textarea><button>${button}</button></form></div>`,
    `<div class="${name}"><p>${heading}</p><p>${note}</p></div>`,
    `<h4>${heading}</h4><p>${note}</p>`,
  ])
  return {
    slot: dice.pick(['end', 'after', 'after']),
    onPages: 1,
    show: () => ({ html, lines: [heading, note] }),
  }
}

const tags: Shape = (dice, { tags: label, objects }) => {
  const name = dice.pick(['tags', 'topics', ...OPAQUE])
  const style = dice.number(0, 3)
  const slot = dice.pick<Slot>(['end', 'end', 'after', 'below'])
  return {
    slot,
    onPages: 1,
    show: each => {
      const chosen = [each.pick(objects), each.pick(objects)]
      const links = chosen.map(link)
      const html = [
        `<p class="${name}">${label}: ${links.join(', ')}</p>`,
        `<div class="${name}"><span>${label}:</span> ${links.join(' ')}</div>`,
        `<ul class="${name}"><li>${label}</li>${links.map(each => `<li>${each}</li>`).join('')}</ul>`,
        `<p>${label}: ${chosen.join(', ')}</p>`,
      ][style]
      return {
        html: html ?? '',
        lines: [style === 2 ? chosen.join(' ') : `${label}: ${chosen.join(', ')}`, `${label}:`],
      }
    },
  }
}

const author: Shape = (dice, language) => {
  const name = dice.pick(['author-box', 'bio', ...OPAQUE])
  const style = dice.number(0, 2)
  return {
    slot: dice.pick(['end', 'after']),
    onPages: 1,
    show: each => {
      const who = nameOf(each)
      const said = language.bio(who)
      const html = [
        `<div class="${name}"><img src="/a/${who.length}.jpg" alt=""><h4>${who}</h4><p>${said}</p></div>`,
        `<div class="${name}"><p>${said}</p></div>`,
        `<div class="${name}"><strong>${who}</strong> <span>${said}</span></div>`,
      ][style]
      return { html: html ?? '', lines: [said] }
    },
  }
}

const source: Shape = (dice, { source: label }) => {
  const colon = dice.pick([': ', ' ', ' — '])
  const isOne = dice.chance(0.4)
  const wrap = dice.pick([...PLAIN, ...classed(['source', ...OPAQUE])])
  return {
    slot: 'end',
    onPages: dice.pick([1, 1, 0.5]),
    show: each => {
      const host = isOne
        ? 'port.example'
        : `${each.pick(['coast', 'delta', 'river', 'mole', 'gulf'])}news.example`
      return {
        html: wrap(`${label}${colon}${each.chance(0.5) ? link(host) : host}`),
        lines: [`${label}${colon}${host}`],
      }
    },
  }
}

const neighbours: Shape = (dice, language) => {
  const name = dice.pick(['post-navigation', 'pager', ...OPAQUE])
  return {
    slot: dice.pick(['end', 'after']),
    onPages: 1,
    show: each => {
      const titles = [titleOf(each, language), titleOf(each, language)]
      return {
        html: `<div class="${name}"><a href="/p">← ${titles[0]}</a> <a href="/q">${titles[1]} →</a></div>`,
        lines: titles,
      }
    },
  }
}

const inner: Shape = (dice, language) => {
  const wrap = dice.pick([...PLAIN, ...classed(['read-more', ...OPAQUE])])
  return {
    slot: 'inside',
    onPages: dice.pick([1, 0.6]),
    show: each => {
      const title = titleOf(each, language)
      return { html: wrap(`${language.more}: ${link(title)}`), lines: [title] }
    },
  }
}

const trail: Shape = (dice, { tags: label }) => {
  const html = dice.pick([
    `<div class="breadcrumbs"><a href="/">A-Z</a> / <a href="/n">${label}</a></div>`,
    `<ul class="x9"><li><a href="/">A-Z</a></li><li><a href="/n">${label}</a></li></ul>`,
  ])
  return { slot: dice.pick(['top', 'above']), onPages: 1, show: () => ({ html, lines: [`A-Z / ${label}`] }) }
}

/** Every shape of furniture that a site may have. */
export const SHAPES: readonly Shape[] = [
  share,
  line(
    ['above', 'below', 'end'],
    ['photos', 'gallery-link'],
    (language, dice) => language.photos(dice.number(2, 40)),
    [1, 0.6],
  ),
  line(['top', 'end', 'end', 'after'], ['back', 'return'], ({ back }) => back),
  line(['inside', 'end', 'end', 'after'], ['subscribe', 'promo'], ({ subscribe }) => subscribe),
  newsletter,
  comments,
  source,
  related,
  inner,
  line(['end', 'end', 'after', 'foot'], ['legal', 'notice'], ({ legal }) => legal),
  tags,
  author,
  line(['below', 'end'], ['views', 'stat'], (language, dice) => language.views(dice.number(3, 9_000))),
  line(['top', 'foot'], ['cookie-bar', 'consent'], ({ cookies }) => cookies),
  line(['below', 'end', 'after'], ['print', 'tool'], ({ print }) => print),
  neighbours,
  trail,
]
