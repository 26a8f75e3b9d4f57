import { describe, expect, it } from 'vitest';
import { besideDateline, lacksKind } from '../../../src/answer/spans/asked-kind.ts';
import { spansOf } from '../../../src/answer/spans/typed-spans.ts';
import { analyse } from '../../../src/language/analysed-text.ts';
import { tokenizer, understand } from '../../helpers/tokenizer.ts';

const datesOf = (text: string) => {
  const sentence = analyse(text, tokenizer);
  return besideDateline(spansOf('date', sentence), sentence).map(({ start, end }) =>
    sentence.normalized.text.slice(start, end),
  );
};

describe('besideDateline', () => {
  it('leaves out when a report was sent', () => {
    expect(datesOf('新华社青城8月10日电 大桥将于9月1日通车。')).toEqual(['9月1日']);
  });

  it('leaves out when a reporter learned of it', () => {
    expect(datesOf('4月3日，记者从旅游局获悉，大桥将于9月1日通车。')).toEqual(['9月1日']);
  });

  it('keeps the dates of a sentence without a dateline', () => {
    expect(datesOf('大桥9月1日通车。')).toEqual(['9月1日']);
    expect(datesOf('9月1日（上周五），大桥通车。')).toEqual(['9月1日', '周五']);
    expect(datesOf('報名 4月17日──4月29日（週末除外）')).toEqual(['4月17日', '4月29日']);
    expect(datesOf('本报9月2日讯（记者 李明）大桥9月1日通车。')).toEqual(['9月1日']);
    expect(datesOf('青城9月2日（记者李明）大桥昨天通车。')).toEqual(['昨天']);
  });

  it('reads a day written with a stroke', () => {
    expect(datesOf('第二次审阅是 6/30')).toEqual(['6/30']);
    expect(datesOf('完成了 13/45，通过率 3/5%')).toEqual([]);
  });
});

describe('lacksKind', () => {
  const lacks = (question: string, text: string) =>
    lacksKind(understand(question), analyse(text, tokenizer));

  it('wants a title where a work is asked for', () => {
    expect(lacks('票房冠军是哪部电影？', '今年的票房冠军会是哪家？')).toBe(true);
    expect(lacks('票房冠军是哪部电影？', '《远山》以38亿元居第一。')).toBe(false);
    expect(lacks('远山奖最佳影片奖', '最佳影片奖昨天揭晓。')).toBe(true);
  });

  it('takes this year for no time of a noun phrase', () => {
    expect(lacks('宣誓仪式的时间', '宣誓仪式今年首次奏唱国歌。')).toBe(true);
    expect(lacks('宣誓仪式的时间', '宣誓仪式3月1日举行。')).toBe(false);
  });
});
