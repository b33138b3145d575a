import type { FaultTexts, ImportField, ImportKind, ImportRecord, Prepared, RecordContext } from '@siyu/imports';
import { customersPermissions } from './customers.permissions';
import { MAX_NAME_LENGTH } from './domain/names';
import type { Gender } from './domain/profiles';
import { identityImportFields } from './identities.import';
import type { ProfileInput, ProfilesService } from './profiles.service';

const ATTRIBUTES = 'attributes.';

const fields: ImportField[] = [
  {
    name: 'displayName',
    type: 'text',
    max: MAX_NAME_LENGTH,
    synonyms: [
      '姓名',
      '客户姓名',
      '会员姓名',
      '昵称',
      '收货人',
      'name',
      'customer name',
      'display name',
      'full name',
      'nickname',
    ],
  },
  {
    name: 'gender',
    type: 'choice',
    synonyms: ['性别', 'gender', 'sex'],
    words: {
      female: ['女', '女士', '女性', 'f', 'woman'],
      male: ['男', '先生', '男性', 'm', 'man'],
      other: ['其他', '未知', '保密', 'unknown'],
    },
  },
  {
    name: 'birthday',
    type: 'day',
    synonyms: ['生日', '出生日期', '出生年月日', 'birthday', 'birth date', 'date of birth', 'dob'],
  },
  {
    name: 'firstSeenAt',
    type: 'instant',
    synonyms: [
      '注册时间',
      '入会时间',
      '开卡时间',
      '创建时间',
      '注册日期',
      'registered at',
      'created at',
      'sign up date',
      'member since',
    ],
  },
  { name: 'attributes.*', type: 'text', max: 1000, synonyms: [] },
];

const faultTexts: FaultTexts = {
  'customers.identity-invalid': { en: '{detail}', 'zh-CN': '客户身份无效：{detail}' },
  'customers.birthday-invalid': { en: '{detail}', 'zh-CN': '生日无效：{detail}' },
  'customers.attributes-invalid': { en: '{detail}', 'zh-CN': '自定义属性无效：{detail}' },
};

/** The import kind `customers`: every row is what a source says of one customer. */
export function customersImport(profiles: ProfilesService): ImportKind<ProfileInput> {
  return {
    kind: 'customers',
    permission: customersPermissions.write,
    keyField: null,
    fields,
    identities: { known: identityImportFields, required: true },
    faultTexts,
    checkOptions: (options) =>
      Object.keys(options).map((key) => ({ pointer: `/${key}`, message: 'is not an option of customers' })),
    prepare,
    apply: (inputs, { dryRun }) => profiles.recordBatch(inputs, { dryRun }),
  };
}

function prepare({ rows, identities }: ImportRecord, { source }: RecordContext): Prepared<ProfileInput> {
  const { values } = rows[0]!;
  const attributes = Object.entries(values).filter(([field]) => field.startsWith(ATTRIBUTES));
  return {
    input: {
      source,
      identities,
      displayName: values.displayName as string | undefined,
      gender: values.gender as Gender | undefined,
      birthday: values.birthday as string | undefined,
      firstSeenAt: values.firstSeenAt as Date | undefined,
      attributes: Object.fromEntries(attributes.map(([field, value]) => [field.slice(ATTRIBUTES.length), value])),
    },
  };
}
