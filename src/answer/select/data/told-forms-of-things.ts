import type { ToldForm } from './told-form.ts';

/** Kinds of one character that a text names by a word before them: 货车, 退烧药, 松树. */
const KINDS = [...'车药病鱼树花酒船狗茶油'];
/** What stands before such a kind and says nothing of which one it is: 停车, 这种药, 发病. */
const NO_KIND =
  '[这那该本此各每两几多一二三种类些个辆台的与和或及驾停乘坐开行倒撞吃服用买卖看治得患发生疾喝养栽]';
const kinds = KINDS.map(
  (kind): ToldForm => ({
    asked: new RegExp(`(?:什么|啥|哪一?[种款辆])${kind}(?=$|[?,的呢啊是能可要])`, 'u'),
    told: new RegExp(
      `[\\p{Script=Han}a-z](?<!${NO_KIND})${kind}(?![间位站主票道流祸])|[a-z]{3,}|[“"「『]`,
      'u',
    ),
    example: `这是什么${kind}`,
  }),
);

/** Forms of which thing something is: its model, its make, its colour, the road that it stands on. */
export const FORMS_OF_THINGS: readonly ToldForm[] = [
  ...kinds,
  {
    // 下午3时 is no model
    asked: /(?:什么|哪个|哪种|哪款)(?:型号|机型)|(?:型号|机型)(?:是|为)(?:什么|哪)/u,
    told: /[a-z]|[0-9]{2,}(?![年月日时点分万人名])|型(?!号?$)|款|波音|空客/u,
    example: '飞机是什么型号',
  },
  { asked: /版本号/u, told: /[0-9]/u, example: '最新版本号' },
  {
    asked: /主题(?:是|为|叫)/u,
    told: /题|[以叫]\s?[“"「『《]/u,
    example: '训练营的主题是什么',
  },
  {
    asked: /(?:什么|啥|哪一?[种个])颜色|颜色(?:是|为|有)(?:什么|哪)|颜色[?]?$/u,
    told: /色|[红橙黄绿蓝紫黑白灰粉棕褐]|透明/u,
    example: '车身是什么颜色',
  },
  {
    asked: /(?:什么|啥|哪一?[种个家])(?:牌子?|品牌)(?!号|照)|(?:牌子|品牌)(?:是|叫)(?:什么|哪)/u,
    told: /牌(?!照|号|匾|桌)|[“"「『]|[a-z]{2,}/u,
    example: '轿车是什么牌子',
  },
  {
    // 中队 and 道路 name no road
    asked: /(?:哪一?[条段]|什么)(?:路|街|马路|公路|道路|大道|高速|国道|省道)|(?:哪一?条)(?:路|街)/u,
    told: /(?<![道公马铁陆水线问思出网电套一条上在半走让短])[路街](?!灯|道|面|头|上|边|口|人|况|过|程|径|由|基|透|坊|舞|区|坡)|大道|高速|[国省县乡]道|巷|胡同|大街|环线|(?:[gs])[0-9]{1,4}/u,
    example: '事故发生在哪条路上',
  },
  {
    asked:
      /(?:哪一?[天日]|几[月号]|什么时候|何时)(?:起|开始)(?:正式)?(?:[施实]行|生效|实施|执行|收费|停水|停电|封闭|启用)/u,
    told: /起(?!来|诉|草|火|步|码)|开始|生效|[施实]行|实施|执行|启用|[-—~–至到]/u,
    example: '新规从哪天起施行',
  },
];
