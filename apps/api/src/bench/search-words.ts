import pg from 'pg';

/** What is typed into the search, by kind. */
export type SearchWords = Record<string, string[]>;

const PER_KIND = 100;

/** Names of no customer that look like one, and numbers that nobody has. */
const MISSES = ['龘靐', '王龘', '囧小明', '13000000000', 'nobody@example.invalid', 'M-none', '赵钱孙李', 'qqzzx'];

/**
 * Takes the words from the customers themselves: the pairs of letters that most names have, pairs that hardly any has, and
 * everything by which a hundred customers drawn at random can be found.
 */
export async function readSearchWords(databaseUrl: string, customers: number): Promise<SearchWords> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const words = async (sql: string, params: unknown[] = []) =>
    (await client.query<{ word: string }>(sql, params)).rows.map(({ word }) => word);
  try {
    // Ten times what is needed is read, since a drawn customer need not have a phone or an e-mail.
    const share = Math.min(100, (1000 * PER_KIND) / Math.max(1, customers));
    const drawn = (table: string) => `${table} tablesample bernoulli (${share}) repeatable (7)`;
    const identities = (type: string, value = 'value') =>
      words(`select ${value} as word from ${drawn('customers_identities')} where type = $1 limit ${PER_KIND}`, [type]);
    const parts = (having: string, order: string) =>
      words(`select part as word from customers_name_parts where char_length(part) = 2
             group by part having ${having} order by ${order} limit ${PER_KIND}`);
    return {
      'two letters, in most names': await parts('true', 'count(*) desc, part'),
      'two letters, in hardly any': await parts('count(*) <= 20', 'md5(part)'),
      'one letter': await words(`select part as word from customers_name_parts where char_length(part) = 1
             group by part order by count(*) desc, part limit ${PER_KIND}`),
      'full name': await words(
        `select display_name as word from ${drawn('customers')} where char_length(display_name) > 2 limit ${PER_KIND}`,
      ),
      phone: await identities('phone', `replace(value, '+86', '')`),
      'last four digits': await identities('phone', 'right(value, 4)'),
      'e-mail': await identities('email'),
      'e-mail before the @': await identities('email', `split_part(value, '@', 1)`),
      'member number': await identities('member_no'),
      nobody: MISSES,
    };
  } finally {
    await client.end();
  }
}
