/** The same record without the keys whose value is undefined: optional fields are absent, never empty. */
export const present = <T extends object>(record: T): T => {
  let kept = record
  for (const key in record) {
    if (record[key] !== undefined) continue
    if (kept === record) kept = { ...record }
    Reflect.deleteProperty(kept, key)
  }
  return kept
}
