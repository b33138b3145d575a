import { identityImportFields } from '@siyu/customers';
import type { FaultTexts, ImportField, ImportKind, ImportRecord, Prepared, RecordContext } from '@siyu/imports';
import { tiersPermissions } from '../tiers.permissions';
import type { OpeningInput, OpeningsService } from './openings.service';

/** The import kind `tiers`: every row is the tier that one customer has in an old system. */
export function tiersImport(openings: OpeningsService): ImportKind<OpeningInput> {
  return {
    kind: 'tiers',
    permission: tiersPermissions.write,
    keyField: 'externalId',
    fields,
    identities: { known: identityImportFields, required: true },
    faultTexts,
    checkOptions: (options) =>
      Object.keys(options).map((key) => ({ pointer: `/${key}`, message: 'is not an option of tiers' })),
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
    synonyms: ['编号', '记录编号', '流水号', '序号', 'id', 'record id', 'record no', 'no'],
  },
  {
    name: 'tier',
    type: 'text',
    required: true,
    max: 100,
    synonyms: [
      '等级',
      '会员等级',
      '当前等级',
      '等级名称',
      '会员级别',
      '级别',
      'tier',
      'level',
      'grade',
      'tier name',
      'member tier',
      'membership level',
    ],
  },
  {
    name: 'since',
    type: 'day',
    synonyms: [
      '等级开始日期',
      '等级生效日期',
      '开始日期',
      '生效日期',
      '升级日期',
      '升级时间',
      '入级时间',
      'since',
      'tier since',
      'start date',
      'effective from',
    ],
  },
  {
    name: 'validUntil',
    type: 'day',
    synonyms: [
      '等级有效期',
      '等级有效期至',
      '等级到期日',
      '有效期',
      '有效期至',
      '到期日',
      '到期时间',
      '保级截止',
      'valid until',
      'expires',
      'expires at',
      'expiry date',
      'end date',
    ],
  },
  {
    name: 'growth',
    type: 'whole',
    synonyms: ['成长值', '当前成长值', '累计成长值', '等级成长值', '经验值', 'growth', 'growth value', 'experience'],
  },
];

const faultTexts: FaultTexts = {
  'tiers.opening-repeated': {
    en: 'another row of the file has the same number',
    'zh-CN': '文件中有相同编号的另一行',
  },
  'tiers.opening-since-future': {
    en: 'the tier begins in the future',
    'zh-CN': '等级的开始日期在今天之后',
  },
  'tiers.opening-over': {
    en: 'the validity of the tier is over',
    'zh-CN': '等级的有效期已过',
  },
  'tiers.opening-growth-out': { en: '{detail}', 'zh-CN': '成长值须为 0 到 1,000,000,000 的整数' },
  'tiers.opening-other-customer': {
    en: 'this number was brought in for another customer',
    'zh-CN': '该编号已导入给另一位客户',
  },
  'tiers.tier-unknown': { en: '{detail}', 'zh-CN': '现行等级体系中没有这个等级' },
  'tiers.no-ladder': { en: '{detail}', 'zh-CN': '还没有生效的等级体系，请先发布' },
  'customers.identity-invalid': { en: '{detail}', 'zh-CN': '客户身份无效：{detail}' },
};

function prepare({ key, rows, identities }: ImportRecord, { source }: RecordContext): Prepared<OpeningInput> {
  const [first, ...others] = rows;
  if (others.length > 0) {
    return {
      faults: rows.map(({ row }) => ({ row, fault: { code: 'tiers.opening-repeated', field: 'externalId' } })),
    };
  }
  const { tier, since, validUntil, growth } = first!.values;
  return {
    input: {
      source,
      externalId: key!,
      identities,
      tier: tier as string,
      since: since as string | undefined,
      validUntil: validUntil as string | undefined,
      growth: growth as number | undefined,
    },
  };
}
