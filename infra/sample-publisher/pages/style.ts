/** The style sheet of all houses: one layout, a colour and a typeface each. */
export const style = `:root { --ink: #1d2125; --accent: #30506b; --paper: #fff; --line: #d9dde1; font-size: 17px }
body { margin: 0; color: var(--ink); background: var(--paper); font-family: Georgia, serif; line-height: 1.55 }
body.government { --accent: #6b3037 }
body.institute { --accent: #23654f; font-family: system-ui, sans-serif }
body.start { --accent: #444; font-family: system-ui, sans-serif }
a { color: var(--accent) }
.masthead { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; padding: .9rem 1.2rem; border-bottom: 3px solid var(--accent) }
.masthead .name { font-size: 1.5rem; font-weight: bold; text-decoration: none; color: var(--accent) }
.masthead nav a { margin-right: .7rem; text-decoration: none }
.masthead .languages { margin-left: auto; font-size: .8rem }
.breadcrumbs { padding: .5rem 1.2rem; font-size: .8rem; color: #667 }
main { max-width: 42rem; margin: 0 auto; padding: 0 1.2rem 2rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .4rem }
h2 { font-size: 1.1rem }
.section, .byline, .release-date, .source, .helpful { color: #667; font-size: .85rem }
.share { list-style: none; display: flex; gap: .5rem; padding: 0; font-size: .8rem }
.share a { border: 1px solid var(--line); border-radius: 3px; padding: .15rem .5rem; text-decoration: none }
.photo { height: 11rem; margin: .8rem 0 .2rem; background: linear-gradient(#b9cbd9, #8aa3ad 55%, #5f7a5c 56%) }
.releases { list-style: none; padding: 0 }
.releases li { padding: .8rem 0; border-bottom: 1px solid var(--line) }
.releases p { margin: .2rem 0 0; font-size: .9rem }
.related, .comments, .newsletter, .promotion { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 1.5rem }
.newsletter { max-width: 42rem; margin: 0 auto; padding: .5rem 1.2rem }
.comments label { display: block; margin: .5rem 0 }
input, textarea, button { font: inherit; padding: .25rem .4rem; max-width: 100% }
textarea { width: 100%; box-sizing: border-box }
footer { padding: 1.2rem; margin-top: 2rem; border-top: 1px solid var(--line); font-size: .8rem; color: #667; text-align: center }
.cookies { position: sticky; bottom: 0; padding: .7rem 1.2rem; background: #f2f4f5; border-top: 1px solid var(--line); font-size: .85rem }
.skip { position: absolute; left: -99rem }
`
