import type { ImportKind } from './model';

type Examples = Record<string, [string, string]>;

/** Two rows of a file that the kind understands; fields without an example are left out. */
function examplesOf(kind: string, isChinese: boolean, year: number): Examples {
  const either = (chinese: string, english: string) => (isChinese ? chinese : english);
  switch (kind) {
    case 'tiers':
      return {
        externalId: ['1001', '1002'],
        tier: [either('金卡', 'Gold'), either('银卡', 'Silver')],
        since: [`${year}-01-01`, ''],
        validUntil: [`${year + 1}-12-31`, ''],
        growth: ['5200', '800'],
      };
    case 'points':
      return {
        externalId: ['1001', '1002'],
        points: ['500', '80'],
        expiresAt: [`${year + 1}-12-31`, ''],
        reason: [either('期初积分', 'Opening balance'), ''],
      };
    case 'orders':
      return {
        externalId: ['A1001', 'A1002'],
        placedAt: [`${year}-01-05 10:30:00`, `${year}-01-06 20:15:00`],
        status: [either('已完成', 'completed'), either('已完成', 'completed')],
        total: ['268.00', '99.90'],
        channel: [either('官网', 'web'), either('门店', 'store')],
      };
    default:
      return { displayName: ['', ''], birthday: ['1990-05-01', ''] };
  }
}

const PHONES = ['13800138000', '13900139000'];

/** A file to begin with, its columns titled so that their meaning is guessed. */
export function sampleOf({ kind, fields }: ImportKind, language: string, today: Date): string {
  const isChinese = language.startsWith('zh');
  const examples = examplesOf(kind, isChinese, today.getFullYear());
  const shown = fields.filter(({ name }) => name in examples);
  const titleOf = ({ name, synonyms }: (typeof fields)[number]) =>
    synonyms.find((title) => /^[\x20-\x7e]+$/.test(title) !== isChinese) ?? name;
  const header = [...shown.map(titleOf), isChinese ? '手机号' : 'phone'];
  const rows = PHONES.map((phone, row) => [...shown.map(({ name }) => examples[name]![row]), phone]);
  // The mark at the beginning tells spreadsheets the encoding.
  return `\ufeff${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}
