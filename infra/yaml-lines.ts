import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'

export type LineFault = { line: number; text: string }

export type PlainYaml =
  | {
      kind: 'readable'
      value: unknown
      faults: LineFault[]
      /** The line of a setting, or of the nearest thing around it that the document does hold. */
      lineOf(path: readonly PropertyKey[]): number
    }
  | { kind: 'unreadable'; faults: LineFault[] }

// The yaml package shares what an alias stands for instead of copying it, so this bounds work, not memory:
// room for one anchor used by a thousand sources, and far below what a billion-laughs file needs to hurt.
const maxAliasCount = 1000

/** Reads one YAML 1.2 document and remembers where everything stood. Faults are values; nothing is thrown. */
export function plainYaml(text: string): PlainYaml {
  const lineCounter = new LineCounter()
  const lineAt = (offset: number) => lineCounter.linePos(offset).line || 1
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const faults = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({
      offset: pos[0],
      text: message,
    })),
    ...unresolvedAliases(document),
  ].map(({ offset, text }) => ({ line: lineAt(offset), text }))
  // A repeated key leaves the rest readable, so that the faults beside it can be told at once.
  const repeatedKeys = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY').length
  if (faults.length > repeatedKeys) return { kind: 'unreadable', faults }
  const plain = plainValue(document)
  if (plain.kind === 'unreadable') return { kind: 'unreadable', faults: [...faults, ...plain.faults] }
  return { kind: 'readable', value: plain.value, faults, lineOf: path => lineAt(offsetOf(document, path)) }
}

function plainValue(document: Document) {
  try {
    const value: unknown = document.toJS({ maxAliasCount })
    return { kind: 'readable' as const, value }
  } catch (error) {
    // With every alias resolved, their number is the one thing left that is refused.
    if (!(error instanceof ReferenceError)) throw error
    const text = 'holds more aliases (*name) than a sources file can need'
    return { kind: 'unreadable' as const, faults: [{ line: 1, text }] }
  }
}

function unresolvedAliases(document: Document): { offset: number; text: string }[] {
  const anchors = new Set<string>()
  const unresolved: { offset: number; text: string }[] = []
  visit(document, {
    Alias(_, alias) {
      if (anchors.has(alias.source)) return
      unresolved.push({
        offset: alias.range?.[0] ?? 0,
        text: `*${alias.source} stands for nothing: no &${alias.source} before it`,
      })
    },
    Value(_, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor)
    },
  })
  return unresolved
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    const inside = isAlias(node) ? node.resolve(document) : node
    if (isMap(inside)) {
      const pair = inside.items.find(({ key }) => isScalar(key) && key.value === step)
      if (pair === undefined) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(inside)) {
      node = inside.items[Number(step)]
      offset = rangeStart(node) ?? offset
    } else return offset
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined
}
