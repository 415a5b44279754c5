/** Pieces between two flattenings: a string of a million joined pieces holds 100 MB until it is read. */
const PIECES = 4_096

/** Builds a long text out of very many pieces in the memory of the text. */
export const createTextBuilder = () => {
  const finished: string[] = []
  let current = ''
  let pieces = 0
  return {
    add(piece: string): void {
      current += piece
      if (++pieces < PIECES) return
      finished.push(flat(current))
      current = ''
      pieces = 0
    },
    text: (): string => (finished.length === 0 ? current : finished.join('') + current),
  }
}

/** Reading one character makes V8 copy the pieces into one string. */
const flat = (text: string): string => (text.charCodeAt(0) === -1 ? '' : text)
