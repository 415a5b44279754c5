import { expect, it } from 'vitest'
import { extractArticle, readPage } from '../../../../shared/text/extract.ts'
import { learnFurniture, NO_FURNITURE } from '../../../../shared/text/furniture/learned.ts'

const THINGS = ['harbour', 'library', 'orchard', 'railway', 'theatre', 'archive', 'hospital', 'aqueduct']
const page = (thing: string) =>
  `<html><body><h1>The ${thing}</h1><div class="text">The ${thing} opened to the public after nine months of repair work.<br>
Visitors of the ${thing} came from all parts of the valley on the first morning.<br>
Deliveries use the rear gate of the mill<br>
The keeper of the ${thing} thanked the builders and promised a second entrance.<br>
Entry passes are sold in the blue kiosk</div></body></html>`
const urlOf = (thing: string) => `https://mill.example/${thing}`

it('a line that other pages have as well goes from a text parted by line breaks, and the rest keeps its breaks', () => {
  const pages = THINGS.map(thing => readPage(page(thing), { url: urlOf(thing) }).learnt)
  const furniture = learnFurniture(NO_FURNITURE, pages)
  const { text, furnitureRemoved } = extractArticle(page('brewery'), { url: urlOf('brewery'), furniture })
  expect(furnitureRemoved).toEqual([
    'Deliveries use the rear gate of the mill',
    'Entry passes are sold in the blue kiosk',
  ])
  expect(text.split('\n')).toEqual([
    'The brewery opened to the public after nine months of repair work.',
    'Visitors of the brewery came from all parts of the valley on the first morning.',
    'The keeper of the brewery thanked the builders and promised a second entrance.',
  ])
})

it('a wrapped sentence keeps its lines, though one of them alone would read as a link', () => {
  const wrapped = `<html><body><article><h1>Doors</h1><p>Whoever wants to know more about the hall may<br>
subscribe to the letter of the hall<br>
or ask for it at the desk of the museum, where three people work every day of the week.</p>
<p>The hall has stood for two hundred years and will be open again when the roof has been mended.</p></article></body></html>`
  expect(extractArticle(wrapped, { url: urlOf('doors') }).text).toContain(
    'subscribe to the letter of the hall',
  )
})
