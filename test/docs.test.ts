import { globSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = `${import.meta.dirname}/..`
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]

async function deadLinks(page: string): Promise<string[]> {
  const text = await readFile(join(root, page), 'utf8')
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
  const found = await Promise.all(
    targets.map(target => stat(join(root, dirname(page), target)).then(Boolean, () => false)),
  )
  return targets.filter((_, index) => !found[index]).map(target => `${page} → ${target}`)
}

test('every link in the documents leads to a file', async () => {
  expect(pages.length).toBeGreaterThan(10)
  expect((await Promise.all(pages.map(deadLinks))).flat()).toEqual([])
})

test('every npm command that the documents name is a script', async () => {
  const texts = await Promise.all(pages.map(page => readFile(join(root, page), 'utf8')))
  const named = texts.flatMap(text =>
    [...text.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name),
  )
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(name => name === undefined || !(name in scripts))).toEqual([])
})
