import { describe, expect, it } from 'vitest';
import { otherOfKind } from '../../../../src/answer/select/demands/other-of-kind.ts';

describe('otherOfKind', () => {
  it.each([
    ['女子单人滑冠军', '双人滑冠军是申梅和赵江。'],
    ['运动会什么时候闭幕', '运动会8月1日开幕。'],
    ['上半年用电多少', '下半年用电3亿度。'],
    ['今天最高气温', '最低气温3度。'],
    ['出口多少台', '进口3万台。'],
    ['首席执行官是谁', '首席运营官是李明。'],
    ['晚稻产量', '其中早稻46.3万吨。'],
    ['成人班怎么报名', '少儿班6月30日开始报名。'],
    ['上届观众有多少', '本届观众达187万。'],
    ['今年要关多少家店', '今年计划再开60家店。'],
    ['铁路货运量', '公路货运量1.5亿吨;铁路客运量918万人次。'],
    ['一等奖奖金多少', '佳作奖五名,每名各得奖金八千元。'],
  ])('tells %s from: %s', (question, sentence) => {
    expect(otherOfKind(question)?.(sentence)).toBe(true);
  });

  it.each([
    ['of both', '运动会什么时候闭幕', '运动会8月1日开幕，8月9日闭幕。'],
    ['of neither', '运动会什么时候闭幕', '运动会8月9日结束。'],
    ['of both in one clause', '铁路货运量', '公路货运量1.5亿吨,铁路货运量2亿吨。'],
    ['of the whole', '进口多少台', '进出口共5万台。'],
    ['of a limit', '本科能报名吗', '应聘者须有硕士及以上学历。'],
  ])('lets a sentence speak %s', (_, question, sentence) => {
    expect(otherOfKind(question)?.(sentence)).toBe(false);
  });

  it('demands nothing where several or none are asked for', () => {
    expect(otherOfKind('最高气温和最低气温相差多少')).toBeUndefined();
    expect(otherOfKind('气温多少')).toBeUndefined();
  });
});
