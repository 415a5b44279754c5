const C1 = new TextDecoder('windows-1252')

/** C1 controls, which no text has, are windows-1252 marks that were labelled Latin-1. */
export function repairControls(text: string): { text: string; count: number } {
  let count = 0
  const repaired = text.replace(/[\u0080-\u009F]/g, control => {
    count++
    const mark = C1.decode(Uint8Array.of(control.charCodeAt(0)))
    return mark === control ? '' : mark
  })
  return { text: repaired, count }
}
