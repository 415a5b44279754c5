/** Two sentences of news each, with the quotes, dashes and letters that the language lives by. */
export const PASSAGES: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    'The council said on Monday that it won’t close the bridge – “not this winter” – unless the ice returns.',
    'Café owners paid £40 (€46) each; the naïve résumé of Zoë’s plan, she said, “cost us half a year”…',
  ],
  de: [
    'Der Rat schließt die Brücke – „für den Winter“, heißt es. Ämter öffnen später, Übergänge bleiben.',
    '„Das ist ein großer Spaß“, sagte Müller. Die Straße nach Köln kostet 40 Mio. €, so der Bürgermeister.',
  ],
  fr: [
    'Le conseil a décidé : « le pont sera fermé cet été », précise-t-il à Noël. Où ça ? Là-bas, à l’île.',
    'L’État paiera 40 000 € à la commune d’Évreux, où l’œuvre du maître reste exposée jusqu’à août.',
  ],
  es: [
    'El año que viene, ¿cerrará el puente? Según él, sí… ¡mañana! La compañía «Peñón» pagará 40 €.',
    'El presidente visitó Córdoba y Málaga; «así será», dijo. La niña recibió atención médica el miércoles.',
  ],
  pt: [
    'A decisão não será à toa: a ponte fechará amanhã às dez, disse o cidadão João, da região de São Luís.',
    '“Já é hora”, afirmou a ministra. A construção custará 40 milhões – três vezes mais do que há um ano.',
  ],
  it: [
    'La città chiuderà il ponte perché è pericoloso: «Così non va», dice il sindaco. Più tardi si vedrà.',
    'L’attività è già ripresa; però il costo salirà a 40 € per metà delle famiglie, spiega l’assessore Forlì.',
  ],
  nl: [
    'De gemeenteraad zegt dat de brug ’s winters dicht blijft: “één keer is genoeg”, aldus de burgemeester.',
    'De coördinatie met België kost € 40 miljoen; dat is volgens de raad geen idee-fixe, maar “reële noodzaak”.',
  ],
  pl: [
    'Rada poinformowała w poniedziałek, że most zostanie zamknięty – „na zimę”, jak powiedział burmistrz Łodzi.',
    'Żółta tablica ostrzega pieszych; następną decyzję podejmą później. Śnieg i gęsta mgła utrudniają pracę.',
  ],
  cs: [
    'Rada oznámila, že most bude přes zimu uzavřen kvůli nebezpečí, řekl „starosta“. Říjen začal deštěm.',
    'Žádost podalo čtyřicet občanů; úřad ji ještě neřešil. Příští týden se sejdou ředitelé škol a nemocnic.',
  ],
  sk: [
    'Rada oznámila, že most bude cez zimu uzavretý – „kvôli ľadu“, povedal primátor. Ďalší týždeň sa stretnú.',
    'Žiadosť podalo štyridsať ľudí; úrad ju ešte neriešil. Vŕtanie stĺpov sa začne až v máji.',
  ],
  hu: [
    'A tanács hétfőn közölte, hogy a híd télre bezár; őszintén szólva nem biztonságos – mondta a főmérnök.',
    'Az „új híd” építése jövőre kezdődik. Űrhajósok és tűzoltók is részt vettek az ünnepségen Győrben.',
  ],
  ro: [
    'Consiliul a anunțat că podul va fi închis în această iarnă; ținta e primăvara – „așa a fost mereu”.',
    'Președintele a spus că țara își respectă angajamentele. Școlile și spitalele rămân deschise până sâmbătă.',
  ],
  tr: [
    'Konsey köprünün kış için kapatılacağını açıkladı; “güvenlik şart”, dedi İğneci. Şehir ışıkları sönük.',
    'Öğrenciler için üç yüz koltuk ayrıldı. Görüşmeler çarşamba günü İstanbul’da sürecek, dedi sözcü.',
  ],
  ru: [
    'Совет сообщил в понедельник, что мост «закрыт» — на зиму. Её дом стоит рядом, и она против.',
    'Россия и Эстония подписали соглашение; «это хорошая новость», — заявил министр. Подъезд ещё открыт.',
  ],
  uk: [
    'Рада повідомила в понеділок, що міст «закрито» — на зиму. Її під’їзд поруч, і вона проти цього.',
    'Україна та Європейський Союз підписали угоду; «це добра новина», — заявив міністр. Ґанок ще відкритий.',
  ],
  bg: [
    'Съветът съобщи в понеделник, че мостът ще бъде затворен – „за зимата“, каза кметът на града.',
    'Премиерът и министрите обсъдиха бюджета; срещата започна в десет часа и завърши без решение.',
  ],
  sr: [
    'Савет је саопштио да ће мост бити затворен – „преко зиме“, рекао је градоначелник. Људи чекају вест.',
    'Ђаци су јуче посетили музеј; њихова учитељица каже да је џеп времена кратак. Сједињене општине ћуте.',
  ],
  el: [
    'Το συμβούλιο ανακοίνωσε ότι η γέφυρα θα κλείσει «για το χειμώνα». Ο δήμαρχος είπε: «Έτσι είναι».',
    'Ύστερα από μήνες, η κυβέρνηση παρουσίασε το σχέδιο – όλοι περίμεναν την απόφαση της Αθήνας.',
  ],
  ar: [
    'أعلن المجلس يوم الاثنين أن الجسر سيغلق في الشتاء، وقال رئيس البلدية: «هذا ضروري».',
    'ستبدأ أعمال الصيانة في الشهر المقبل؛ وتبلغ التكلفة أربعين مليونا، فهل يكفي ذلك؟',
  ],
  fa: [
    'شورای شهر روز دوشنبه اعلام کرد که پل در زمستان بسته می‌شود؛ شهردار گفت: «چاره‌ای نیست».',
    'مردم می‌پرسند چرا هزینهٔ کارها چنین بالاست، و چه کسی آن را می‌پردازد؟',
  ],
  he: [
    'המועצה הודיעה ביום שני כי הגשר ייסגר בחורף – "זה הכרחי", אמר ראש העיר לעיתונאים.',
    'העבודות יתחילו בחודש הבא, והעלות תגיע לארבעים מיליון; האם זה מספיק?',
  ],
  hi: [
    'परिषद ने सोमवार को कहा कि पुल सर्दियों में बंद रहेगा। महापौर ने कहा, “यह ज़रूरी है।”',
    'मरम्मत का काम अगले महीने शुरू होगा और इसकी लागत चालीस करोड़ होगी।',
  ],
  th: [
    'สภาเมืองแถลงเมื่อวันจันทร์ว่าสะพานจะปิดในฤดูหนาว “จำเป็นต้องทำ” นายกเทศมนตรีกล่าว',
    'งานซ่อมแซมจะเริ่มเดือนหน้า และใช้งบประมาณสี่สิบล้านบาท',
  ],
  vi: [
    'Hội đồng thông báo cây cầu sẽ đóng cửa vào mùa đông: “Đây là việc cần thiết”, thị trưởng nói.',
    'Công việc sửa chữa bắt đầu từ tháng tới và tốn bốn mươi triệu đồng; người dân Đà Nẵng chờ đợi.',
  ],
  zh: [
    '市议会周一宣布，大桥将在冬季关闭。市长说：“这是必要的。”',
    '维修工程下月开始，费用约四千万元；市民们正在等待进一步消息。',
  ],
  ja: [
    '市議会は月曜日、橋を冬の間閉鎖すると発表した。市長は「やむを得ない」と述べた。',
    '修理は来月から始まり、費用はおよそ四千万円になる見込みです。',
  ],
  ko: [
    '시의회는 월요일 겨울 동안 다리를 폐쇄한다고 발표했다. 시장은 “불가피하다”고 말했다.',
    '보수 공사는 다음 달에 시작되며 비용은 약 사천만 원으로 예상된다.',
  ],
  hy: [
    'Խորհուրդը երկուշաբթի հայտնեց, որ կամուրջը ձմռանը փակ կլինի։ «Դա անհրաժեշտ է», — ասաց քաղաքապետը։',
    'Վերանորոգումը կսկսվի հաջորդ ամիս, և ծախսը կկազմի քառասուն միլիոն դրամ։',
  ],
  ka: [
    'საბჭომ ორშაბათს განაცხადა, რომ ხიდი ზამთარში დაიხურება – „ეს აუცილებელია“, თქვა მერმა.',
    'შეკეთება მომავალ თვეში დაიწყება და ორმოცი მილიონი ლარი დაჯდება.',
  ],
  sv: [
    'Rådet meddelade på måndagen att bron stängs över vintern – ”det är nödvändigt”, sade borgmästaren.',
    'Älven är hög, öarna är isolerade. Åtgärderna kostar 40 miljoner kronor, enligt kommunen i Örebro.',
  ],
  is: [
    'Ráðið tilkynnti á mánudag að brúnni yrði lokað í vetur – „það er nauðsynlegt“, sagði bæjarstjórinn.',
    'Þingið kemur saman á föstudag; ætlað er að viðgerðin kosti fjörutíu milljónir króna. Ísinn er þykkur.',
  ],
  fi: [
    'Valtuusto ilmoitti, että silta suljetaan talveksi – ”tämä on välttämätöntä”, sanoi pormestari Åkerlund.',
    'Työt alkavat ensi kuussa; hinta on neljäkymmentä miljoonaa. Äänestys pidetään Jyväskylässä.',
  ],
  lt: [
    'Taryba pirmadienį pranešė, kad tiltas žiemą bus uždarytas – „tai būtina“, sakė meras Šiauliuose.',
    'Darbai prasidės kitą mėnesį ir kainuos keturiasdešimt milijonų; žmonės laukia žinių iš Ąžuolyno.',
  ],
}
