/** Classes and ids of what readers answer: their dates are never the article's. */
const ANSWERS =
  /\b(?:comment|disqus|respond|repl(?:y\b|ies)|kommentar|comentario|commentaire|reaction|trackback|pingback|guestbook)/i
const OTHERS = /\b(?:sidebar|related|recommend|latest|popular|teaser|recent|copyright)/i
/** Every part of a page that Elementor builds is a "widget". */
const WIDGET = /(?<!elementor-|\bwp-block-)\bwidget/i
/** An `entry-footer` holds what is said about the entry. */
const FOOTER = /(?<!(?:entry|post|article|node|story|content|item)[-_]{1,2})\bfooter/i

/** Whether a box of these classes and this id (parted by a space) holds readers' answers. */
export function isOfAnswers(classes: string): boolean {
  return classes !== ' ' && ANSWERS.test(classes)
}

/** Whether a box of these classes stands beside the article: of other articles or of the site. */
export function isOfOthers(classes: string): boolean {
  if (classes === ' ') return false
  return OTHERS.test(classes) || WIDGET.test(classes) || FOOTER.test(classes)
}
