import * as z from 'zod/mini'
import { Article } from '../../shared/article.ts'

type Parameter = {
  name: string
  in: 'query' | 'path'
  required?: boolean
  schema: object
  description: string
}

const text = { type: 'string' }
const asked = (name: string, description: string, schema: object = text): Parameter => ({
  name,
  in: 'query',
  schema,
  description,
})
const named = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema: text,
  description,
})

const filters = [
  asked('source', 'The source that carried it first, by id.'),
  asked('language', 'A language tag; fr also finds fr-CA.'),
  asked('country', 'The publisher’s, two letters.'),
  asked('since', 'First seen at or after this day (UTC) or moment.'),
  asked('until', 'First seen up to the end of this day, or before this moment.'),
  asked('q', 'Up to ten words that all stand in the headline, summary or excerpt.'),
]
const limitTo = (otherwise: number) =>
  asked('limit', 'How many at most.', { type: 'integer', minimum: 1, maximum: 100, default: otherwise })
const cursor = asked('cursor', 'The `next` of the answer before.')
const articleId = named('id', 'The articleId of a list.')
const revision = asked('revision', 'One revision; its answer never changes.', { type: 'integer', minimum: 1 })

const furniture = asked('furniture', 'Puts back what was left out of the text, where it stood.', {
  type: 'string',
  enum: ['kept'],
})

const article = { $ref: '#/components/schemas/Article' }
const listOf = (name: string, items: object, required: string[] = [name]) => ({
  type: 'object',
  required,
  properties: { [name]: { type: 'array', items }, next: text },
})

function answers(summary: string, parameters: Parameter[], contentType: string, schema: object = {}) {
  const problem = { description: 'Why there is no answer, and what to do about it.' }
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: { description: summary, content: { [contentType]: { schema } } },
        default: {
          ...problem,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const json = 'application/json'

const paths = {
  '/articles': answers(
    'Each article once, in its latest revision, newest first.',
    [...filters, limitTo(20), cursor],
    json,
    listOf('articles', article),
  ),
  '/articles/{id}': answers('The record.', [articleId, revision], json, article),
  '/articles/{id}/text': answers('The clean text.', [articleId, revision, furniture], 'text/plain', text),
  '/articles/{id}/raw': answers(
    'The bytes as the publisher sent them.',
    [articleId, revision],
    'application/octet-stream',
  ),
  '/articles/{id}/revisions': answers(
    'Every record of it, newest first.',
    [articleId],
    json,
    listOf('revisions', article),
  ),
  '/changes': answers(
    'Every revision in the order of its recording, oldest first.',
    [limitTo(20), cursor],
    json,
    listOf('changes', article, ['changes', 'next']),
  ),
  '/sources': answers('The sources and how they fare.', [], json, listOf('sources', { type: 'object' })),
  '/sources/{id}': answers('One source.', [named('id', 'The source’s id.')], json, { type: 'object' }),
  '/feed.atom': answers(
    'The articles for feed readers.',
    [...filters, limitTo(100)],
    'application/atom+xml',
    text,
  ),
  '/feed.json': answers('The articles as a JSON Feed.', [...filters, limitTo(100)], 'application/feed+json', {
    type: 'object',
  }),
  '/healthz': answers('Whether the function answers.', [], json, { type: 'object' }),
}

/** The API in its own words (OpenAPI 3.1), the record straight from its schema. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Communiqué',
      version: '1',
      description: 'What governments and news outlets publish, recorded once.',
    },
    servers: [{ url: '.' }],
    paths,
    components: {
      schemas: {
        Article: z.toJSONSchema(Article),
        Problem: { type: 'object', required: ['error'], properties: { error: text, hint: text } },
      },
    },
  }
}
