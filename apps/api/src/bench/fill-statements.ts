/*
 * A shop of any size, made inside the database: every row follows from its number by hashing, so the same sizes give the
 * same shop in whatever pieces it is made. Customers are older than their orders, the oldest buy most, orders lie in the
 * table as they came in over the last 395 days.
 */

/** Days over which orders are spread: a year's window leaves some of them out. */
export const ORDER_DAYS = 395;

/** Rows per statement. */
export const CUSTOMERS_AT_ONCE = 50_000;
export const ORDERS_AT_ONCE = 250_000;

const FAMILY = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜',
];
const GIVEN = [
  ...'婷静丽敏娟艳芳燕雪梅慧莉娜倩颖萍薇雅琪萱伟强磊军洋勇杰涛超明刚辉鹏飞斌浩宇凯文思宁安晓雨子一嘉清云若',
];

/** A family name: the first ones far more often than the last ones. */
const family = `$3::text[]`;
const given = `$4::text[]`;

/** A number from 0 to 1, the n-th one that belongs to the row. */
const chance = (row: string, n: number) => `((hashint8extended(${row}, ${n}) & 2147483647) / 2147483648::float8)`;
const oneOf = (list: string, row: string, n: number, skew = 1) =>
  `(${list})[1 + floor(power(${chance(row, n)}, ${skew}::float8) * cardinality(${list}))::integer]`;

/** Id of the k-th customer: version 7, made in the order of the numbers over the five years before. */
const customerIdSql = (k: string) =>
  `(lpad(to_hex(1600000000000 + (${k}) * 1000), 12, '0') || '7' || substr(md5((${k})::text), 1, 3)
    || '8' || substr(md5((${k})::text), 4, 15))::uuid`;

/** Customers number $1 to $2. */
export const CUSTOMERS = {
  text: `
    insert into customers (customer_id, display_name, gender, birthday, attributes, source, created_at, updated_at)
    select ${customerIdSql('k')}, ${oneOf(family, 'k', 1, 2)}
        || case when ${chance('k', 2)} < 0.84 then ${oneOf(given, 'k', 3)} else '' end || ${oneOf(given, 'k', 4)},
      case when ${chance('k', 5)} < 0.6 then 'female' else 'male' end, null, '{}', 'bench', at, at
    from (
      select k, to_timestamp((1600000000000 + k * 1000) / 1000.0) as at from generate_series($1::bigint, $2::bigint) k
    ) numbered`,
  params: [FAMILY, GIVEN],
};

/** Everybody has a phone and a member number, a third an e-mail address. */
const IDENTITIES = `
  select ${customerIdSql('k')} as customer_id, identity.type, identity.value
  from generate_series($1::bigint, $2::bigint) k, lateral (
    values ('phone', '+861' || (30 + floor(${chance('k', 6)} * 70)::integer) || lpad((k * 73856093 % 100000000)::text, 8, '0')),
      ('member_no', 'M' || lpad(k::text, 9, '0')),
      ('email', case when ${chance('k', 7)} < 0.33 then 'u' || k || '@example.com' end)
  ) identity (type, value)
  where identity.value is not null`;

export const CUSTOMER_PARTS: string[] = [
  `insert into customers_identities (customer_id, type, value, source, created_at)
   select customer_id, type, value, 'bench', now() from (${IDENTITIES}) made`,
  `insert into customers_identity_keys (value, type, customer_id) select value, type, customer_id from (${IDENTITIES}) made`,
];

/** The first letter and each pair of neighbours, as the search of customers wants it. */
export const NAME_PARTS = `
  insert into customers_name_parts (customer_id, part)
  select customer_id, letters.part from customers, lateral (
    select left(display_name, 1) as part
    union select substr(display_name, i, 2) from generate_series(1, char_length(display_name) - 1) i
  ) letters`;

/** Orders number $1 to $2 of $3, placed by customers number 1 to $4, the last one at $5. */
export const ORDERS = `
  insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency,
    total_cents, refunded_cents, channel, created_at, updated_at)
  select ${customerIdSql(`1 + floor($4::bigint * power(${chance('i', 1)}, 1.6::float8))::bigint`)}, gen_random_uuid(),
    'bench', i::text, case when ${chance('i', 2)} < 0.02 then 'return' else 'sale' end,
    case when ${chance('i', 3)} < 0.025 then 'placed' when ${chance('i', 3)} < 0.05 then 'cancelled' else 'completed' end,
    at, case when ${chance('i', 3)} >= 0.025 then at end, 'CNY', total,
    case when ${chance('i', 4)} < 0.03 then floor(total * ${chance('i', 5)})::bigint else 0 end,
    ${oneOf(`'{tmall,jd,douyin,wecom,store}'::text[]`, 'i', 6)}, at, at
  from (
    select i, $5::timestamptz - interval '${ORDER_DAYS} days' * (($3::bigint - i) / $3::float8) as at,
      round(exp(9 + 2 * (${chance('i', 7)} + ${chance('i', 8)} + ${chance('i', 9)} - 1.5::float8)))::bigint as total
    from generate_series($1::bigint, $2::bigint) i
  ) numbered`;

/** What the orders come to; all of them are in one currency. */
export const FIGURES = `
  insert into orders_figures (customer_id, orders_count, currency, gross_cents, refunded_cents, net_cents, first_paid_at,
    last_paid_at, average_interval_days, computed_at)
  select customer_id, purchases, 'CNY', gross, refunded, net, first_at, last_at,
    extract(epoch from last_at - first_at) / 86400 / nullif(purchases - 1, 0), now()
  from (
    select customer_id, count(*) filter (where is_purchase) as purchases, sum(gross_cents) as gross,
      sum(refunded_cents) as refunded, sum(net_cents) as net, min(paid_at) filter (where is_purchase) as first_at,
      max(paid_at) filter (where is_purchase) as last_at
    from orders_purchases_v group by customer_id
  ) counted`;

/** Tables that are filled, those without which nothing can be searched or summed up first. */
export const FILLED = [
  'orders',
  'customers_identity_keys',
  'customers_identities',
  'customers_name_parts',
  'customers',
  'orders_figures',
] as const;
