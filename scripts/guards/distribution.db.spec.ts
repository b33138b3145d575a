import { beforeAll, describe, expect, it } from '@jest/globals';
import { distributionFindings, spreadOf } from './distribution.ts';
import { onMigratedDatabase, onServer, readTables, type Table } from './schema.ts';
import { told } from './sources.ts';

const FAULTS = `
  create table notes (note_id uuid, customer_id uuid, constraint notes_pk primary key (note_id));
  create table votes (
    customer_id uuid, vote_id uuid, ticket text, place bigserial,
    constraint votes_pk primary key (customer_id, vote_id), constraint votes_ticket_unique unique (ticket));
  create unique index votes_place_unique on votes (place);
  create table visits (
    customer_id uuid, visit_id uuid, constraint visits_pk primary key (customer_id, visit_id),
    constraint visits_note foreign key (visit_id) references notes (note_id));
  create table gift_keys (code text, customer_id uuid, constraint gift_keys_pk primary key (customer_id, code));
  create table shelves (shelf_id uuid primary key, customer uuid, vote uuid,
    constraint shelves_vote foreign key (customer, vote) references votes (customer_id, vote_id));
  create function nothing() returns trigger language plpgsql as 'begin return new; end';
  create trigger shelves_touched before insert on shelves for each row execute function nothing();`;

describe('spreading over many servers', () => {
  let tables: Table[];
  let withFaults: Table[];

  beforeAll(async () => {
    await onMigratedDatabase(process.env.TEST_DATABASE_URL!, async (url) => {
      tables = await readTables(url);
      await onServer(url, (client) => client.query(FAULTS));
      withFaults = await readTables(url);
    });
  });

  it('works with every table of the schema', () => {
    expect(told(distributionFindings(tables))).toEqual([]);
  });

  it('cuts customers and orders by customer, and identities by value', () => {
    const spread = Object.fromEntries(tables.map((table) => [table.name, spreadOf(table)]));
    expect(spread).toMatchObject({
      customers: 'customer',
      customers_identities: 'customer',
      customers_identity_keys: 'value',
      orders: 'customer',
      orders_keys: 'value',
      orders_early_refunds: 'value',
      staff: 'whole',
    });
  });

  it('is refused for a key that does not begin with the customer, a stranger’s unique value, a far reference, a sequence or a trigger', () => {
    expect(told(distributionFindings(withFaults))).toEqual([
      'gift_keys: its primary key (customer_id, code) is not the value alone',
      'notes: its primary key (note_id) does not begin with customer_id',
      'shelves: has the trigger shelves_touched; rules live in the code',
      'shelves: the foreign key shelves_vote leads to votes, which is spread',
      'visits: the foreign key visits_note to notes does not stay within one customer',
      'votes: votes_place_unique is unique without customer_id, which no single server can know',
      'votes: votes_ticket_unique is unique without customer_id, which no single server can know',
      'votes: place is numbered by a sequence',
    ]);
  });
});
