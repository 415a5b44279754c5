import type { UnreadableReason } from './model.ts'

/** Words that only the challenge pages of bot guards carry. */
const CHALLENGE =
  /<title>just a moment|cf-chl|challenge-platform|attention required! \| cloudflare|ddos-guard|_incapsula_resource|px-captcha|captcha-delivery|sucuri website firewall|checking your browser before/i
/** Words that ordinary pages carry too (a captcha in a contact form), and that tell only on a short page. */
const SUSPICION =
  /recaptcha|hcaptcha|access denied|are you a robot|verify (?:that )?you are human|enable javascript and cookies|request unsuccessful/i
const SHORT_PAGE = 20_000
const LOGIN = /<input[^>]{0,300}type\s?=\s?["']?password/i
const PAGE = /<!doctype html|<html[\s>]|<script[\s>]|<(?:div|center|h1|form)[\s>]/i

/** Why a document that holds no feed is none: publishers answer with other pages under the feed's address. */
export const whyNoFeed = (text: string): UnreadableReason => {
  const head = text.slice(0, 200_000)
  if (!PAGE.test(head)) return 'not-a-feed'
  if (CHALLENGE.test(head) || (text.length < SHORT_PAGE && SUSPICION.test(head))) return 'bot-wall'
  return LOGIN.test(head) ? 'login-page' : 'web-page'
}
