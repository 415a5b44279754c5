import type { SitePage } from './site.ts'

/** What is wrong with a text that was taken out of a page. */
export type Faults = { left: string[]; lost: string[] }

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The lines of furniture that are still in the text, and the article's sentences that are not. */
export function faultsOf(text: string, { sentences, furniture }: SitePage): Faults {
  const said = squeezed(text)
  return {
    left: furniture.filter(line => said.includes(squeezed(line))),
    lost: sentences.filter(sentence => !said.includes(squeezed(sentence))),
  }
}
