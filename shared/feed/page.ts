import { parseHTML } from 'linkedom'
import { balancedHtml } from './balanced-html.ts'

/** The part of the DOM that reading a list needs. */
export type PageElement = {
  localName: string
  textContent: string | null
  children: ArrayLike<PageElement>
  parentElement: PageElement | null
  previousElementSibling: PageElement | null
  nextElementSibling: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
  matches(selector: string): boolean
}

export type Page = {
  root: PageElement
  base: string
  language: string | undefined
  title: string | undefined
}

/** The DOM of a page and what it says of itself; hostile nesting and scripts are gone before it is built. */
export const parsePage = (html: string, url: string): Page => {
  const balanced = balancedHtml(html)
  const isWhole = /<html[\s>]/.test(balanced.slice(0, 2_000))
  const { document } = parseHTML(`<!doctype html>${isWhole ? balanced : `<html>${balanced}</html>`}`)
  const root: PageElement = document.documentElement
  const base = root.querySelector('base[href]')?.getAttribute('href')?.trim() ?? ''
  return {
    root,
    base: URL.canParse(base, url) ? new URL(base, url).href : url,
    language: root.getAttribute('lang')?.trim() || undefined,
    title: visibleText(root.querySelector('title')),
  }
}

/** Text of an element with its white space collapsed; undefined when there is none. */
export const visibleText = (element: PageElement | null): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined
