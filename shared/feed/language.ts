/** A language tag as RFC 5646 writes it (`fr-CA` for `fr_ca `); undefined for what is no tag. */
export const isoLanguage = (raw: string | undefined): string | undefined => {
  const tag = raw?.trim().replace(/_/g, '-')
  return tag !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? tag : undefined
}
