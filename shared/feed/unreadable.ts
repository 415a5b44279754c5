import type { UnreadableReason } from './model.ts'

const BOT_WALL =
  /just a moment\.\.\.|cf-chl|challenge-platform|attention required! \| cloudflare|ddos-guard|incapsula|_Incapsula_Resource|px-captcha|captcha-delivery|g-recaptcha|h-captcha|hcaptcha|access denied|are you a robot|are you human|verify you are human|checking your browser|enable javascript and cookies|akamai|sucuri website firewall|request unsuccessful/i
const LOGIN = /<input[^>]{0,300}type\s?=\s?["']?password/i
const PAGE = /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]/i

/** Why a document that holds no feed is none: publishers answer with other pages under the feed's address. */
export const whyNoFeed = (text: string): UnreadableReason => {
  const head = text.slice(0, 200_000)
  if (!PAGE.test(head)) return 'not-a-feed'
  if (BOT_WALL.test(head)) return 'bot-wall'
  return LOGIN.test(head) ? 'login-page' : 'web-page'
}
