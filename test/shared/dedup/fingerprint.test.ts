import { describe, expect, it } from 'vitest'
import { coreHash, entryHash } from '../../../shared/dedup/fingerprint.ts'

const release = `The Ministry of Rivers said on Monday that the bridge at Lower Quay will open to
traffic on 3 December. "We promised it before the frost," the minister said, and thanked the builders.`

describe('the hash under which copies meet', () => {
  it('does not see letter case, quotes, dashes and line ends', () => {
    const retyped = release.replace(/\n/g, ' ').replace(/"/g, '”').toUpperCase()
    expect(coreHash(retyped)).toBe(coreHash(release))
    expect(coreHash(release)).toBeDefined()
  })

  it('does not see what the page puts around it', () => {
    const onAPage = `Home\nMenu\n${release}\nShare on Facebook\nRelated articles\nAnother bridge`
    expect(coreHash(onAPage)).toBe(coreHash(release))
  })

  it('sees a sign before a number, and a percent sign after it', () => {
    expect(coreHash(`${release} Tolls change by -5.`)).not.toBe(coreHash(`${release} Tolls change by 5.`))
    expect(coreHash(`${release} Tolls change by 5%.`)).not.toBe(coreHash(`${release} Tolls change by 5.`))
    expect(coreHash(`${release} Tolls change by 5%.`)).toBe(coreHash(`${release} Tolls change by 5 %.`))
  })

  it('sees a changed date', () => {
    expect(coreHash(release.replace('3 December', '4 December'))).not.toBe(coreHash(release))
  })

  it('says nothing about a text too short to identify anything', () => {
    expect(coreHash('Cabinet meeting. Details follow.')).toBeUndefined()
  })

  it('knows a text in a script without spaces', () => {
    expect(coreHash('総務省は'.repeat(50))).toBeDefined()
  })
})

describe('the hash of an entry', () => {
  const entry = { title: 'Bridge opens', authors: [], categories: [], enclosures: [] }

  it('changes with every field that a publisher may edit', () => {
    const edits = [
      { title: 'Bridge open' },
      { updatedAt: '2026-11-21' },
      { categories: ['roads'] },
      { url: 'https://x.example/1' },
    ]
    const hashes = [entry, ...edits.map(edit => ({ ...entry, ...edit }))].map(entryHash)
    expect(new Set(hashes).size).toBe(5)
  })
})
