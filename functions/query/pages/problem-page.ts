import { html } from 'hono/html'
import { layout, type Markup } from './layout.ts'

/** What a person sees instead of a page that cannot be shown. */
export function problemPage({ error, hint }: { error: string; hint?: string }): Markup {
  return layout({
    title: 'Not possible · Communiqué',
    content: html`<section class="notice">
<h1>${error}</h1>
${hint === undefined ? '' : html`<p>${hint}</p>`}
<p><a href="/">To the newest articles</a></p>
</section>`,
  })
}
