/**
 * What can be wrong with a row, as data: a stable code, the place, the value and the facts of the sentence. The sentence
 * itself is made when somebody reads it, in the reader's language.
 */
export interface RowFault {
  code: string;
  /** Field of the kind, `identities`, or absent when the fault is the row's. */
  field?: string;
  /** Column of the file. */
  column?: string;
  value?: string;
  params?: Record<string, string | number>;
  /** A ready sentence, where the fault comes from a lib that has no texts here. */
  detail?: string;
}

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type FaultTexts = Record<string, Record<Language, string>>;

const SHOWN_VALUE_CHARS = 60;

export const ENGINE_FAULT_TEXTS: FaultTexts = {
  ragged: { en: 'has {found} cells, the header has {expected}', 'zh-CN': '有 {found} 个单元格，表头有 {expected} 个' },
  'broken-quotes': { en: 'has quotation marks that do not match', 'zh-CN': '引号不成对' },
  required: { en: '{column} must not be empty', 'zh-CN': '{column} 不能为空' },
  'not-a-number': { en: '{column}: “{value}” is no number', 'zh-CN': '{column}：“{value}” 不是数字' },
  'not-whole': { en: '{column}: “{value}” is no whole number', 'zh-CN': '{column}：“{value}” 不是整数' },
  'too-many-decimals': {
    en: '{column}: “{value}” has more than four decimals',
    'zh-CN': '{column}：“{value}” 的小数超过四位',
  },
  'not-a-date': { en: '{column}: “{value}” is no date', 'zh-CN': '{column}：“{value}” 不是日期' },
  'not-a-choice': {
    en: '{column}: “{value}” is none of {choices}',
    'zh-CN': '{column}：“{value}” 不在可选值 {choices} 中',
  },
  'too-long': { en: '{column} has more than {max} characters', 'zh-CN': '{column} 超过 {max} 个字符' },
  'not-storable': { en: '{column} holds characters that are no text', 'zh-CN': '{column} 含有非文本字符' },
  'no-identity': { en: 'names no customer', 'zh-CN': '没有可识别的客户身份' },
  'two-identities': {
    en: 'the rows of one record name different customers ({type})',
    'zh-CN': '同一条记录的各行指向不同客户（{type}）',
  },
  'too-many-rows': { en: 'the record has more than {max} rows', 'zh-CN': '同一条记录超过 {max} 行' },
  sister: {
    en: 'belongs to the same record as row {row}, which has a fault',
    'zh-CN': '与有错误的第 {row} 行属于同一条记录',
  },
};

export function fieldFault(
  code: string,
  field: string,
  column: string,
  value: string,
  params?: RowFault['params'],
): RowFault {
  const shown = value.length > SHOWN_VALUE_CHARS ? `${value.slice(0, SHOWN_VALUE_CHARS)}…` : value;
  return { code, field, column, value: shown.toWellFormed().replaceAll('\0', '�'), ...(params ? { params } : {}) };
}

/** The sentence of a fault. */
export function wordFault(fault: RowFault, texts: FaultTexts, language: Language): string {
  const template = texts[fault.code]?.[language] ?? fault.detail ?? fault.code;
  const facts: Record<string, string | number | undefined> = {
    column: fault.column,
    value: fault.value,
    detail: fault.detail,
    ...fault.params,
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
