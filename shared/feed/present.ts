/** The same record without the keys whose value is undefined: optional fields are absent, never empty. */
export function present<T extends object>(record: T): T
export function present(record: Record<string, unknown>): object {
  const kept: Record<string, unknown> = {}
  for (const key in record) if (record[key] !== undefined) kept[key] = record[key]
  return kept
}
