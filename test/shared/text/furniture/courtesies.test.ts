import { expect, it } from 'vitest'
import { isCourtesy } from '../../../../shared/text/furniture/courtesies.ts'

it.each([
  'Dear colleagues,',
  'Уважаемые коллеги!',
  'Mesdames et messieurs,',
  'Vă mulțumesc pentru atenție.',
  'İlginiz için teşekkür ederim.',
  'Շնորհակալություն ուշադրության համար։',
  '谢谢大家。',
])('a speech may open or close with: %s', line => {
  expect(isCourtesy(line)).toBe(true)
})

it.each(['Subscribe to our channel!', 'The dear departed were many.', '← Back to list'])(
  'but not: %s',
  line => {
    expect(isCourtesy(line)).toBe(false)
  },
)
