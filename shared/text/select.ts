import { type ElementNode, following } from './tree.ts'

type Compound = { tag: string; tests: ((element: ElementNode) => boolean)[] }
type Chain = { compound: Compound; combinator: ' ' | '>' }[]

const PART =
  /([#.])([\w-]+|\\.)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]|(:first-child|:last-child)/y

function attributeTest(
  name: string,
  operator: string | undefined,
  wanted: string,
): (element: ElementNode) => boolean {
  return element => {
    const value = element.getAttribute(name)
    if (value === null) return false
    if (operator === undefined) return true
    if (operator === '=') return value === wanted
    if (operator === '~=') return value.split(/\s+/).includes(wanted)
    if (operator === '^=') return wanted !== '' && value.startsWith(wanted)
    if (operator === '$=') return wanted !== '' && value.endsWith(wanted)
    if (operator === '*=') return wanted !== '' && value.includes(wanted)
    return value === wanted || value.startsWith(`${wanted}-`)
  }
}

function positionTest(name: string): (element: ElementNode) => boolean {
  return name === ':first-child'
    ? element => element.previousElementSibling === null
    : element => element.nextElementSibling === null
}

function parseCompound(source: string): Compound | undefined {
  const tag = /^(?:[a-z][\w-]*|\*)/i.exec(source)?.[0] ?? ''
  const tests: Compound['tests'] = []
  PART.lastIndex = tag.length
  while (PART.lastIndex < source.length) {
    const part = PART.exec(source)
    if (!part) return undefined
    const [, sign, name = '', attribute, operator, double, single, bare, position] = part
    if (sign === '#') tests.push(element => element.id === name)
    else if (sign === '.') tests.push(attributeTest('class', '~=', name))
    else if (attribute)
      tests.push(attributeTest(attribute.toLowerCase(), operator, double ?? single ?? bare ?? ''))
    else if (position) tests.push(positionTest(position))
  }
  if (tag === '' && tests.length === 0) return undefined
  return { tag: tag === '*' ? '' : tag.toLowerCase(), tests }
}

function parseChain(source: string): Chain | undefined {
  const tokens = source
    .replace(/\s*>\s*/g, ' > ')
    .trim()
    .split(/\s+(?![^[]*\])/)
  const chain: Chain = []
  let combinator: ' ' | '>' = ' '
  for (const token of tokens) {
    if (token === '>') {
      combinator = '>'
      continue
    }
    const compound = parseCompound(token)
    if (!compound) return undefined
    chain.push({ compound, combinator })
    combinator = ' '
  }
  return chain
}

function parseSelector(selector: string): (Chain | undefined)[] {
  return selector.split(/,(?![^[]*\])/).map(parseChain)
}

/** Whether a selector is of the kinds that `select` understands. */
export function isSelectable(selector: string): boolean {
  return parseSelector(selector).every(chain => chain !== undefined && chain.length > 0)
}

function matches(element: ElementNode, { tag, tests }: Compound): boolean {
  return (tag === '' || element.localName === tag) && tests.every(test => test(element))
}

function matchesChain(element: ElementNode, chain: Chain): boolean {
  const last = chain[chain.length - 1]
  if (!last || !matches(element, last.compound)) return false
  let combinator = last.combinator
  let at = element.parentNode
  // Greedy from the inside out: right for descendant chains, and for `>` right beside the element.
  for (let i = chain.length - 2; i >= 0; i--) {
    const step = chain[i]
    if (!step) return false
    while (at && !matches(at, step.compound)) {
      if (combinator === '>') return false
      at = at.parentNode
    }
    if (!at) return false
    combinator = step.combinator
    at = at.parentNode
  }
  return true
}

/**
 * Elements that a CSS selector finds, in the order of the page, none inside another. Understood: tags, classes,
 * ids, attributes, `:first-child`, `:last-child`, descendants, children and commas; other selectors find nothing.
 */
export function select(root: ElementNode, selector: string): ElementNode[] {
  const chains = parseSelector(selector)
  const found: ElementNode[] = []
  let last: ElementNode | undefined
  for (let node = following(root, root); node; node = following(node, root)) {
    if (node.nodeType !== 1 || (last && isInside(node, last))) continue
    const element = node
    if (!chains.some(chain => chain !== undefined && matchesChain(element, chain))) continue
    found.push(element)
    last = element
  }
  return found
}

function isInside(node: ElementNode, ancestor: ElementNode): boolean {
  for (let at: ElementNode | null = node; at; at = at.parentNode) if (at === ancestor) return true
  return false
}
