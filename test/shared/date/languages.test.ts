import { describe, expect, it } from 'vitest'
import { findDate } from '../../../shared/date/find-date.ts'
import { parseDate } from '../../../shared/date/parse-date.ts'

/** Every language that sources.yaml names, then those of its neighbours: how their pages write days. */
const WRITTEN: [string, string[]][] = [
  ['en', ['Wednesday, 4 March 2026', 'March 4, 2026', 'Mar. 4th, 2026', 'the 4th of March 2026']],
  ['ru', ['4 марта 2026 года', '4 марта 2026 г.', 'среда, 4 марта 2026', '04.03.2026', '4 мар. 2026, 10:15']],
  ['hy', ['4 մարտի, 2026 թ.', '2026 թ. մարտի 4', '4 մարտի 2026', '04.03.2026']],
  ['fr', ['4 mars 2026', 'mercredi 4 mars 2026', 'le 4 mars 2026 à 10h15', '04/03/2026']],
  ['de', ['4. März 2026', 'Mittwoch, 4. März 2026', '04.03.2026, 10:15 Uhr', '4. 3. 2026', '4. Mär. 2026']],
  ['es', ['4 de marzo de 2026', 'miércoles, 4 de marzo de 2026', '4 mar 2026', '04/03/2026']],
  ['no', ['4. mars 2026', 'onsdag 4. mars 2026', '04.03.2026', '4.3.2026 kl. 10.15']],
  ['sv', ['4 mars 2026', 'onsdag 4 mars 2026', '2026-03-04']],
  ['ar', ['٤ مارس ٢٠٢٦', '4 آذار 2026', 'الأربعاء 4 مارس 2026', '04‏/03‏/2026', '4 آذار/مارس 2026']],
  ['ja', ['2026年3月4日', '令和8年3月4日', '2026年3月4日（水）', '2026.3.4', 'R8.3.4']],
  ['ko', ['2026년 3월 4일', '2026. 3. 4.', '2026.03.04 (수)', '2026-03-04']],
  ['zh-Hans', ['2026年3月4日', '2026-03-04 10:15', '2026年03月04日 星期三', '2026-3-4']],
  [
    'zh-Hant',
    ['中華民國115年3月4日', '民國115年3月4日', '115年3月4日', '115-03-04', '115/3/4', '2026年3月4日'],
  ],
  ['uk', ['4 березня 2026 року', '4 березня 2026', '04.03.2026']],
  ['be', ['4 сакавіка 2026 г.']],
  ['az', ['4 mart 2026', '4 mart 2026-cı il']],
  ['ka', ['4 მარტი, 2026', '4 მარტი 2026']],
  ['kk', ['2026 ж. 4 наурыз', '4 наурыз 2026', '2026 жылғы 4 наурыз']],
  ['ky', ['4-март, 2026', '4 март 2026']],
  ['uz', ['4-mart, 2026', '2026-yil 4-mart']],
  ['tr', ['4 Mart 2026', '4 Mart 2026 Çarşamba', '04.03.2026']],
  ['fa', ['۴ مارس ۲۰۲۶', '۱۳ اسفند ۱۴۰۴', '۱۴۰۴/۱۲/۱۳', '13 اسفند ماه 1404']],
  ['ur', ['4 مارچ، 2026', 'بدھ، 4 مارچ، 2026']],
  ['he', ['4 במרץ 2026', 'יום רביעי, 4 במרץ 2026']],
  ['hi', ['4 मार्च 2026', 'बुधवार, 4 मार्च 2026', '४ मार्च २०२६']],
  ['bn', ['৪ মার্চ, ২০২৬']],
  ['th', ['4 มีนาคม 2569', '4 มี.ค. 69', 'วันพุธที่ 4 มีนาคม พ.ศ. 2569', '04/03/2569']],
  ['vi', ['4 tháng 3, 2026', 'Thứ Tư, 4 tháng 3, 2026', '04/03/2026', 'ngày 4 tháng 3 năm 2026']],
  ['am', ['4 ማርች 2026']],
  ['lt', ['2026 m. kovo 4 d.']],
  ['lv', ['2026. gada 4. marts']],
  ['hu', ['2026. március 4.']],
  ['cs', ['4. března 2026', '4. 3. 2026']],
  ['pt', ['quarta-feira, 4 de março de 2026', '4 de março de 2026']],
  ['it', ['4 marzo 2026', '4 mar 2026']],
  ['pl', ['4 marca 2026', '4 marca 2026 r.']],
  ['el', ['4 Μαρτίου 2026']],
]

describe.each(WRITTEN)('a day as %s writes it', (language, days) => {
  it.each(days)('%s', day => {
    expect(parseDate(day, { language })?.iso.slice(0, 10)).toBe('2026-03-04')
    expect(findDate(`— ${day} —`, { language })?.iso.slice(0, 10)).toBe('2026-03-04')
  })
})

describe('every month that the runtime knows', () => {
  const languages = [...new Set(WRITTEN.map(([language]) => language))].filter(language => language !== 'ky')
  it.each(languages)('is read in %s, long and short', language => {
    for (const dateStyle of ['long', 'medium'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' })
      for (let month = 0; month < 12; month++) {
        const ms = Date.UTC(2026, month, 21)
        const written = format.format(ms)
        expect(findDate(written, { language })?.iso, written).toBe(new Date(ms).toISOString().slice(0, 10))
      }
    }
  })
})

describe('a date that no space parts from the words around it', () => {
  it.each([
    ['發布日期2026年3月4日由本部', 'zh-Hant'],
    ['公開日令和8年3月4日更新', 'ja'],
    ['입력2026.03.04 10:15', 'ko'],
  ])('%s', (text, language) => {
    expect(findDate(text, { language })?.iso.slice(0, 10)).toBe('2026-03-04')
  })
})

describe('years counted otherwise', () => {
  it.each([
    ['平成元年1月8日', undefined, '1989-01-08'],
    ['昭和64年1月7日', undefined, '1989-01-07'],
    ['1 فروردین 1405', undefined, '2026-03-21'],
    ['30 اسفند 1403', undefined, '2025-03-20'],
    ['15 رمضان 1447 هـ', undefined, '2026-03-04'],
    ['1 ربيع الأول 1448', undefined, '2026-08-14'],
    ['4 มีนาคม ค.ศ. 2026', 'th', '2026-03-04'],
    ['4 كانون الثاني 2026', 'ar', '2026-01-04'],
    ['4 تشرين الأول 2026', 'ar', '2026-10-04'],
  ])('%s', (raw, language, iso) => {
    expect(parseDate(raw, { language })?.iso).toBe(iso)
  })

  it('are not made up where the calendar has no such day', () => {
    expect(parseDate('30 اسفند 1404')?.iso).toBeUndefined()
  })

  it('follow the calendar of Iran on every day of a century', () => {
    const shown = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { dateStyle: 'short', timeZone: 'UTC' })
    for (let day = 0; day < 36_524; day += 13) {
      const ms = Date.UTC(1950, 0, 1 + day)
      const [month, date, year = ''] = shown.format(ms).split(/[/\s]/)
      const iso = parseDate(`${year}/${month}/${date}`, { language: 'fa' })?.iso
      expect(iso).toBe(new Date(ms).toISOString().slice(0, 10))
    }
  })
})
