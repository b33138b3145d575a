import fastify from 'fastify';
import pg from 'pg';

/** `bench-route`: a bare Fastify route with one indexed query, the yardstick of `GET /me/points`. Started by `bench`. */
export async function run(): Promise<number> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
  const server = fastify();
  server.get<{ Params: { id: string } }>('/points/:id', async ({ params }) => {
    const { rows } = await pool.query({
      name: 'bare',
      text: 'select balance, pending, held, debt from points_accounts where customer_id = $1',
      values: [params.id],
    });
    return rows[0];
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ type: 'ready', address });
  await new Promise<void>((resolve) => process.once('SIGTERM', resolve));
  await server.close();
  await pool.end();
  return 0;
}
