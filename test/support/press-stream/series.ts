import { releaseIn, SCRIPTS } from '../release-text.ts'
import { type Draw, drawOf } from './draw.ts'

export type Wording = { title: string; text: string }

/** A form that an office fills in again and again. Two of one form differ in what is filled in, and nowhere else. */
export type Series = {
  name: string
  everyDays: number
  /** @param at which issue it is, from 0. @param date as it is written in the text. */
  issue: (draw: Draw, at: number, date: string) => Wording
}

const STEADY = drawOf(31_337)
const PLACES = Array.from({ length: 40 }, () => STEADY.name())
const place = (draw: Draw) => PLACES[draw.number(0, PLACES.length - 1)] ?? 'Brenn'
const person = (draw: Draw) => `${draw.name()} ${draw.name()}`
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')
const MONTHS = ['January', 'March', 'June', 'September', 'December'] as const
const QUARTERS = ['first', 'second', 'third', 'fourth'] as const

const IN_ENGLISH: readonly Series[] = [
  {
    name: 'fish landings',
    everyDays: 7,
    issue: (draw, at, date) => ({
      title: 'Weekly landings of fish at the ports of the coast',
      text: `The Fisheries Board publishes the landings of week ${(at % 52) + 1}, as reported until ${date}. All figures are in tons and may be corrected later.\n${lines(12, port => `${PLACES[port]}: the boats landed ${draw.number(10, 900)} tons of cod, ${draw.number(5, 400)} tons of herring and ${draw.number(1, 90)} tons of plaice.`)}\nThe price of cod was ${draw.number(2, 9)}.${draw.number(10, 99)} a kilogram. The next figures will be published in a week at the usual hour.`,
    }),
  },
  {
    name: 'gas in storage',
    everyDays: 7,
    issue: (draw, _, date) => {
      const [change, total] = [draw.number(1, 99), draw.number(1_500, 3_800)]
      const way = draw.pick(['rose', 'fell'])
      return {
        title: `Gas in storage ${way} by ${change} million cubic metres in the week`,
        text: `Working gas in underground storage ${way} by ${change} million cubic metres in the week to ${date}, the Energy Office said. Stocks stood at ${total} million cubic metres, ${draw.number(1, 20)} percent ${draw.pick(['above', 'below'])} those of a year ago and ${draw.number(1, 20)} percent ${draw.pick(['above', 'below'])} the mean of five years. In the east stocks were ${draw.number(200, 900)}, in the west ${draw.number(200, 900)} and in the south ${draw.number(200, 900)} million cubic metres. The office collects the figures from all who keep storage and publishes them each Thursday.`,
      }
    },
  },
  {
    name: 'earnings',
    everyDays: 1,
    issue: (draw, _, date) => {
      const company = `${draw.name()} ${draw.pick(['Holding', 'Group', 'Industries', 'Lines'])}`
      const quarter = draw.pick(QUARTERS)
      return {
        title: `${company} reports results of the ${quarter} quarter of 2026`,
        text: `${company} today reported its results for the ${quarter} quarter, which ended on ${date}. Revenue was ${draw.number(20, 900)}.${draw.number(0, 9)} million, compared with ${draw.number(20, 900)}.${draw.number(0, 9)} million in the same quarter of the year before. Net income was ${draw.number(1, 90)}.${draw.number(0, 9)} million or ${draw.number(1, 9)}.${draw.number(10, 99)} a share. The board will hold a call with investors at ${draw.number(8, 17)}:30 on the day of publication; those who wish to listen can register on the pages for investors.\n\n"We are pleased with these results in a demanding market," said ${person(draw)}, chief executive of ${company}. "Our people, our customers and our discipline in cost have again made the difference, and we look to the rest of the year with confidence."\n\nStatements in this release that are no historical facts look forward and are subject to risks, among them the course of the economy, the price of materials, the rates of exchange and the decisions of authorities. The company takes no duty to bring them up to date.`,
      }
    },
  },
  {
    name: 'dividends',
    everyDays: 1,
    issue: (draw, _, date) => {
      const company = `${draw.name()} ${draw.pick(['Trust', 'Bank', 'Fund', 'Partners'])}`
      return {
        title: `${company} declares monthly dividend`,
        text: `The board of ${company} has declared a dividend of 0.${draw.number(100, 999)} for each share, payable on ${date} to those on the register at the close of business ${draw.number(5, 15)} days before. The shares will trade without the right to it from the day before. ${company} has paid a dividend in each of the last ${draw.number(12, 200)} months.`,
      }
    },
  },
  {
    name: 'obituaries',
    everyDays: 1,
    issue: (draw, _, date) => {
      const [who, age] = [person(draw), draw.number(60, 99)]
      return {
        title: `Obituary: ${who}`,
        text: `${who}, aged ${age}, of ${place(draw)}, died peacefully at home on ${date}, with the family at the bedside. Born in ${place(draw)}, ${draw.pick(['she', 'he'])} worked for ${draw.number(12, 45)} years as a ${draw.pick(['teacher', 'baker', 'nurse', 'fitter', 'clerk'])} and leaves ${draw.number(1, 5)} children and ${draw.number(1, 9)} grandchildren. A service will be held at the chapel of ${place(draw)} at ${draw.number(9, 15)} o'clock. The family asks for gifts to the hospice in place of flowers.`,
      }
    },
  },
  {
    name: 'weather warnings',
    everyDays: 1,
    issue: (draw, _, date) => ({
      title: 'Warning of strong wind on the coast',
      text: `The Weather Service warns of strong wind between ${place(draw)} and ${place(draw)} from ${draw.number(0, 23)}:00 on ${date}. Gusts of up to ${draw.number(60, 120)} kilometres an hour are expected, with waves of ${draw.number(2, 8)} metres. Small craft should stay in harbour. Secure what may be blown away and keep clear of trees. The warning stands until ${draw.number(0, 23)}:00.`,
    }),
  },
  {
    name: 'court calendar',
    everyDays: 1,
    issue: (draw, _, date) => ({
      title: `Court calendar for ${date}`,
      text: `The District Court of Ostervik will hear these cases on ${date}. Doors open half an hour before the first hearing. Visitors pass a check at the entrance and leave telephones there.\n${lines(14, hearing => `Room ${(hearing % 4) + 1}, ${9 + (hearing >> 1)}:${draw.pick(['00', '15', '30', '45'])}, Judge ${PLACES[hearing % 6]}: the people against ${person(draw)}, ${draw.pick(['theft', 'fraud', 'assault', 'driving without a licence', 'damage to property'])}, ${draw.pick(['first hearing', 'plea', 'sentence', 'trial by jury'])}.`)}\nThe calendar may change without notice. For questions call the registry between nine and four.`,
    }),
  },
  {
    name: 'appointments',
    everyDays: 2,
    issue: (draw, _, date) => {
      const [who, role] = [
        person(draw),
        draw.pick(['ambassador to', 'director of', 'judge at', 'commissioner for']),
      ]
      const where = place(draw)
      return {
        title: `${who} appointed ${role} ${where}`,
        text: `By decree of the President, ${who} has been appointed ${role} ${where} with effect from ${date}.\n\n${who} was born in ${draw.number(1955, 1990)} in ${place(draw)}, read ${draw.pick(['law', 'economics', 'history', 'medicine'])} at the university of ${place(draw)} and has served the state since ${draw.number(1991, 2020)}, last as deputy head of the office in ${place(draw)}. The President thanked the predecessor, ${person(draw)}, for loyal service and wished the new holder of the office success.\n\nThe decree is published in the official gazette and takes effect on the day stated in it.`,
      }
    },
  },
  {
    name: 'road works',
    everyDays: 1,
    issue: (draw, _, date) => {
      const road = draw.number(1, 80)
      return {
        title: `Lanes closed on road ${road} from ${date}`,
        text: `The Road Office advises drivers of closed lanes on road ${road} between kilometre ${draw.number(1, 60)} and kilometre ${draw.number(61, 120)} from ${date}, weather permitting. Crews will be ${draw.pick(['paving', 'painting', 'inspecting a bridge on', 'clearing ditches along'])} the ${draw.pick(['northern', 'southern', 'eastern', 'western'])} side from ${draw.number(6, 9)} in the morning to ${draw.number(3, 7)} in the afternoon. Drivers should expect delays, follow the signs and slow down for the crews.`,
      }
    },
  },
  {
    name: 'unemployment by region',
    // Twelve regions on one day, then a month of nothing: `at` counts the releases.
    everyDays: 2.5,
    issue: (draw, at) => {
      const [region, month] = [PLACES[at % 12] ?? '', MONTHS[Math.floor(at / 12) % 5] ?? '']
      return {
        title: `Unemployment in the region of ${region} in ${month}`,
        text: `The rate of unemployment in the region of ${region} was ${draw.number(2, 12)}.${draw.number(0, 9)} percent in ${month}, ${draw.number(0, 1)}.${draw.number(1, 9)} points ${draw.pick(['more', 'less'])} than a year before. ${draw.number(1_000, 90_000)} people were registered as looking for work, ${draw.number(100, 9_000)} of them younger than 25. Employers reported ${draw.number(100, 9_000)} vacancies. Figures are adjusted for the season. Results of the survey of households may differ from those of the register, for both count in different ways; the method is described on the pages of the Statistical Office.`,
      }
    },
  },
  {
    name: 'influenza',
    everyDays: 7,
    issue: (draw, at) => ({
      title: `Influenza report for week ${(at % 52) + 1}`,
      text: `In week ${(at % 52) + 1} the Institute of Health counted ${draw.number(50, 4_000)} cases of influenza confirmed in a laboratory, against ${draw.number(50, 4_000)} in the week before. ${draw.number(5, 400)} patients were admitted to hospital and ${draw.number(0, 40)} died. The activity is judged ${draw.pick(['low', 'moderate', 'high', 'very high'])} in ${place(draw)} and ${draw.pick(['low', 'moderate', 'high', 'very high'])} elsewhere. The Institute reminds all who are older than 60, expecting or ill for long that vaccination is free of charge at every surgery, and advises to stay at home with fever.`,
    }),
  },
  {
    name: 'exchange rates',
    everyDays: 1,
    issue: (draw, _, date) => ({
      title: 'Official rates of exchange of the central bank',
      text: `The central bank has set these official rates of exchange for ${date}:\n${lines(16, coin => `${coin + 1} ${PLACES[coin]} crowns: ${draw.number(1, 900)}.${draw.number(1_000, 9_999)}`)}\nThe bank is not bound to buy or sell at these rates.`,
    }),
  },
  {
    name: 'missing persons',
    everyDays: 2,
    issue: (draw, _, date) => {
      const [who, town] = [person(draw), place(draw)]
      return {
        title: `Appeal for help to find ${who}, missing from ${town}`,
        text: `Police ask the public for help to find ${who}, ${draw.number(12, 88)}, who was last seen in ${town} on ${date} at about ${draw.number(1, 12)} o'clock. ${who} is ${draw.number(150, 199)} centimetres tall, of ${draw.pick(['slim', 'medium', 'heavy'])} build, with ${draw.pick(['grey', 'brown', 'black', 'fair'])} hair, and wore a ${draw.pick(['red', 'blue', 'green', 'black'])} jacket. Who has seen ${who} or knows where to look is asked to call the station in ${town} or any other.`,
      }
    },
  },
  {
    name: 'tenders',
    everyDays: 2,
    issue: (draw, _, date) => ({
      title: `Notice of tender ${draw.number(1_000, 9_999)}: ${draw.pick(['supply of', 'works on', 'services for'])} ${draw.word()} ${draw.word()}`,
      text: `The Procurement Agency invites sealed tenders for lot ${draw.number(1, 20)} under number ${draw.number(10_000, 99_999)}. Documents may be had from the agency on payment of ${draw.number(10, 90)} crowns. Tenders must be received not later than ${draw.number(9, 16)}:00 on ${date} with a security of ${draw.number(1, 50)} thousand crowns, and are opened in public at once. Late tenders are sent back unopened. The agency may decline any tender without giving reasons.`,
    }),
  },
  {
    name: 'national days',
    everyDays: 1.5,
    issue: draw => {
      const [who, where] = [person(draw), draw.name()]
      return {
        title: `President congratulates ${who} on the national day of ${where}`,
        text: `The President of the Republic has sent a message to ${who}, President of ${where}, on the occasion of the national day.\n\n"Excellency, on behalf of the people of our country and in my own name I congratulate you and the friendly people of ${where} on your national day. Our countries are bound by warm relations, which have grown in substance year by year. I am confident that through our joint efforts the cooperation between our countries, both bilateral and in international organisations, will keep growing for the good of our peoples.\n\nI wish you, Excellency, robust health and every success, and the people of ${where} lasting peace and welfare," the message says.`,
      }
    },
  },
  {
    name: 'condolences',
    everyDays: 2,
    issue: draw => {
      const [who, family] = [
        person(draw),
        draw.pick(['the family', 'the friends and colleagues', 'the pupils']),
      ]
      return {
        title: `Condolences of the Prime Minister on the passing of ${who}`,
        text: `I was deeply saddened to learn of the passing of ${who}, renowned ${draw.pick(['composer', 'painter', 'physicist', 'actor', 'surgeon', 'poet'])} and ${draw.pick(['teacher', 'citizen of honour', 'member of the academy', 'bearer of the state prize'])}. A whole epoch of our culture is bound to this name. The contribution will remain in the memory of generations, and the work will go on to inspire those who come after. I share the grief of ${family} and extend my sincere condolences to all who were close to ${who} and to all admirers of the talent.`,
      }
    },
  },
  {
    name: 'credentials',
    everyDays: 1.5,
    issue: draw => {
      const [who, where] = [person(draw), draw.name()]
      return {
        title: `Ambassador of ${where} presents credentials`,
        text: `The newly appointed Ambassador of ${where}, ${who}, today presented letters of credence to the President at the palace.\n\nThe President congratulated the Ambassador on the appointment and expressed hope that the mission would give new impetus to relations in ${draw.pick(['trade', 'culture', 'energy', 'tourism'])} and ${draw.pick(['science', 'education', 'defence', 'transport'])}. Ambassador ${who} thanked for the warm reception, conveyed the greetings of the head of state of ${where} and assured that no effort would be spared. The parties spoke about the agenda of cooperation, about the situation in the region and about visits at a high level, and agreed to keep in touch.`,
      }
    },
  },
]

/** The same in letters of other scripts: what stands is of the script, what is filled in are figures and words. */
const IN_SCRIPTS: readonly Series[] = SCRIPTS.map((script, index) => ({
  name: `bulletin in ${script}`,
  everyDays: 3,
  issue: (draw, at, date) => ({
    title: `${releaseIn(script, 900_000 + index, 1).slice(0, 40)} ${at + 1}`,
    text: `${date}\n${releaseIn(script, 910_000 + index, 8)
      .split('\n')
      .map(
        line =>
          `${line} ${draw.number(10, 9_999)} ${releaseIn(script, draw.number(0, 1e9), 1).slice(0, 12)} ${draw.number(10, 9_999)}`,
      )
      .join('\n')}`,
  }),
}))

export const SERIES: readonly Series[] = [...IN_ENGLISH, ...IN_SCRIPTS]
