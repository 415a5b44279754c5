import { counted, type Step } from './repair-step.ts'

/** Letters with their accents apart, as some file systems and typesetters keep them; no other normalisation. */
const APART =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036F]+|[\p{Script=Hiragana}\p{Script=Katakana}][\u3099\u309A]|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?/gu
/** Latin ligatures and Arabic letters in the shape of their place, which fonts choose and PDFs keep. */
const SHAPED = /[\uFB00-\uFB06\uFB50-\uFBB1\uFBD3-\uFBFF\uFE80-\uFEFC]/g

/** Puts letters and their accents together and ligatures apart. */
export const repairLetters: Step = text => {
  if (!/[\u0300-\u036F\u1100-\u1112\u3099\u309A\uFB00-\uFEFC]/.test(text)) return { text, count: 0 }
  const composed = counted(text, APART, parts => parts.normalize('NFC'))
  const plain = counted(composed.text, SHAPED, shape => shape.normalize('NFKC'))
  return { text: plain.text, count: composed.count + plain.count }
}
