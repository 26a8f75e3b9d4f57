/** Endings of words for an office, a trade or a kinship, as regex source: 总监, 教授, 运动员, 厂长, 妻子. */
export const ROLE_SOURCE =
  '(?:裁判|门将|太太|老婆|丈夫|老公|爸爸|妈妈|新郎|新娘|总监|主任|主管|助理|书记|主席|总统|首相|总裁|董事|经理|教练|老板|妻子|儿子|弟子|王子|太子|[员师长家者人手授士民星王帝弟兄妻父母])';
