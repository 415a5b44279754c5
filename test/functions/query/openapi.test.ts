import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { anId, newsroom } from './newsroom.ts'

test('/openapi.json names every address that answers, and its parameters are those that are taken', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1) })
  const { json } = await room.askJson('/openapi.json')
  const unknown = await room.askJson('/nowhere')
  const known = [...unknown.json.hint.matchAll(/(\/[a-z.:/]*)[,.]/g)].map(([, path]) => path)
  const pages = ['/', '/read/:id', '/board', '/style.css', '/icon.svg', '/openapi.json']
  const expected = known.filter((path: string) => !pages.includes(path))
  expect(Object.keys(json.paths).toSorted()).toEqual(
    expected.map((path: string) => path.replace(':id', '{id}')).toSorted(),
  )
  for (const path of ['/articles', '/feed.atom', '/changes']) {
    const { hint } = (await room.askJson(`${path}?unheardof=1`)).json
    const names: string[] = json.paths[path].get.parameters.map(
      (parameter: { name: string }) => parameter.name,
    )
    expect(hint.slice('Known here: '.length, -1).split(', ').toSorted()).toEqual(names.toSorted())
  }
})

test('a record answers to the schema that is published for it', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1) })
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  const validate = ajv.compile((await room.askJson('/openapi.json')).json.components.schemas.Article)
  const { json } = await room.askJson(`/articles/${anId(1)}`)
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...json, revision: 'first' })).toBe(false)
})
