import { identityImportFields } from '@siyu/customers';
import type { FieldFault } from '@siyu/kernel';
import type { FaultTexts, ImportField, ImportKind, ImportRecord, Prepared, RecordContext } from '@siyu/imports';
import {
  importedOrder,
  TOTAL_RULES,
  type ImportedOrderRules,
  type ImportedRow,
  type TotalRule,
} from './domain/imported-orders';
import { limits } from './domain/limits';
import type { OrderInput } from './domain/order';
import { ordersPermissions } from './orders.permissions';
import type { OrdersService } from './orders.service';

/** The import kind `orders`: rows with the same order number are one order, with or without its lines. */
export function ordersImport(orders: OrdersService): ImportKind<OrderInput> {
  return {
    kind: 'orders',
    permission: ordersPermissions.write,
    keyField: 'externalId',
    fields,
    identities: { known: identityImportFields, required: true },
    faultTexts,
    checkOptions,
    prepare,
    apply: (inputs, { dryRun }) => orders.recordBatch(inputs, { dryRun }),
  };
}

const fields: ImportField[] = [
  {
    name: 'externalId',
    type: 'text',
    required: true,
    max: limits.externalId,
    synonyms: [
      '订单号',
      '订单编号',
      '主订单编号',
      '交易号',
      '单号',
      'order id',
      'order no',
      'order number',
      'invoice no',
      'invoice',
      'basket id',
      'transaction id',
    ],
  },
  {
    name: 'placedAt',
    type: 'instant',
    required: true,
    synonyms: [
      '下单时间',
      '订单创建时间',
      '创建时间',
      '订单时间',
      '交易时间',
      '下单日期',
      '日期',
      'order date',
      'invoice date',
      'placed at',
      'created at',
      'purchase date',
      'order purchase timestamp',
      'transaction timestamp',
      'date',
      'time',
    ],
  },
  {
    name: 'paidAt',
    type: 'instant',
    synonyms: ['付款时间', '支付时间', '订单付款时间', 'paid at', 'payment time', 'payment date', 'order approved at'],
  },
  {
    name: 'status',
    type: 'choice',
    synonyms: ['订单状态', '状态', 'status', 'order status'],
    words: {
      placed: ['待付款', '等待买家付款', '未付款', '已下单', 'created', 'pending', 'unpaid'],
      paid: ['已付款', '已支付', '待发货', '买家已付款', 'approved', 'processing', 'invoiced'],
      shipped: ['已发货', '待收货', '运输中', '卖家已发货', 'delivering', 'in transit'],
      completed: ['已完成', '交易成功', '已收货', '已签收', 'done', 'delivered', 'finished', 'success'],
      cancelled: ['已取消', '交易关闭', '已关闭', 'canceled', 'closed', 'unavailable'],
      refunded: ['已退款', '全额退款', 'returned'],
    },
  },
  { name: 'currency', type: 'text', max: 3, synonyms: ['币种', '货币', 'currency'] },
  {
    name: 'total',
    type: 'amount',
    synonyms: [
      '实付金额',
      '买家实际支付金额',
      '订单金额',
      '总金额',
      '应付金额',
      '金额',
      '消费金额',
      'total',
      'amount',
      'order total',
      'total price',
      'revenue',
      'sales value',
      'amount usd',
      'paid amount',
      'payment value',
    ],
  },
  {
    name: 'channel',
    type: 'text',
    max: limits.channel,
    synonyms: ['渠道', '店铺', '门店', '来源', 'channel', 'store', 'shop', 'sales channel'],
  },
  {
    name: 'customerName',
    type: 'text',
    max: limits.customerName,
    synonyms: [
      '姓名',
      '客户姓名',
      '收货人',
      '收货人姓名',
      '会员姓名',
      'customer name',
      'name of customer',
      'recipient',
      'buyer name',
    ],
  },
  { name: 'utm.*', type: 'text', synonyms: [] },
  {
    name: 'sku',
    type: 'text',
    max: limits.sku,
    synonyms: [
      '商品编码',
      '商家编码',
      '货号',
      '商品编号',
      'sku',
      'stock code',
      'product id',
      'item id',
      'product code',
    ],
  },
  {
    name: 'name',
    type: 'text',
    max: limits.name,
    synonyms: ['商品名称', '宝贝标题', '商品标题', '商品', 'product name', 'item name', 'description', 'product'],
  },
  {
    name: 'category',
    type: 'text',
    max: limits.category,
    synonyms: ['类目', '品类', '分类', '商品分类', 'category', 'product category'],
  },
  { name: 'quantity', type: 'whole', synonyms: ['数量', '购买数量', '件数', '商品数量', 'quantity', 'qty', 'units'] },
  { name: 'unitPrice', type: 'amount', synonyms: ['单价', '商品单价', '价格', 'unit price', 'price', 'item price'] },
];

const faultTexts: FaultTexts = {
  'orders.totals-differ': {
    en: 'the rows of the order name no total, or different ones',
    'zh-CN': '同一订单各行的总金额缺失或不一致',
  },
  'orders.total-negative': { en: 'the total of the order is negative', 'zh-CN': '订单总金额为负数' },
  'orders.total-too-large': { en: 'the total of the order is too large', 'zh-CN': '订单总金额过大' },
  'orders.quantity-negative': { en: '{column} is negative', 'zh-CN': '{column} 为负数' },
  'orders.price-negative': { en: '{column} is negative', 'zh-CN': '{column} 为负数' },
  'orders.field-invalid': { en: '{detail}', 'zh-CN': '字段不符合要求：{detail}' },
  'orders.time-implausible': { en: '{detail}', 'zh-CN': '时间不合理：{detail}' },
  'orders.currency-unknown': { en: '{detail}', 'zh-CN': '未知的货币：{detail}' },
  'customers.identity-invalid': { en: '{detail}', 'zh-CN': '客户身份无效：{detail}' },
};

const UTM = 'utm.';

function prepare(record: ImportRecord, { source, currency, options, mapped }: RecordContext): Prepared<OrderInput> {
  const rows = record.rows.map(({ row, values }): ImportedRow => {
    const utm = Object.entries(values).filter(([field]) => field.startsWith(UTM));
    return {
      row,
      values: values as ImportedRow['values'],
      utm: Object.fromEntries(utm.map(([field, value]) => [field.slice(UTM.length), String(value)])),
    };
  });
  const order = { source, externalId: record.key!, currency, identities: record.identities, rows };
  const made = importedOrder(order, rulesOf(options, mapped));
  if ('order' in made) return { input: made.order };
  return { faults: made.faults.map(({ row, code, field }) => ({ row, fault: { code, field } })) };
}

function rulesOf(options: Record<string, unknown>, mapped: ReadonlySet<string>): ImportedOrderRules {
  const { total = mapped.has('total') ? 'sum' : 'lines', returns = {} } = options;
  return {
    total: total as TotalRule,
    returns: returns as ImportedOrderRules['returns'],
    hasQuantities: mapped.has('quantity'),
  };
}

function checkOptions(options: Record<string, unknown>, mapped: ReadonlySet<string>): FieldFault[] {
  const unknown = Object.keys(options).filter((key) => key !== 'total' && key !== 'returns');
  const faults = unknown.map((key) => ({ pointer: `/${key}`, message: 'is not an option of orders' }));
  const { total } = rulesOf(options, mapped);
  if (!TOTAL_RULES.includes(total)) {
    faults.push({ pointer: '/total', message: `must be one of ${TOTAL_RULES.join(', ')}` });
  } else if (!mapped.has(total === 'lines' ? 'unitPrice' : 'total')) {
    const message =
      total === 'lines' ? 'needs the column of `unitPrice`, or else of `total`' : 'needs the column of `total`';
    faults.push({ pointer: '/total', message });
  }
  if (total === 'repeated' && mapped.has('sku') && !mapped.has('unitPrice')) {
    faults.push({ pointer: '/total', message: 'with lines (`sku`) needs the column of `unitPrice`, too' });
  }
  return [...faults, ...returnsFaults(options.returns)];
}

function returnsFaults(returns: unknown): FieldFault[] {
  if (returns === undefined) return [];
  const isObject = returns !== null && typeof returns === 'object' && !Array.isArray(returns);
  const {
    externalIdStartsWith: start,
    negativeTotal,
    ...others
  } = (isObject ? returns : { others: true }) as Record<string, unknown>;
  const isSound =
    Object.keys(others).length === 0 &&
    (start === undefined || (typeof start === 'string' && start !== '')) &&
    (negativeTotal === undefined || typeof negativeTotal === 'boolean');
  return isSound
    ? []
    : [{ pointer: '/returns', message: 'may have externalIdStartsWith (text) and negativeTotal (true or false)' }];
}
