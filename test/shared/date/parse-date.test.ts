import { afterEach, describe, expect, it } from 'vitest'
import { findDate } from '../../../shared/date/find-date.ts'
import { parseDate } from '../../../shared/date/parse-date.ts'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

const read: [string, string][] = [
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Sat, 21 Nov 2026 09:00:00 +0530', '2026-11-21T03:30:00Z'],
  ['Wed, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T23:41:00Z'],
  ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
  ['Thu Nov 12 2020 17:00:00 GMT+0000 (Coordinated Universal Time)', '2020-11-12T17:00:00Z'],
  ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00Z'],
  ['2003-12-31T10:14:55.1234-08:00', '2003-12-31T18:14:55Z'],
  ['2020-11-08T16:20:00-05:00Z', '2020-11-08T21:20:00Z'],
  ['2004-07-08 23:56:58 -00:20', '2004-07-09T00:16:58Z'],
  ['2018-12-12T12:12', '2018-12-12T12:12:00Z'],
  ['20261121T103000Z', '2026-11-21T10:30:00Z'],
  ['2003-12-31T24:00:00Z', '2004-01-01T00:00:00Z'],
  ['1520932969', '2018-03-13T09:22:49Z'],
  ['2003', '2003-01-01'],
  ['2003-12', '2003-12-01'],
  ['-03-12', '2003-12-01'],
  ['2003-335', '2003-12-01'],
  ['2026-W47-6', '2026-11-21'],
  ['Nov 21, 2026, 09:00 ET', '2026-11-21T14:00:00Z'],
  ['July 21, 2026, 09:00 ET', '2026-07-21T13:00:00Z'],
  ['November 21, 2026 9 a.m. Pacific Standard Time', '2026-11-21T17:00:00Z'],
  ['Thu, 25 Feb 2016 00:00:00 Europe/Brussels', '2016-02-24T23:00:00Z'],
  ['Sun, 21 Jun 2026 09:00:00 BST', '2026-06-21T08:00:00Z'],
  ['Sat, 21 Nov 2026 09:00:00 JST', '2026-11-21T00:00:00Z'],
  ['Friday, December 22, 2017 - 3:09pm', '2017-12-22T15:09:00Z'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
  ['Sat, 11 04 2020 08:51:49 +0100', '2020-04-11T07:51:49Z'],
  ['Mon, 03/30/2020 - 19:19', '2020-03-30T19:19:00Z'],
  ['Mon, 16th Nov 2020 13:16:28 GMT', '2020-11-16T13:16:28Z'],
  ['Updated: November 21, 2026', '2026-11-21'],
  ['21. November 2026, 9.30 Uhr', '2026-11-21T09:30:00Z'],
  ['21 novembre 2026 à 9h30', '2026-11-21T09:30:00Z'],
  ['mar. 3 nov. 2026', '2026-11-03'],
  ['sábado, 21 de novembro de 2026 às 10:00', '2026-11-21T10:00:00Z'],
  ['lørdag 21. november 2026 kl. 10.30', '2026-11-21T10:30:00Z'],
  ['21 ноября 2026 г., 10:30', '2026-11-21T10:30:00Z'],
  ['21 листопада 2026', '2026-11-21'],
  ['21 listopada 2026', '2026-11-21'],
  ['21 նոյեմբերի, 2026 թ.', '2026-11-21'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
  ['2026. november 21.', '2026-11-21'],
  ['٢١ نوفمبر ٢٠٢٦', '2026-11-21'],
  ['21 בנובמבר 2026', '2026-11-21'],
  ['21 tháng 11 năm 2026', '2026-11-21'],
  ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
  ['2026年11月21日（土）', '2026-11-21'],
  ['令和8年11月21日', '2026-11-21'],
  ['Fri, 01 Jan 2938 10:00:00 GMT', '2938-01-01T10:00:00Z'],
]

describe('a date as publishers write it', () => {
  it.each(read)('%s', (raw, iso) => {
    expect(parseDate(raw)?.iso).toBe(iso)
  })

  it('does not depend on the zone of the machine', () => {
    process.env.TZ = 'Asia/Tokyo'
    expect(read.map(([raw]) => parseDate(raw)?.iso)).toEqual(read.map(([, iso]) => iso))
  })
})

describe('what is no date', () => {
  it.each([
    '',
    'soon',
    '12 hours ago',
    'Sun, 16 zzz 2012 11:47:32 GMT',
    'Sun, 16 Dec zz 11:47:32 GMT',
    'Sun, 16 Dec 2012 1:2:3:4 GMT',
    'Sun, 16 Dec 2012 11:47:32 +zz:00',
    'Sun, 99 Jun 2009 12:00:00 GMT',
    'Mon, 31 Nov 2026 10:00:00 GMT',
    '2003-12-31T25:14:55Z',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    `${'1'.repeat(50_000)}`,
  ])('%s', raw => {
    expect(parseDate(raw)).toBeUndefined()
  })
})

describe('precision and hints', () => {
  it('says how much of a date was written', () => {
    expect(parseDate('21 Nov 2026 10:00:00 GMT')?.precision).toBe('second')
    expect(parseDate('21 Nov 2026 10:00 GMT')?.precision).toBe('minute')
    expect(parseDate('21 Nov 2026')?.precision).toBe('date')
  })

  it('reads slashes as the language does, and as Americans do when there is none', () => {
    expect(parseDate('04/05/2026')?.iso).toBe('2026-04-05')
    expect(parseDate('04/05/2026', { language: 'fr' })?.iso).toBe('2026-05-04')
    expect(parseDate('04/05/2026', { language: 'en-GB' })?.iso).toBe('2026-05-04')
    expect(parseDate('04/05/2026', { order: 'dmy' })?.iso).toBe('2026-05-04')
    expect(parseDate('04.05.2026')?.iso).toBe('2026-05-04')
  })

  it('takes a month name from the language that is hinted at: listopad is October in Croatia', () => {
    expect(parseDate('21. listopada 2026', { language: 'hr' })?.iso).toBe('2026-10-21')
    expect(parseDate('21. listopada 2026', { language: 'pl' })?.iso).toBe('2026-11-21')
  })
})

describe('a date within a text', () => {
  it('is found with the words it was written in', () => {
    expect(findDate('Yerevan, 21 November 2026 – the minister said')).toEqual({
      iso: '2026-11-21',
      precision: 'date',
      raw: '21 November 2026',
    })
    expect(findDate('Nr. 17 vom 3.11.2026, 9:30')?.iso).toBe('2026-11-03T09:30:00Z')
  })

  it('is not made of version numbers and years', () => {
    expect(findDate('Version 1.2.3 of 2026')).toBeUndefined()
  })
})
