const BY =
  /^(?:(?:written|posted|published|words|story|text|edited|veröffentlicht|geschrieben|ein (?:beitrag|artikel|bericht)) )?(?:by|von|par|por|de la rédaction de|di|door|av|autor(?:ka|en|in)?|authors?|text|автор|текст)(?:\s*[:：]\s*|\s+|$)/iu
/** Who did something else to the article, and what stands behind a name. */
const BEHIND =
  /\s*(?:[|•·⋅—–(]|\s-\s|\b(?:le|el|il|am|den|vom|op)\s\d|\d{1,2}[./: ]|\b(?:on|in|at|for|updated|published|veröffentlicht|publié|reviewed by|edited by|photos? by)\b).*$/iu
/** `Paramita (Guha) Ghosh`. */
const INSERTED = /\s\([^()]{1,40}\)(?=\s\p{Lu})/u
const BETWEEN = /\s*(?:[,;]| and | und | et | y | e |&| и )\s*/u
/** Words of offices, desks and companies, in names that are none of persons. */
const OFFICE =
  /(?<!\p{L})(?:staff|admin|administrator|editors?|editorial|guest|contributors?|team|unknown|the|news|newsroom|desk|redaktion|redazione|redacción|rédaction|webmaster|blog|press|presse|media|magazine|inc|llc|ltd|gmbh|ag|corp|company|group|agency|solutions|network|association|university|institute|ministry|department|office|society|foundation|services?|manager|director|founder|writer|reporter|expert|specialist|officer|marketing|strategy|development|correspondent|analyst|consultant|head of|full bio|written by|read more|learn more|view all)(?!\p{L})/iu
/** `CDC`, `DVM`, `Ph.D.`: an institution or a degree. */
const INITIALS = /^(?:\p{Lu}[\p{Lu}.-]{0,6}|Ph\.?D\.?|Dipl\.?.*)$/u
const CAPITAL = /^[\p{Lu}\p{Lo}]/u
/** What stands in small letters between the names of a person. */
const PARTICLE =
  /^(?:a[fvl]|bin|d[aeiou]|de[lnr]|dos|das|el|ibn|la|le|of|te[nr]|v[ao]n|zu[mr]?|y|e|d['’].*|al-.*|el-.*|\P{L}.*)$/u
const MAX_CHARS = 90

/** Whether a text can be the name of one person: up to five words, most of them capitalised where a script has capitals. */
function isPerson(name: string): boolean {
  if (name.length < 3 || name.length > 60 || /https?:|[@\n<>{}|©=:/]|\d{2}|\p{L}\.\p{Ll}{2}/u.test(name))
    return false
  const words = name.split(' ')
  if (words.length > 5 || OFFICE.test(name) || INITIALS.test(name)) return false
  const small = words.filter(word => !CAPITAL.test(word))
  return small.length * 2 < words.length && small.every(word => PARTICLE.test(word))
}

/** A name of one word is all that its byline says; otherwise it is a part of what it says. */
const LONE = /^\S+(?:\s*[|•·⋅].*)?$/u
const JOINT = /^(?:,|&|and|und|et|y|e|и)(?=\s|$)/iu
const JOINS = /(?:[,&]|\s(?:and|und|et|y|e|и))$/iu

/** The names of persons in a byline, given in the parts in which the page marks it: an office behind a name is one. */
export function namesIn(texts: readonly string[]): string[] {
  const found: string[] = []
  let isOpen = true
  for (const text of texts) {
    const line = text.replace(/\s+/g, ' ').trim().slice(0, MAX_CHARS).replace(BY, '')
    if (!isOpen && !JOINT.test(line)) break
    const names = line.replace(INSERTED, '').replace(BEHIND, '').split(BETWEEN)
    found.push(
      ...names
        .map(name => name.trim())
        .filter(name => isPerson(name) && (name.includes(' ') || LONE.test(line))),
    )
    isOpen = found.length === 0 || (JOINT.test(line) && line.length <= 3) || JOINS.test(line)
  }
  return found
}

/** `By Ann Lee`, and `3 May 2026 by Ann Lee`, not what somebody reviewed, sponsored or photographed. */
const BYLINE =
  /(?:^|[\d|•·,–—-]\s?)(?:(?:written|posted|published|words|story|text|ein beitrag|ein artikel|geschrieben|veröffentlicht|publié|rédigé|escrito|scritto) )?(?:by|von|par|por|door|di|av):?\s(?=\p{Lu})(.+)$/iu

/** The names in a line that says by whom the article is: two words at least, since one may be a place. */
export function namesOfLine(line: string): string[] {
  const [, names] = BYLINE.exec(line) ?? []
  return names === undefined ? [] : namesIn([names]).filter(name => name.includes(' '))
}
