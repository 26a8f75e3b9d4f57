/** A form of English question, with the Chinese question that asks the same. */
export interface EnglishQuestion {
  /** Matches lower case, with periods and numbers already in Chinese and `'s` as a word of its own. */
  readonly pattern: RegExp;
  /**
   * The Chinese question. {name} stands for the translation of the group of that name, {before} and
   * {after} for the translations of the text before and behind the match.
   */
  readonly chinese: string;
  readonly example: string;
}

const AUX = String.raw`(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|should|must)\b(?: there)?`;
/** The words of a noun phrase, up to an auxiliary or the end. */
const NOUN = String.raw`(?<noun>(?:(?!${AUX}\b|'s)\S+ )*?(?!${AUX}\b)[^\s?]+)`;
const RISE = String.raw`(?:gr[eo]w|ris[e]|rose|increas|climb|expand|go up|went up)\w*`;
const FALL = String.raw`(?:f[ae]ll|drop|declin|decreas|shr[iau]nk|reduc|go down|went down|cut)\w*`;
/** Things with a length in space: "how long" asks for a time of all others. */
const LONG = `(?:railway|railroad|road|highway|expressway|motorway|bridge|river|tunnel|canal|coast|coastline|border|street|wall|route|tail|body|runway|pipeline|track|trail|beach|metro|subway|line|wing|ship|train)`;
/** Measures that are told in numbers: "what is the population of". */
const QUANTITY = `(?:number|amount|value|volume|turnover|total|sum|rate|ratio|percentage|proportion|share|population|area|size|length|height|depth|width|elevation|altitude|distance|weight|speed|temperature|rainfall|precipitation|snowfall|density|costs?|prices?|fees?|budget|deficit|surplus|gdp|product|revenues?|income|profits?|sales|output|growth|investment|spending|expenditure|endowment|salary|wages?|standard|age|unemployment|inflation|debt|capacity|lifespan|coverage|imports?|exports?)`;
const ORGANISATION = `(?:company|companies|firms?|enterprises?|university|universities|college|colleges|schools?|hospitals?|banks?|institutes?|institutions?|laborator(?:y|ies)|labs?|agency|agencies|organi[sz]ations?|departments?|ministry|airlines?|teams?|clubs?|part(?:y|ies))`;
const PLACE = `(?:country|countries|city|cities|province|provinces|states?|regions?|districts?|islands?|continents?|seas?|oceans?|rivers?|mountains?|count(?:y|ies)|towns?|villages?|places?|areas?|ports?|harbou?rs?)`;

const rule = (pattern: string, chinese: string, example: string): EnglishQuestion => ({
  pattern: new RegExp(pattern),
  chinese,
  example,
});

/** Forms of English questions, of which the first that matches is taken. */
export const ENGLISH_QUESTIONS: readonly EnglishQuestion[] = [
  // what the turn before asked, of something else
  rule(
    `^(?:and what about|what about|how about|and(?! (?:how|what|who|when|where|why|which))) (?<rest>.+)`,
    '那{rest}呢',
    'and in 2021年',
  ),

  // two things beside each other
  rule(
    `(?:what (?:is|was) )?the (?:difference|gap) between (?<a>.+?) and (?<b>.+)`,
    '{before}{a}和{b}相差多少',
    'what is the difference between imports and exports',
  ),
  rule(
    `how much (?:more|higher|larger|bigger|greater) (?:${AUX} )?(?<a>.+?) than (?<b>.+)`,
    '{a}比{b}多多少',
    'how much higher were imports than exports',
  ),
  rule(
    `how much (?:less|lower|smaller|fewer) (?:${AUX} )?(?<a>.+?) than (?<b>.+)`,
    '{a}比{b}少多少',
    'how much lower were exports than imports',
  ),
  rule(
    String.raw`which (?:one )?(?<a>.*?)${AUX} (?:the )?(?:higher|larger|greater|bigger|more)\b,?(?<b>.*)`,
    '{b}{a}哪个更高',
    'which is higher, imports or exports',
  ),
  rule(
    String.raw`which (?:one )?(?<a>.*?)${AUX} (?:the )?(?:lower|smaller|less|fewer)\b,?(?<b>.*)`,
    '{b}{a}哪个更低',
    'which is lower, imports or exports',
  ),
  rule(
    `^${AUX} (?<a>.+?) (?:higher|larger|greater|bigger|more) than (?<b>.+)`,
    '{a}和{b}哪个更高',
    'were imports higher than exports',
  ),

  // changes: the word of change stands right before what is asked
  rule(
    `(?:by )?(?:what (?:percentage|percent|rate)|how fast) ${AUX} (?<a>.+?) ${RISE}(?<b>.*)`,
    '{b}{a}增长了百分之多少',
    'how fast did gdp grow in 2022年',
  ),
  rule(
    `(?:by )?(?:what (?:percentage|percent|rate)|how fast) ${AUX} (?<a>.+?) ${FALL}(?<b>.*)`,
    '{b}{a}下降了百分之多少',
    'by what percentage did energy use fall',
  ),
  rule(
    String.raw`(?:by )?how (?:much|many \S+) ${AUX} (?<a>.+?) ${RISE}(?<b>.*)`,
    '{b}{a}增长了多少',
    'by how much did gdp grow',
  ),
  rule(
    String.raw`(?:by )?how (?:much|many \S+) ${AUX} (?<a>.+?) ${FALL}(?<b>.*)`,
    '{b}{a}下降了多少',
    'how much did prices fall',
  ),

  // reasons
  rule(String.raw`\bwhy(?: ${AUX})?\b`, '{before}为什么{after}', 'why is kunming called so'),
  rule(
    String.raw`what (?:${AUX} the (?:reasons?|causes?) (?:for|of|why|that)|caused|led to)\b`,
    '{after}的原因是什么',
    'what caused the plague',
  ),

  // places in an order
  rule(`(?:which|what) (?:edition|session)`, '{before}{after}第几届', 'which edition'),
  rule(
    String.raw`(?:where|how) ${AUX} (?<a>.+?) rank\b|what (?:rank|ranking|place) ${AUX} (?<b>.+)`,
    '{a}{b}{after}排名第几',
    'where does jiangsu rank',
  ),

  // measures
  rule(
    `what (?:percentage|percent|share|proportion|fraction|part) of ${NOUN}(?: (?:${AUX} )?(?<rest>.*))?$`,
    '{before}{rest}占{noun}的百分之多少',
    'what share of the rainforest lies in brazil',
  ),
  rule(
    String.raw`how long ${AUX} (?<rest>.*\b${LONG}\b.*)`,
    '{before}{rest}长度是多少',
    'how long is the railway',
  ),
  rule(`how (?:high|tall) ${AUX} (?<rest>.+)`, '{rest}高度是多少', 'how high is it'),
  rule(`how deep ${AUX} (?<rest>.+)`, '{rest}深度是多少', 'how deep is the lake'),
  rule(`how wide ${AUX} (?<rest>.+)`, '{rest}宽度是多少', 'how wide is the river'),
  rule(`how far ${AUX} (?<rest>.+)`, '{rest}距离是多少', 'how far is it from boston'),
  rule(
    `how (?:heavy ${AUX} (?<a>.+)|much ${AUX} (?<b>.+?) weigh)`,
    '{a}{b}重量是多少',
    'how much does it weigh',
  ),
  rule(`how old ${AUX} (?<rest>.+)`, '{rest}多大年龄', 'how old was he'),
  rule(
    String.raw`how (?:big|large|high) ${AUX} (?<rest>.*\b${QUANTITY}\b.*)`,
    '{rest}是多少',
    'how large is the deficit',
  ),
  rule(`how (?:big|large) ${AUX} (?<rest>.+)`, '{rest}面积是多少', 'how large is guam'),
  rule(
    String.raw`how many (?<unit>years|months|weeks|days|hours|minutes)\b`,
    '{before}{after}多少{unit}',
    'how many years did it take',
  ),
  rule(String.raw`how (?:long|often)\b(?: ${AUX})?`, '{before}{after}多久', 'how long did it last'),

  // amounts
  rule(`how much money(?: ${AUX})?`, '{before}{after}多少钱', 'how much money was paid'),
  rule(
    String.raw`how much ${AUX} (?<rest>.*\b(?:cost|worth|invest|spen[dt]|pa(?:y|id)|earn|rais|donat|charg)\w*.*)`,
    '{before}{rest}多少钱',
    'how much did the bridge cost',
  ),
  rule(
    `how much ${NOUN} ${AUX}(?<rest>.*)`,
    '{before}{rest}{noun}是多少',
    'how much foreign capital was used',
  ),
  rule(`how much (?:${AUX} )?(?<rest>.+)`, '{before}{rest}是多少', 'how much is the fee'),
  rule(
    String.raw`how many (?:people|persons)\b(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}多少人',
    'how many people died',
  ),
  rule(
    String.raw`how many times\b(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}多少次',
    'how many times',
  ),
  rule(
    `how many ${NOUN} ${AUX}(?<rest>.*)`,
    '{before}{rest}多少{noun}',
    'how many contracts did jiangsu sign',
  ),
  rule(`how many (?:of )?(?<rest>.+)`, '{before}多少{rest}', 'how many firms took part'),

  // people
  rule(
    `who ${AUX} (?:the )?(?<role>[^?]+?) (?:of|at|for|in) (?<owner>.+)`,
    '{owner}的{role}是谁',
    'who is the director of the institute',
  ),
  rule(String.raw`\bwho ${AUX} (?<rest>(?:\S+ ?){1,4})$`, '{before}{rest}是谁', 'who is gao jun'),
  rule(String.raw`\bwhose\b`, '{before}谁的{after}', 'whose report'),
  rule(String.raw`\bwhom?\b ${AUX}(?<rest>.*)`, '{before}{rest}谁', 'who was appointed mayor'),
  rule(String.raw`\bwhom?\b`, '{before}谁{after}', 'who made the satellite'),
  rule(
    `what (?:${AUX} (?<a>.+?) 's (?:job|position|post|title|role|occupation)|(?:position|post|office|title|role) ${AUX} (?<b>.+?)(?: hold| have)?$)`,
    '{a}{b}担任什么职务',
    "what is gao jun 's position",
  ),
  rule(`what (?:do|does|did) (?<a>.+) do$`, '{a}是做什么的', 'what does ses do'),

  // time and place
  rule(
    String.raw`\bwhen\b(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}什么时候',
    'when was it founded',
  ),
  rule(
    `(?:(?:in|from|since|by|during) )?(?:which|what) year(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}哪一年',
    'in which year did it open',
  ),
  rule(
    `(?:(?:in|on|at|from) )?(?:which|what) (?:month|day|date|time|century|decade)(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}什么时候',
    'on what date was it launched',
  ),
  rule(
    String.raw`\bwhere\b(?: ${AUX})?(?<rest>.*)`,
    '{before}{rest}在哪里',
    'where was the alliance founded',
  ),
  rule(
    `what ${AUX} the (?<what>capital|location|address|birthplace|headquarters|seat) of (?<owner>.+)`,
    '{owner}的{what}是哪里',
    'what is the capital of guam',
  ),
  rule(
    String.raw`(?:(?:in|on|at|to|from|for) )?(?:which|what) (?<noun>(?:\w+ )?${PLACE}) ${AUX}(?<rest>.*)`,
    '{before}{rest}哪个{noun}',
    'in which city was it founded',
  ),
  rule(
    String.raw`(?:(?:in|on|at|to|from|for) )?(?:which|what) (?<noun>(?:\w+ )?${PLACE})\b`,
    '{before}哪个{noun}{after}',
    'which country built the railway',
  ),

  // which of several
  rule(
    `(?:which|what) (?:two|three|four|five|six|other|kinds? of|types? of) (?<rest>.+)`,
    '{before}哪些{rest}',
    'which three universities moved',
  ),
  rule(`what are (?<rest>.+)`, '{before}{rest}有哪些', 'what are the main industries'),
  rule(
    String.raw`(?:which|what) (?<noun>(?:\w+ )?${ORGANISATION}) ${AUX}(?<rest>.*)`,
    '{before}{rest}哪家{noun}',
    'which company did they buy',
  ),
  rule(
    String.raw`(?:which|what) (?<noun>(?:\w+ )?${ORGANISATION})\b`,
    '{before}哪家{noun}{after}',
    'which company runs the railway',
  ),
  rule(
    `what ${AUX} (?:the )?name of (?<rest>.+)|what ${AUX} (?<a>.+?) (?:called|named)$|what ${AUX} (?<b>.+?) 's name`,
    '{before}{rest}{a}{b}叫什么',
    'what is the name of the airport',
  ),
  rule(
    String.raw`what (?:${AUX}) (?<rest>(?:[^\s?]+ ){0,6}?${QUANTITY}\b.*)`,
    '{before}{rest}是多少',
    'what is the population of guam',
  ),
  rule(`what (?:is|was|were) (?<rest>.+)`, '{before}{rest}是什么', 'what is the theme'),
  rule(
    String.raw`what (?<noun>${QUANTITY}|(?:\w+ )${QUANTITY}) (?:${AUX})(?<rest>.*)`,
    '{before}{rest}{noun}是多少',
    'what deficit rate was planned',
  ),
  rule(`what ${AUX} (?<rest>.+)`, '{before}{rest}什么', 'what did they sign'),
  rule(
    `(?:which|what) ${NOUN} ${AUX}(?<rest>.*)`,
    '{before}{rest}什么{noun}',
    'what theme did it have',
  ),
  rule(String.raw`\b(?:which|what) (?<rest>.+)`, '{before}哪个{rest}', 'which rocket carried it'),
  rule(String.raw`\bhow\b(?: ${AUX})?`, '{before}如何{after}', 'how is it spread'),

  // no question word
  rule(`^${AUX} (?<rest>.+)`, '是否{rest}', 'did the alliance start in shanghai'),
  rule(
    String.raw`^(?:the )?(?<rest>(?:\S+ ){0,4}?${QUANTITY}\b.*)`,
    '{rest}是多少',
    'population of guam',
  ),
  rule(`^(?<rest>.*)$`, '{rest}', 'seed industry alliance'),
];

/** Courtesies before an English question. */
export const ENGLISH_COURTESIES =
  /^(?:(?:please|hi|hello|so|well|ok(?:ay)?|according to (?:the|this) (?:article|text|report)),? )*(?:(?:can|could|would) you (?:please )?)?(?:(?:tell|give|show) me|do you know|i (?:want|would like|'d like) to know|find(?: out)?|list|name)?(?: about)? ?(?:please )?(?=\S)/;
