import { counted, type Step } from './repair-step.ts'

const TYPED = /''|``|,,|<</
/** Languages whose „…” closes thus write letters that those of „…“ do not. */
const HIGH_CLOSING = /[ąęłńśźżőűășț]/i

/**
 * Quotation marks typed with what keys there are: `''` for a closing “…”, `` `` `` and `''` or `''` twice for quotes
 * altogether, `,,` for „, `<<…>>` for «…», `l''an` for an apostrophe; 5'' stays a measure, a << b a shift.
 */
export const repairQuotes: Step = text => {
  if (!TYPED.test(text)) return { text, count: 0 }
  const low = counted(text, /(?<![^\s([—–-]),,(?=\p{L})/gu, () => '„')
  const angled = counted(low.text, /<<(?=\p{L})([^<>\n]{1,600}[^<>\s])>>/gu, (_, quoted) => `«${quoted}»`)
  const apostrophes = counted(angled.text, /(?<=\p{L})''(?=\p{L})/gu, () => "'")
  const closing = HIGH_CLOSING.test(text) || (text.includes('”') && !text.includes('“')) ? '”' : '“'
  let count = low.count + angled.count + apostrophes.count
  const lines = apostrophes.text.split('\n').map(line => {
    const mended = repairLine(line, closing)
    count += mended.count
    return mended.text
  })
  return { text: lines.join('\n'), count }
}

/** Behind a space and right before a word, two apostrophes open a quotation. */
function opensQuote(before: string, after: string): boolean {
  return /(?:^|[\s([—–-])$/.test(before) && /^\p{L}/u.test(after)
}

/** Seconds, inches and empty strings. */
function isNoQuote(before: string, after: string): boolean {
  return (
    /(?:\d|=\s?)$/.test(before) || (/[([,:]\s?$/.test(before) && /^(?:[)\],;]|\s(?!\p{L})|\s?$)/u.test(after))
  )
}

function closerOf(open: string, low: string): string {
  if (open === '«') return '»'
  if (open === '„') return low
  return open === '“' ? '”' : '"'
}

function repairLine(line: string, low: string): ReturnType<Step> {
  let open = ''
  return counted(line, /[“”„«»"]|``|(?<!')''(?!')/g, (mark, at) => {
    if (mark !== "''" && mark !== '``') {
      open = /[“„«]/.test(mark) ? mark : ''
      return mark
    }
    const before = line.slice(Math.max(0, Number(at) - 2), Number(at))
    const after = line.slice(Number(at) + 2, Number(at) + 4)
    const closes = mark === "''" && open !== ''
    const opens = mark === '``' || (!closes && opensQuote(before, after))
    if (!closes && !opens && isNoQuote(before, after)) return mark
    const put = closes ? closerOf(open, low) : '"'
    open = opens ? '``' : ''
    return put
  })
}
