import type { Gender } from './demo.types';
import type { Random } from './random';

/**
 * Family names with their share of the population in per mille (rounded from the national register), so that a list of
 * customers has as many Wangs and Lis as a real one. Given names are put together from single letters.
 */
const FAMILY =
  '王72 李71 张68 刘54 陈46 杨31 黄22 赵20 周19 吴19 徐15 孙14 朱13 马13 胡12 郭11 林11 何11 高10 梁9 郑9 罗9 宋8 谢8 唐7 韩7 ' +
  '曹6 许6 邓6 萧6 冯6 曾6 程6 蔡5 彭5 潘5 袁5 于5 董5 余5 苏5 叶5 吕5 魏5 蒋4 田4 杜4 丁4 沈4 姜4 范4 江4 傅4 钟4 卢4 汪4 戴4 ' +
  '崔4 任4 陆4 廖4 姚4 方4 金3 邱3 夏3 谭3 韦3 贾3 邹3 石3 熊3 孟3 秦3 阎3 薛3 侯3 雷3 白3 龙3 段2 郝2 孔2 邵2 史2 毛2 常2 万2 ' +
  '顾2 赖2 武2 康2 贺2 严2 尹2 钱2 施2 牛1 洪1 龚1 欧阳1 上官1 司徒1';
const FEMALE = [
  ...'婷静丽敏娟艳芳燕玲丹雪梅霞慧莉娜倩颖琳璐瑶萍蓉薇菲媛妍茜莹蕾岚婉芸彤欣怡悦涵梦佳语诗雅琪萱可馨晴玥桐柔',
];
const MALE = [...'伟强磊军洋勇杰涛超明刚辉鹏飞斌浩宇凯鑫波健峰帆龙翔轩博昊泽铭睿浚哲毅航俊诚旭晖彬恒朗松腾骏锋'];
const EITHER = [...'文思宁安晓雨子一林嘉清云若天心逸辰可然书乐阳希星舟言知'];
const NICKNAME_FRONT = ['小', '阿', '大', '爱吃糖的', '住在云上的', '慢慢'];

const families = FAMILY.split(' ').map((entry) => entry.replace(/\d+/, ''));
const shares = FAMILY.split(' ').map((entry) => Number(entry.replace(/\D+/, '')));

/** A full name as on an address label (`王思婷`). */
export function nameOf(gender: Gender, random: Random): string {
  return families[random.weighted(shares)]! + givenName(gender, random);
}

/** What a chat shows for people who hide their name (`小晴`, `语语`). */
export function nicknameOf(gender: Gender, random: Random): string {
  const letter = letterOf(gender, random);
  return random.chance(0.3) ? letter + letter : random.pick(NICKNAME_FRONT) + letter;
}

function givenName(gender: Gender, random: Random): string {
  const last = letterOf(gender, random);
  if (random.chance(0.16)) return last;
  return (random.chance(0.55) ? random.pick(EITHER) : letterOf(gender, random)) + last;
}

function letterOf(gender: Gender, random: Random): string {
  return random.pick(gender === 'female' ? FEMALE : MALE);
}
