/**
 * CJK radicals (U+2E80–2EF3) that are written as a character, and that character: Unicode's
 * EquivalentUnifiedIdeograph.txt. A PDF made by a browser holds ⻓ where the page says 长, as both
 * share a glyph. The Kangxi radicals (U+2F00–2FD5) need no list: NFKC knows them.
 */
export const CJK_RADICALS: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂 ⺄乙 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺧牛 ⺩王 ⺪疋 ⺫目 ⺬示 ⺮竹 ⺶羊 ' +
    '⺺肀 ⺻聿 ⺼肉 ⺽臼 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻊足 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ' +
    '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
