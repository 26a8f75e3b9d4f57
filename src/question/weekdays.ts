/** Days of the week, Monday as 1 and Sunday as 7. */
const DAYS = '一二三四五六日';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NAME = '(?:周|星期|礼拜)';
const RUN = new RegExp(`${NAME}([${DAYS}天])\\s?[-—–~至到]+\\s?${NAME}?([${DAYS}天])`, 'gu');
/** 周六、日 names two. */
const NAMED = new RegExp(`${NAME}([${DAYS}天](?:[、和及]?[${DAYS}天](?!内))*)`, 'gu');
/** Words for several of them. */
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/周末|双休日/u, [6, 7]],
  [/工作日|平[日时]/u, [1, 2, 3, 4, 5]],
  [/每[天日]|全周|全年/u, EVERY_DAY],
];

/** The days of the week that normalised text names, by word or as a run: 周二至周五. Empty where it names none. */
export function weekdaysIn(text: string): ReadonlySet<number> {
  const days = new Set<number>();
  for (const [, from = '', to = ''] of text.matchAll(RUN)) {
    for (let day = numberOf(from); day <= numberOf(to); day += 1) days.add(day);
  }
  for (const [, named = ''] of text.matchAll(NAMED)) {
    for (const day of named) if (numberOf(day) > 0) days.add(numberOf(day));
  }
  for (const [group, members] of GROUPS) {
    if (group.test(text)) for (const day of members) days.add(day);
  }
  return days;
}

function numberOf(day: string): number {
  return day === '天' ? 7 : DAYS.indexOf(day) + 1;
}
