/** What only Markdown writes: headings, links, bold words. A lone asterisk or dash is nobody's markup. */
const MARKDOWN =
  /^#{1,6} \S|!?\[[^\]\n]{1,300}\]\((?:https?:|\/|#|mailto:)[^)\s]{0,500}\)|\*\*\S[^*\n]{0,300}\*\*/m

const MARKUP: readonly [RegExp, string][] = [
  [/^!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\) *$/gm, ''],
  [/!?\[([^\]\n]{1,300})\]\((?:https?:|\/|#|mailto:)[^)\s]{0,500}\)/g, '$1'],
  [/^ {0,3}#{1,6} +([^\n]*?)(?: #+)? *$/gm, '$1'],
  [/^(?=\S)([^\n]{3,300})\n(?:={3,}|-{3,}) *$/gm, '$1'],
  [/^ {0,3}(?:[-*_] ?){3,}$/gm, ''],
  [/^ {0,3}> ?/gm, ''],
  [/^( {0,8})[*+] (?=\S)/gm, '$1- '],
  [/(\*\*|__)(?=\S)([^*_\n]{1,600}?)(?<=\S)\1/g, '$2'],
  [/(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,600}?)(?<=\S)\1(?![\w*])/g, '$2'],
  [/\\([\\*_#[\]()>+.!-])/g, '$1'],
]

/** The plain text of a document that was saved as Markdown; any other is left as it is. */
export function withoutMarkdown(text: string): string {
  if (!MARKDOWN.test(text)) return text
  return MARKUP.reduce((plain, [pattern, put]) => plain.replace(pattern, put), text)
}
