/** A line that a page puts around every article: what a reader may do, not what the publisher says. */
const CONTROL =
  /^(?:home|menu|search(?: for)?|share(?: (?:this(?: \w+)?|on \w+|via \w+))?|tweet|print(?: this page)?|e-?mail|like|follow us|subscribe(?: now)?|sign (?:in|up)|log ?in|register|contact us|advertise|newsletters?|e-edition|skip to (?:main )?content|scroll to top|back to top|read more|load more|next|previous|related (?:articles|posts|news|stories)|latest (?:posts|news)|recent (?:posts|news)|most (?:read|popular)|comments?|leave a comment|copy link|listen|save|close|accept(?: all)?(?: cookies)?|cookie settings|privacy policy|terms of (?:use|service)|all rights reserved|facebook|twitter|linkedin|whatsapp|telegram|instagram|youtube|x|rss|pdf|download(?: pdf)?|advertisement|sponsored)$/

/** What counts the reader's minutes or the page's visitors changes without the article. */
const COUNTER =
  /^(?:\d+ (?:min(?:ute)?s?(?: read)?|views?|comments?|shares?|likes?|reads?)|(?:views?|reads?|comments?|shares?|reading time)\s?:? ?\d+(?: min(?:ute)?s?)?|(?:last )?(?:updated|modified):? \d+ \w+ ago|\d+ \w+ ago)$/

/** With a year or the sign: "(c) appoints the council" and "Copyright law passed" are the publisher's words. */
const COPYRIGHT = /^(?:©|\(c\) ?(?=\d{4})|copyright ?(?:©|\(c\)|\d{4})).{0,120}$/

/** Longer lines are never looked at: furniture is short, and a regex over a hostile line should be too. */
const MAX_FURNITURE_CHARS = 140

/** Headings end without a full stop, sentences with one. */
function isHeading(line: string, most: number): boolean {
  return line.length < most && !/[.!?。։।]$/u.test(line)
}

/** True for a line that is page furniture whatever the article: share buttons, counters, menus, copyright. */
export function isFurniture(line: string): boolean {
  if (line.length > MAX_FURNITURE_CHARS) return false
  const said = line
    .trim()
    .toLowerCase()
    .replace(/[\s|•·»«>:.…]+$/u, '')
  if (said === '') return true
  return CONTROL.test(said) || COUNTER.test(said) || COPYRIGHT.test(said)
}

/** From here on a page speaks of other articles, or of its letters: nothing of it is the publisher's. */
const FURNITURE_TAIL =
  /^(?:(?:related|latest|recent|popular|trending|recommended|similar|other|further) (?:articles?|posts?|news|stories|content|releases|headlines)|most (?:read|popular|viewed|shared)|you (?:may|might) (?:also )?(?:like|be interested in)|read (?:next|also)|see also|more (?:from|news|stories|articles)|share this\b|sign up for\b|subscribe to (?:our|the)\b|ähnliche artikel|articles? liés?|à lire aussi|noticias relacionadas|artículos relacionados|читайте также|похожие новости)/iu

/**
 * The lines of a text that are the publisher's own, for telling a revision and an exact copy: without share
 * buttons, counters, menus, copyright, and lists of other articles below. What the publisher adds under its
 * release (about, contact, a notice of advertising) stays: a change of it is a change of the release.
 */
export function ownLines(text: string): string[] {
  const kept: string[] = []
  let position = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const isLate = position > text.length / 2
    position += raw.length + 1
    if (isLate && isHeading(line, 60) && FURNITURE_TAIL.test(line)) break
    if (!isFurniture(line)) kept.push(line)
  }
  return kept
}

/** Where the release ends and what is said under every release of its publisher begins. */
const END_MARK = /^(?:#\s?#\s?#|-\s?30\s?-|[-*–—\s]{0,4}ends?[-*–—\s]{0,4}|\*\s?\*\s?\*)$/i
const TAIL_HEADING =
  /^(?:about (?:the )?\p{Lu}|about us\b|(?:forward[- ]looking|safe harbou?r|cautionary)\b|(?:media|press|investor|company|for more information|pr) ?(?:relations)? ?(?:contacts?|enquiries|inquiries)\b|contacts?:?$|contact (?:details|info)|notes? to (?:editors|investors)\b|disclaimer\b|view (?:source|original)|source:? |related (?:links|articles|posts|news)\b|latest (?:posts|news)\b|recent posts\b|more from\b|sign up for\b|über \p{Lu}|à propos d|acerca de |sobre (?:a |o |la |el )?\p{Lu}|informazioni su |о компании|контакты)/iu

/** A menu entry or a button: few words and no end of a sentence. */
const MAX_MENU_WORDS = 4
/** Before this share of the text a heading like "Contact" opens the release instead of closing it. */
const EARLIEST_TAIL = 0.35

function isMenuEntry(line: string): boolean {
  return line.length < 40 && !/[.!?。！？।։;,:]/.test(line) && line.split(' ').length <= MAX_MENU_WORDS
}

/**
 * The part of a text that tells one release from another, for comparing only: without lines that are menus and
 * buttons, and without the tail that a publisher puts under everything (about, contact, disclaimers). What no
 * rule here knows is found by how many releases share it.
 */
export function telling(text: string): string {
  const kept: string[] = []
  let position = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const isLate = position > text.length * EARLIEST_TAIL
    position += raw.length + 1
    if (line === '') continue
    if (isLate && isHeading(line, 90) && (END_MARK.test(line) || TAIL_HEADING.test(line))) break
    if (!isMenuEntry(line) && !isFurniture(line)) kept.push(line)
  }
  const told = kept.join('\n')
  // A text of short lines only is a table or a poem: then all of it is what it says.
  return told.length * 4 < text.length ? text : told
}
