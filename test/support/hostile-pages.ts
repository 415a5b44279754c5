const P =
  '<p>The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'
const SIZE = 10_000_000

const filledWith = (piece: string, chars = SIZE) => piece.repeat(Math.ceil(chars / piece.length))
const numbered = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join('')

/** Pages of the worst kinds at their full size, made when asked for: each is read in a process of its own. */
export const HOSTILE_PAGES: Readonly<Record<string, () => string | Uint8Array>> = {
  '10 MB of paragraphs, as bytes': () => new TextEncoder().encode(filledWith(P)),
  '10 MB of UTF-16 in Cyrillic': () =>
    new Uint8Array(Buffer.from(`\uFEFF<p>${filledWith('слово и слово. ', SIZE / 2)}`, 'utf16le')),
  '10 MB of windows-1252 without a label': () =>
    new Uint8Array(Buffer.from(filledWith('<p>caf\u00E9 au lait.</p>'), 'latin1')),
  'a million elements': () => '<i>a</i>'.repeat(1_000_000) + P,
  'divs nested 100,000 deep': () => '<div>'.repeat(100_000) + P + '</div>'.repeat(100_000),
  'inline elements nested 100,000 deep': () => '<b>x'.repeat(100_000) + P,
  'tables nested 50,000 deep': () => '<table>'.repeat(50_000) + filledWith('<tr><td>x</td>', SIZE / 2),
  'a million attributes of one element': () => `<p ${numbered(1_000, n => `a${n}=1 `).repeat(1_000)}>${P}`,
  'an attribute of 10 MB': () => `<p title="${'x'.repeat(SIZE)}">${P}`,
  'elements never closed': () => filledWith('<div><p>one two<ul><li>three<table><tr><td>four'),
  'a tag that never ends': () => `${P}<p ${'x'.repeat(SIZE)}`,
  'a text of 10 MB': () => `<p>${filledWith('word and word. ')}`,
  'a word of 10 MB': () => `<p>${'x'.repeat(SIZE)}`,
  'text without markup or DOCTYPE': () => filledWith('just words & more words\n\n'),
  'framework state of 10 MB': () =>
    `${P}<script id=__NEXT_DATA__ type="application/json">[${filledWith('{"body":"a b"},')}1]</script>`,
  'assigned state of 10 MB that never ends': () => `<script>window.S = ${filledWith('{"a":')}</script>`,
  'ten JSON-LD scripts of a million characters': () =>
    `<script type="application/ld+json">[${filledWith('{"@type":"NewsArticle"},', 990_000)}1]</script>`.repeat(
      10,
    ),
  'a frameset of 10 MB': () => `<frameset>${filledWith('<frame src=a.html>')}`,
  'line breaks alone': () => filledWith('word<br>'),
  'nothing but links': () => filledWith('<li><a href="/x">link text here</a></li>'),
  'entities alone': () => `<p>${'&amp;'.repeat(SIZE / 5)}`,
  'less-than signs alone': () => '<'.repeat(SIZE),
  '100,000 late parts and their places': () =>
    numbered(100_000, n => `<template id="B:${n}"></template><div hidden id="S:${n}">x</div>`),
  'dates alone': () => filledWith('<time datetime="2024-01-01">1 January 2024</time> '),
}
