import { describe, expect, it } from 'vitest'
import { wireId } from '../../../shared/dedup/wire-id.ts'

const body = 'The ferry sails again from Monday, the harbour office said. '.repeat(80)

describe('the number that a newswire gave a release', () => {
  it.each([
    ['https://www.businesswire.com/news/home/20261120005001/en/Ferry-Sails', 'businesswire:20261120005001'],
    ['https://www.prnewswire.com/news-releases/ferry-sails-again-302512345.html', 'prnewswire:302512345'],
    [
      'https://www.globenewswire.com/en/news-release/2026/11/20/2981234/0/en/Ferry-Sails.html',
      'globenewswire:2981234',
    ],
    ['https://www.newsfilecorp.com/release/274411/Ferry-Sails', 'newsfile:274411'],
    ['https://www.accessnewswire.com/newsroom/en/ferries/ferry-sails-again-1098765', 'accesswire:1098765'],
  ])('stands in its address %s', (url, id) => {
    expect(wireId(url, body)).toBe(id)
  })

  it('stands in the credit line of a copy', () => {
    const credit =
      'View source version on businesswire.com: https://www.businesswire.com/news/home/20261120005001/en/'
    expect(wireId('https://coast.example/ferry', `${body}\n${credit}\n\nContacts`)).toBe(
      'businesswire:20261120005001',
    )
  })

  it('is not what a release cites in its text, early or late', () => {
    const cited = 'https://www.prnewswire.com/news-releases/ferry-stops-302500001.html'
    expect(wireId('https://coast.example/ferry', `As told before (${cited}). ${body}`)).toBeUndefined()
    expect(wireId('https://coast.example/ferry', `${body} As told before (${cited}).`)).toBeUndefined()
  })

  it('is absent for an address of none', () => {
    expect(wireId('https://harbour.example/news/302512345.html', body)).toBeUndefined()
  })
})
