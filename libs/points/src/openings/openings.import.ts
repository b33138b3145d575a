import { identityImportFields } from '@siyu/customers';
import type { FaultTexts, ImportField, ImportKind, ImportRecord, Prepared, RecordContext } from '@siyu/imports';
import { limits } from '../ledger/domain/limits';
import { pointsPermissions } from '../points.permissions';
import type { OpeningInput, OpeningsService } from './openings.service';

/** The import kind `points`: every row is an opening balance of one customer. */
export function pointsImport(openings: OpeningsService): ImportKind<OpeningInput> {
  return {
    kind: 'points',
    permission: pointsPermissions.write,
    keyField: 'externalId',
    fields,
    identities: { known: identityImportFields, required: true },
    faultTexts,
    checkOptions: (options) =>
      Object.keys(options).map((key) => ({ pointer: `/${key}`, message: 'is not an option of points' })),
    prepare,
    apply: (inputs, { dryRun }) => openings.recordBatch(inputs, { dryRun }),
  };
}

const fields: ImportField[] = [
  {
    name: 'externalId',
    type: 'text',
    required: true,
    max: 100,
    synonyms: ['流水号', '编号', '记录编号', '序号', 'id', 'record id', 'transaction id', 'no'],
  },
  {
    name: 'points',
    type: 'whole',
    required: true,
    synonyms: ['积分', '积分余额', '当前积分', '可用积分', '剩余积分', 'points', 'balance', 'points balance'],
  },
  {
    name: 'expiresAt',
    type: 'day',
    synonyms: [
      '有效期',
      '有效期至',
      '到期日',
      '到期时间',
      '过期时间',
      'expires',
      'expires at',
      'expiry date',
      'valid until',
    ],
  },
  { name: 'reason', type: 'text', max: limits.reason, synonyms: ['备注', '说明', '原因', 'reason', 'note', 'remark'] },
];

const faultTexts: FaultTexts = {
  'points.opening-repeated': {
    en: 'another row of the file has the same number',
    'zh-CN': '文件中有相同编号的另一行',
  },
  'points.opening-invalid': { en: '{detail}', 'zh-CN': '期初积分无效：{detail}' },
  'points.account-moved': { en: '{detail}', 'zh-CN': '该客户的积分已转移：{detail}' },
  'points.too-many': { en: '{detail}', 'zh-CN': '积分过多：{detail}' },
  'idempotency.mismatch': {
    en: 'these points were brought in before, with other content',
    'zh-CN': '该编号的积分已导入过，但内容不同',
  },
  'customers.identity-invalid': { en: '{detail}', 'zh-CN': '客户身份无效：{detail}' },
};

function prepare({ key, rows, identities }: ImportRecord, { source }: RecordContext): Prepared<OpeningInput> {
  const [first, ...others] = rows;
  if (others.length > 0) {
    return {
      faults: rows.map(({ row }) => ({ row, fault: { code: 'points.opening-repeated', field: 'externalId' } })),
    };
  }
  const { points, expiresAt, reason } = first!.values;
  return {
    input: {
      source,
      externalId: key!,
      identities,
      points: points as number,
      lastDay: expiresAt as string | undefined,
      reason: reason as string | undefined,
    },
  };
}
