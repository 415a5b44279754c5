/**
 * Openings and words of lines that serve the page, not its reader, in the languages where they were seen. Only one
 * sign among many: what decides is the block's place and shape.
 */
const PHRASES: Readonly<Record<string, RegExp>> = {
  share:
    /^(?:share|tweet|pin it|print|e-?mail|copy link|follow|like|whatsapp|facebook|twitter|linkedin|telegram|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|compartilh|поделиться|печать|поділитися|paylaş|udostępnij|delen|شارك|分享|共有|공유)/i,
  more: /^(?:read (?:more|also|next|the)|more (?:on|from|about|news|stories)|see (?:also|more)|also read|related|related:|recommended|you may|you might|don't miss|continue reading|learn more|click here|view all|back to|return to|next|previous|latest|most (?:read|popular)|trending|popular|up next|lesen sie|mehr zum|weiterlesen|siehe auch|lire aussi|à lire|voir aussi|leer más|lea también|te puede interesar|ver más|leggi anche|leia (?:mais|também)|veja também|читайте также|читать|по теме|ещё|больше|також|czytaj|zobacz|lees ook|ayrıca|اقرأ|相关|関連)/i,
  subscribe:
    /^(?:subscribe|sign up|sign in|log in|register|join (?:us|our|the)|get (?:the|our|more|updates|daily)|newsletter|download|support|donate|become a|follow us|stay (?:up|informed|connected)|enter your|your e?-?mail|abonnieren|jetzt|abonnez|inscri|suscr|iscriviti|assine|inscreva|подпис|підпис|zapisz|abone)/i,
  comments:
    /^(?:\d+ )?(?:comments?|leave a|post a comment|reply|add (?:a )?comment|required fields|save my name|kommentare?|commentaires?|comentarios?|commenti|комментар|коментар|komentarze|yorum)/i,
  legal:
    /^(?:©|\(c\)|copyright|all rights reserved|terms|privacy|disclaimer|this (?:article|story|post|content|website|site) (?:was|is|has|contains|uses|may)|the (?:views|opinions)|opinions expressed|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos|все права|усі права|wszelkie)/i,
  byline:
    /^(?:by |written by|posted (?:by|on|in)|published|updated|last (?:updated|modified)|author|reporting by|editing by|von |par |por |di |autor|автор|текст|опубликовано|published on)/i,
  picture:
    /^(?:photo|image|picture|photograph|credit|source|video|watch|foto|fotos|bild|bildquelle|imagen|crédit|immagine|фото|источник|zdjęcie|fot\.|getty|afp|reuters)|(?:getty images|shutterstock|\(ap photo|\/afp|\/reuters|unsplash|istock)/i,
  tags: /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|tagged|schlagw|mots-clés|etiquetas|теги|метки|#\w)/i,
  contact:
    /^(?:contacts?|media contacts?|press contacts?|for (?:more|further) information|about (?:the )?[A-Z]|###|-?ends?-?$|notes? to editors?|pressekontakt|contact presse|contacto|контакт)/i,
}

export const PHRASE_NAMES: readonly string[] = Object.keys(PHRASES)
const PATTERNS = Object.values(PHRASES)

/** For each of PHRASE_NAMES 1 when the block begins with (or names) such a phrase, else 0. */
export function phraseSigns(text: string): number[] {
  const start = text.slice(0, 200)
  return PATTERNS.map(pattern => (pattern.test(start) ? 1 : 0))
}
