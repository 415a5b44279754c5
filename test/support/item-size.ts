import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/**
 * The size of an item in bytes as DynamoDB bills a write by the KiB: names and values in UTF-8; a number takes
 * a byte for two digits and one more; a set three bytes and its members.
 */
export function itemSizeBytes(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSizeBytes(value),
    0,
  )
}

function valueSizeBytes({ S, N, B, SS, L, M, BOOL }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S)
  if (N !== undefined) return Math.ceil(N.length / 2) + 1
  if (B !== undefined) return B.length
  if (SS !== undefined) return SS.reduce((sum, text) => sum + Buffer.byteLength(text), 3)
  // A list and a map take three bytes, and one for each value in them.
  if (L !== undefined) return L.reduce((sum, value) => sum + 1 + valueSizeBytes(value), 3)
  if (M !== undefined) return 3 + Object.keys(M).length + itemSizeBytes(M)
  if (BOOL !== undefined) return 1
  throw new Error('an attribute of a type that no row of ours has')
}
