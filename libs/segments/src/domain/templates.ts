import type { GridRow, ScoreRange, SegmentNames, SegmentScheme } from './schemes';

/*
 * Ready schemes to start from. The grids look at recency and frequency only, over five scores each, and leave no
 * combination without a name; their rows stand from best to worst.
 */
export interface SchemeTemplate {
  code: string;
  names: SegmentNames;
  /** Scores per axis that the scheme is made for; null when any number will do. */
  bins: number | null;
  scheme: SegmentScheme;
}

const ANY: ScoreRange = [1, 5];

const row = (code: string, zh: string, en: string, r: ScoreRange, f: ScoreRange): GridRow => ({
  code,
  names: { zh, en },
  r,
  f,
  m: ANY,
});

const ABOVE_HIBERNATION: GridRow[] = [
  row('champions', '核心客户', 'Champions', [5, 5], [4, 5]),
  row('loyal', '忠诚客户', 'Loyal', [3, 4], [4, 5]),
  row('potential-loyalists', '潜力客户', 'Potential loyalists', [4, 5], [2, 3]),
  row('new-customers', '新客户', 'New customers', [5, 5], [1, 1]),
  row('promising', '待培养客户', 'Promising', [4, 4], [1, 1]),
  row('need-attention', '需关注客户', 'Need attention', [3, 3], [3, 3]),
  row('about-to-sleep', '即将沉睡客户', 'About to sleep', [3, 3], [1, 2]),
  row('cannot-lose', '不可流失客户', 'Cannot lose', [1, 2], [5, 5]),
  row('at-risk', '流失风险客户', 'At risk', [1, 2], [3, 4]),
];

const OTHERS_NAMES: SegmentNames = { zh: '其他', en: 'Others' };

export const schemeTemplates: SchemeTemplate[] = [
  {
    code: 'classic8',
    names: { zh: '经典八类（按平均分）', en: 'The classic eight (by average score)' },
    bins: null,
    scheme: { kind: 'average8' },
  },
  {
    code: 'grid10',
    names: { zh: '十类（5×5）', en: 'Ten names over 5 × 5' },
    bins: 5,
    scheme: {
      kind: 'grid',
      rows: [...ABOVE_HIBERNATION, row('hibernating', '沉睡客户', 'Hibernating', [1, 2], [1, 2])],
      others: OTHERS_NAMES,
    },
  },
  {
    code: 'grid11',
    names: { zh: '十一类（5×5）', en: 'Eleven names over 5 × 5' },
    bins: 5,
    scheme: {
      kind: 'grid',
      rows: [
        ...ABOVE_HIBERNATION,
        row('hibernating', '沉睡客户', 'Hibernating', [2, 2], [1, 2]),
        row('lost', '流失客户', 'Lost', [1, 1], [1, 2]),
      ],
      others: OTHERS_NAMES,
    },
  },
];
