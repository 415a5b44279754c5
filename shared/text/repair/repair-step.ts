/** One kind of repair: the text mended, and at how many places. */
export type Step = (text: string) => { text: string; count: number }

/** Replaces what a pattern finds; what is put back as it was does not count. */
export function counted(
  text: string,
  pattern: RegExp,
  replacement: (match: string, ...groups: string[]) => string,
): ReturnType<Step> {
  let count = 0
  const replaced = text.replace(pattern, (match, ...groups) => {
    const put = replacement(match, ...groups)
    if (put !== match) count++
    return put
  })
  return { text: replaced, count }
}
