import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { portsToTry } from '../../../infra/sample-publisher/listen.ts'
import { type SamplePublisher, startSamplePublisher } from '../../../infra/sample-publisher/start.ts'

const notice = '/rivers-and-weather/notices/flood-notice-lower-aldra'

let stateDir: string
const running: SamplePublisher[] = []

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sample-publisher-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(publisher => publisher.close()))
  await rm(stateDir, { recursive: true })
})

async function start(options: Parameters<typeof startSamplePublisher>[0]): Promise<SamplePublisher> {
  const publisher = await startSamplePublisher(options)
  running.push(publisher)
  return publisher
}

async function stop(publisher: SamplePublisher): Promise<void> {
  running.splice(running.indexOf(publisher), 1)
  await publisher.close()
}

const text = async (publisher: SamplePublisher, path: string) => (await fetch(publisher.origin + path)).text()

test('it serves on loopback, answers 304 to what is known, and survives an address that is none', async () => {
  const publisher = await start({ port: 0 })
  expect(publisher.origin).toBe(`http://127.0.0.1:${publisher.port}`)
  const first = await fetch(`${publisher.origin}/atom.xml?from=feed`)
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const etag = first.headers.get('etag') ?? ''
  expect((await fetch(`${publisher.origin}/atom.xml`, { headers: { 'if-none-match': etag } })).status).toBe(
    304,
  )
  expect((await fetch(`${publisher.origin}//[/%`)).status).toBe(404)
  const head = await fetch(`${publisher.origin}/rss.xml`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('a correction changes page and feed under new validators, and stays after a restart', async () => {
  const publisher = await start({ port: 0, stateDir })
  const etag = (await fetch(`${publisher.origin}/atom.xml`)).headers.get('etag') ?? ''
  expect(await text(publisher, notice)).toContain('4.2 metres')
  await publisher.revise()
  const feed = await fetch(`${publisher.origin}/atom.xml`, { headers: { 'if-none-match': etag } })
  expect(feed.status).toBe(200)
  const corrected = await feed.text()
  expect(corrected).toContain('4.6 metres')
  expect(await text(publisher, notice)).toContain('4.6 metres')

  await publisher.revise()
  const { port } = publisher
  await stop(publisher)
  const again = await start({ stateDir })
  expect(again.port).toBe(port)
  expect(await text(again, '/atom.xml')).toBe(corrected)
  expect(await text(again, notice)).toContain('4.6 metres')
})

test('it corrects itself when the time has come', async () => {
  const corrected = Promise.withResolvers<void>()
  const log = (line: string) => {
    if (line.includes('corrected')) corrected.resolve()
  }
  const publisher = await start({ port: 0, reviseAfterMs: 5, log })
  await corrected.promise
  expect(await text(publisher, notice)).toContain('4.6 metres')
})

test('a correction that cannot be kept is an error and is not shown', async () => {
  const publisher = await start({ port: 0, stateDir })
  await rm(stateDir, { recursive: true })
  await writeFile(stateDir, 'a file where the directory was')
  await expect(publisher.revise()).rejects.toThrow()
  expect(await text(publisher, notice)).toContain('4.2 metres')
})

test('it remembers its port and takes no other: its articles are known by their addresses', async () => {
  const publisher = await start({ port: 0, stateDir })
  const { port } = publisher
  await expect(startSamplePublisher({ stateDir })).rejects.toThrow(`port ${port}`)
  await stop(publisher)
  expect((await start({ stateDir })).port).toBe(port)
})

test('a port that was asked for and is taken is an error', async () => {
  const publisher = await start({ port: 0 })
  await expect(startSamplePublisher({ port: publisher.port })).rejects.toThrow(
    `port ${publisher.port}, where the sample publisher's articles have their addresses, is taken`,
  )
})

test('a state file that it did not write is an error that names the file', async () => {
  await writeFile(join(stateDir, 'sample-publisher.json'), '{"port":')
  await expect(startSamplePublisher({ port: 0, stateDir })).rejects.toThrow('sample-publisher.json')
})

test('an asked port is tried alone, and a remembered one, before it has one the usual ones in turn', () => {
  expect(portsToTry(8000, 4190)).toEqual([8000])
  expect(portsToTry(undefined, 5000)).toEqual([5000])
  expect(portsToTry(undefined, undefined).slice(0, 2)).toEqual([4187, 4188])
})
