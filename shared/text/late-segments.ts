import type { ElementNode, TreeNode } from './tree.ts'

/** Pages hold a dozen; each may lie within another, so their number also bounds the depth of the tree. */
const MAX_SEGMENTS = 64
const MAX_PLACE_DEPTH = 60

/**
 * Parts of a page that its server sent after the rest, and the places where they belong. React streams a part as
 * `<div hidden id="S:1">` at the end of the page, and a script then puts it in place of `<template id="B:1">` (a
 * boundary) or `P:1` (a placeholder); without script the article stays hidden below the footer.
 */
export class LateSegments {
  private readonly segments = new Map<string, ElementNode>()
  private readonly places = new Map<string, ElementNode>()

  /** Takes note of an element that is a late part. */
  addSegment(element: ElementNode): void {
    const number = numberOf(element.id, /^S:/)
    if (number === undefined || !element.hasAttribute('hidden') || this.segments.size >= MAX_SEGMENTS) return
    element.removeAttribute('hidden')
    this.segments.set(number, element)
  }

  /** Whether a template of this id is the place of a late part. */
  isPlace(id: string): boolean {
    return numberOf(id, /^[BP]:/) !== undefined && this.places.size < MAX_SEGMENTS
  }

  addPlace(id: string, element: ElementNode): void {
    const number = numberOf(id, /^[BP]:/)
    if (number !== undefined && !this.places.has(number)) this.places.set(number, element)
  }

  /** Moves the parts to their places; the answer is whether any moved. One without a place stays where it stands. */
  settle(): boolean {
    let moved = false
    for (const [number, segment] of this.segments) {
      const place = this.places.get(number)
      if (!place || !isNear(place, segment)) continue
      while (segment.firstChild) place.appendChild(segment.firstChild)
      moved = true
    }
    return moved
  }
}

function numberOf(id: string, prefix: RegExp): string | undefined {
  return prefix.test(id) && id.length < 12 ? id.slice(2) : undefined
}

/** Whether a place is outside the part that it waits for, and not too deep for it. */
function isNear(place: ElementNode, segment: ElementNode): boolean {
  let depth = 0
  for (let at: TreeNode | null = place; at; at = at.parentNode) {
    if (at === segment || ++depth > MAX_PLACE_DEPTH) return false
  }
  return true
}
