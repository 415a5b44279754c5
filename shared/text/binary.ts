/** Bytes that no text holds (WHATWG MIME Sniffing §3, "binary data byte"). ISO-2022 needs escape (1B), so it is none. */
function isBinaryByte(byte: number): boolean {
  return byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)
}

const LOOKED_AT = 4_096
/** Old systems leave a stray control character in an honest page; of random bytes every ninth is one. */
const BINARY_SHARE = 0.02

/** UTF-16 text is full of zeros, all on one side: two bytes a letter in Western scripts. */
function isWide(bytes: Uint8Array): boolean {
  const zeros = [0, 1].map(side => bytes.filter((byte, index) => byte === 0 && index % 2 === side).length)
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > bytes.length / 8 && Math.min(even, odd) < bytes.length / 64
}

/** Whether a document that is called a page is no text at all: an image, an archive, a broken download. */
export function isBinary(document: Uint8Array): boolean {
  const head = document.subarray(0, LOOKED_AT)
  const hasMark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (hasMark || isWide(head)) return false
  return head.filter(isBinaryByte).length > head.length * BINARY_SHARE
}
