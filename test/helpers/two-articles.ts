import { articleOf } from './article.ts';
import { BULLETIN } from './chat.ts';

/** Two invented articles that have nothing in common. */
export const BULLETIN_PAGE = articleOf('bulletin', BULLETIN);
export const WEATHER_PAGE = articleOf(
  'weather',
  '江北气象公报\n\n2022-03-01\n\n2022年江北平均气温为16.8摄氏度，降雨量1200毫米。\n\n紫云观象台由顾明远主持建设，2022年11月启用。\n',
);

/** Answered by the second alone. */
export const RAIN = '2022年江北降雨量是多少？';
