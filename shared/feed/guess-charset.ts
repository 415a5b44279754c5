/** The likeliest charset of bytes that are not UTF-8 and carry no label. */
export const guessCharset = (_bytes: Uint8Array): string => 'windows-1252'
