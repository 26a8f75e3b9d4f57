/**
 * Characters that simplification changes and that simplified texts write all the same, so that they
 * tell no script: in other words of their own (乾隆, 宫商角徵羽, 获益甚夥, 奏摺, 哪吒, 袷袢, 薹草, 捱过),
 * in chemistry (醣), and in names, where the list of standard characters of 2013 allows them (毕昇, 喆).
 */
export const BOTH_SCRIPTS: ReadonlySet<string> = new Set(
  '乾徵夥摺吒袷薹捱拚榘麴麽醣昇喆堃淼皙甦邨迺祇濬',
);
