import { createHash } from 'node:crypto'
import type { Page } from './site.ts'

export type Question = { method: string; path: string; ifNoneMatch?: string; ifModifiedSince?: string }
export type Answer = { status: number; headers: Record<string, string>; body: string }

/** Answers one request, with the preconditions of RFC 9110 §13: If-None-Match decides alone where it is sent. */
export function answer(question: Question, pages: ReadonlyMap<string, Page>): Answer {
  if (question.method !== 'GET' && question.method !== 'HEAD') {
    return { status: 405, headers: { allow: 'GET, HEAD' }, body: '' }
  }
  const page = pages.get(question.path)
  if (page === undefined) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    return { status: 404, headers, body: 'There is no such page in Kestria.\n' }
  }
  const etag = `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`
  const lastModified = new Date(page.changedAt).toUTCString()
  const validators = { etag, 'last-modified': lastModified, 'cache-control': 'no-cache' }
  if (isUnchanged(question, etag, Date.parse(lastModified)))
    return { status: 304, headers: validators, body: '' }
  return { status: 200, headers: { ...validators, 'content-type': page.contentType }, body: page.body }
}

function isUnchanged(
  { ifNoneMatch, ifModifiedSince }: Question,
  etag: string,
  lastModifiedMs: number,
): boolean {
  if (ifNoneMatch !== undefined) {
    const known = ifNoneMatch.split(',').map(tag => tag.trim().replace(/^W\//, ''))
    return known.includes('*') || known.includes(etag)
  }
  return ifModifiedSince !== undefined && lastModifiedMs <= Date.parse(ifModifiedSince)
}
