import { ROLE_SOURCE } from '../../../question/data/roles.ts';
import type { ToldForm } from './told-form.ts';

/** Who somebody's relative is, by name. */
const whoIs = (relative: string) =>
  new RegExp(`(?:${relative})(?:的(?:名字|姓名))?(?:是|叫|的)?(?:谁|什么|啥|哪位|名字)`, 'u');

/** Forms of what is told of people: their relatives, illnesses, offices and how many they are. */
export const FORMS_OF_PEOPLE: readonly ToldForm[] = [
  {
    // 老婆孩子是谁 asks for both
    asked: whoIs('(?:妻子|太太|老婆|夫人)(?:[和跟与、]?\\p{Script=Han}{2})?'),
    told: /妻|夫人|太太|配偶|娶|嫁|婚|爱人|老婆|媳妇|[王皇]后|妃|夫妇|伴侣/u,
    example: '他的妻子叫什么',
  },
  {
    asked: whoIs('丈夫|老公'),
    told: /夫|配偶|嫁|娶|婚|爱人|老公|伴侣/u,
    example: '她的丈夫是谁',
  },
  {
    asked: whoIs('孩子|子女|儿女|儿子|女儿'),
    // 学生 and 女性 tell of nobody's child
    told: /儿(?!童|科)|(?<!职|学|妇|仕)女(?![性士工职装排足篮])|[一二两三四五长次幼独养嗣之]子|子[嗣女孙]|孩|诞(?!辰)|生[下了有于]|育有|后代|后裔|父|母(?!校|公司)|爸|妈/u,
    example: '他的孩子是谁',
  },
  {
    asked: whoIs('父亲|爸爸'),
    told: /父|爸|爹|子|儿|之后|后裔|生于|出身|女/u,
    example: '他的父亲是谁',
  },
  {
    asked: whoIs('母亲|妈妈'),
    told: /母|妈|娘|子|儿|妃|后|生|女/u,
    example: '他的母亲是谁',
  },
  {
    // 林女士和陈先生什么关系
    asked: /(?:什么|啥)关系(?:[?。]|$)|关系是(?:什么|啥)/u,
    told: /父|母|[爸妈爹娘]|夫|妻|子|女(?!士)|孙|侄|舅|叔|姑|姨|[兄弟姐妹]|爷|奶|[公婆]|岳|师|徒|友|同[事学乡门]|邻|亲|恋|[情侣]|老板|员工|[下上]属|上司|合作|伙伴|股东|控股|旗下|[母子分]公司|盟|敌|对手|是/u,
    example: '两人是什么关系',
  },
  {
    asked: /[得患生](?:的|了|过)?(?:是)?(?:什么|啥|哪种)病|(?:什么|啥)病症?(?:[?。]|$)|病因|诊断/u,
    told: /(?<![疾患看治生得])病(?![人房情床史历假毒因])|症|[癌瘤炎梗疹疮疡]|感染|骨折|伤|中毒|血压|血糖|衰|麻痹|溃疡|结石|痛|出血|流感|病毒|抑郁/u,
    example: '患者得了什么病',
  },
  {
    // people who came are no inhabitants
    asked: /(?:多少|几)(?:万|亿)?人口|人口(?:总数|总量|规模)?(?:是|有|为|达)?多少/u,
    told: /人口|[0-9万亿余]\s?户|口人|居民|村民|市民|常住|户籍|[万亿]\s?人/u,
    example: '村里有多少人口',
  },
  {
    // who has left an office holds it no more
    asked:
      /(?:现在|目前|现任|如今)(?:是|任|担任|的)?\p{Script=Han}{0,3}(?:什么|啥|哪个)?(?:职务|职位|职|官)/u,
    told: /^(?!.*(?:卸任|离任|辞去|免去|退休))|现任|出任|转任|调任|接任|改任|已任/u,
    example: '他现在是什么职务',
  },
  {
    asked:
      /(?:^[^,?]{2,5}|(?:是|任|担任|当)(?:的|了)?)(?:什么|啥|哪个)(?:职务|职位|官|头衔)(?:[?。]|$)|(?:职务|职位|头衔)(?:是|为)(?:什么|啥)/u,
    told: new RegExp(`${ROLE_SOURCE}|[任职长官员]|书记|秘书|总裁|经理|教授|主席|司令`, 'u'),
    example: '他是什么职务',
  },
  {
    asked: /[主承协举]办(?:方|单位|者|机构)(?:是|有|为|都有)?(?:谁|哪|什么)/u,
    told: /[主承协举]办|组织|发起|牵头|联合|共同/u,
    example: '画展的主办方是谁',
  },
];
