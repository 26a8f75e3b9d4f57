import { amount, type Recognizer } from '../parts/draft.ts';
import { GAP, QUANTITY, readQuantity, scan } from './quantity.ts';

/** Nouns that are counted with 大, e.g. 两大领域; 三大攻坚战 and other fixed names are not among them. */
const NOUNS =
  '领域|产品|类别|类|方面|板块|产业集群|产业链|产业|基地|中心|平台|工程|市场|项目|体系|行业|系列|特点|趋势|亮点|优势|污染源|任务|行动|举措|措施|功能区|功能|片区|园区|区域|城市群|城市|品牌|业务|赛道|场景|引擎|支柱|主题|展区|流域|维度|环节|难题|挑战|运营商|航司|银行|股东|客户|主产区|主体|需求|来源|部分|经济体|都市圈|枢纽|通道|港口|机场|门类|指标|要素|核心|方向|专项|关键|矛盾|关系|原因|因素|变化|模块|车企|险企|股指|指数|交易所|基金|集团|企业|公司|国家';
const PATTERN = new RegExp(`${QUANTITY}${GAP}大(?<noun>${NOUNS})`, 'g');

export const category: Recognizer = {
  name: 'category',
  sign: /大/,
  read: (sentence) =>
    scan(PATTERN, sentence, (match, groups) => {
      const quantity = readQuantity(groups);
      if (!quantity || quantity.value < 2 || quantity.value > 1000) return undefined;
      const noun = groups['noun'] ?? '';
      return { ...amount(match.index, match[0], quantity.value, noun, quantity.qualifier), noun };
    }),
};
