/** Columns whose cells number, date or name the rows and count nothing: 序号, 排名, 年份, 电话. */
export const NO_FIGURES =
  /^(?:序号|编号|代码|号码|排名|名次|位次|年份|年度|时间|日期|月份|电话|邮编|备注|No\.?)$/iu;

/** The column that gives the unit of each row: 指标 | 单位 | 2022年. */
export const UNIT_COLUMNS = /^(?:计量|数量)?单位$/u;

/** Columns whose cells are whom the row is about: 地区, 企业. */
export const ACTOR_COLUMNS =
  /^(?:地区|地方|区域|省份|省市|省|城市|市|区县|县区|县市|国家|国别|企业|公司|单位名称|机构|学校|院校|医院|银行|部门|街道|乡镇|园区|品牌|球队|代表队)(?:名称)?$/u;
