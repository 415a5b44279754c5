import { expect, test } from 'vitest'
import { declaredTables } from '../../../infra/local/declared.ts'
import { readTemplate } from '../../../infra/local/template.ts'
import { synthesised } from '../../infra/synthesised.ts'
import { TABLE_DEFINITIONS } from '../../support/table-definitions.ts'

test('the stores are tested on tables with the keys and indexes that the stack gives them', () => {
  const declared = declaredTables(readTemplate(synthesised().toJSON()), name => name)
  const definitions = Object.values(TABLE_DEFINITIONS)
  expect(declared).toHaveLength(definitions.length)
  for (const definition of definitions) expect(declared).toContainEqual(expect.objectContaining(definition))
})
