import { type Block, readBlocks } from '../blocks.ts'
import { type DataScript, parsePage } from '../parse-tree.ts'
import { bodiesIn, type StateBody } from './state-bodies.ts'
import { readStateValues } from './state-values.ts'

function blocksOf(text: string, url: string): Block[] {
  const markup = /<(?:p|br|div|h[1-6]|li)\b/i.test(text) ? text : text.replace(/\n/g, '<br>')
  return readBlocks(parsePage(markup, url).document.body).blocks
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Of several bodies the one below the page's own headline, else the longest: related articles may come along whole. */
function bestOf(bodies: readonly StateBody[], pageTitle: string): StateBody | undefined {
  const headline = plain(pageTitle)
  const isOwn = ({ title = '' }: StateBody) => plain(title) !== '' && headline.includes(plain(title))
  return bodies.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.text.length - a.text.length)[0]
}

/**
 * The article's body out of the state that a script framework ships with its page, for pages whose markup holds no
 * text: as markup, as plain text, or as an editor's list of paragraphs. Undefined when there is none.
 */
export function readStateBody(
  scripts: readonly DataScript[],
  { url, title }: { url: string; title: string },
): Block[] | undefined {
  const body = bestOf(readStateValues(scripts).flatMap(bodiesIn), title)
  const blocks = body === undefined ? [] : blocksOf(body.text, url)
  return blocks.length > 0 ? blocks : undefined
}
