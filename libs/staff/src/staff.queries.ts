import { Inject, Injectable } from '@nestjs/common';
import { type Clock, decodeIdCursor, pageOf } from '@siyu/kernel';
import { CLOCK, Database, row, rows } from '@siyu/platform';
import { type SignedInStaff, signedInStaff } from './auth.dto';
import type { AccountStatus } from './domain/accounts';
import { noSuchStaff, unauthenticated } from './domain/errors';
import type { Role } from './domain/roles';
import type { Staff, StaffName, StaffPage, StaffQuery } from './staff.dto';
import type { StaffRow } from './staff.entities';
import { accountKey } from './throttles.store';

interface StaffListRow {
  staff_id: string;
  email: string;
  display_name: string;
  role: Role;
  status: AccountStatus;
  last_sign_in_at: Date | null;
  created_at: Date;
}

const COLUMNS = 'staff_id, email, display_name, role, status, last_sign_in_at, created_at';

/** Accounts as the screens show them. */
@Injectable()
export class StaffQueries {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list({ limit, cursor, q }: StaffQuery): Promise<StaffPage> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const found = await rows<StaffListRow>(
      this.database.em,
      `select ${COLUMNS} from staff
       where ($1::uuid is null or staff_id < $1)
         and ($2::text is null or email ilike $2 or display_name ilike $2)
       order by staff_id desc limit $3`,
      [before, pattern, limit + 1],
    );
    const page = pageOf(found, limit, (last) => [last.staff_id]);
    return { items: await this.shown(page.items), nextCursor: page.nextCursor };
  }

  /** Names alone, so that everybody can read who did something. */
  async names(): Promise<StaffName[]> {
    return rows<StaffName>(
      this.database.em,
      'select staff_id as id, display_name as "displayName" from staff order by staff_id desc limit 1000',
    );
  }

  /** @throws DomainError `staff.not-found` */
  async get(staffId: string): Promise<Staff> {
    const found = await rows<StaffListRow>(this.database.em, `select ${COLUMNS} from staff where staff_id = $1`, [
      staffId,
    ]);
    const [staff] = await this.shown(found);
    if (!staff) throw noSuchStaff();
    return staff;
  }

  /** The account behind a session, with what it may do. @throws DomainError `auth.unauthenticated` */
  async signedIn(staffId: string): Promise<SignedInStaff> {
    const staff = await row<StaffRow>(this.database.em, 'select * from staff where staff_id = $1', [staffId]);
    if (!staff) throw unauthenticated();
    return signedInStaff(staff);
  }

  private async shown(found: StaffListRow[]): Promise<Staff[]> {
    const closures = await rows<{ key: string; blocked_until: Date }>(
      this.database.em,
      'select key, blocked_until from staff_throttles where key = any($1) and blocked_until > $2',
      [found.map((staff) => accountKey(staff.email)), this.clock.now()],
    );
    const closedUntil = new Map(closures.map((closure) => [closure.key, closure.blocked_until]));
    return found.map((staff) => ({
      id: staff.staff_id,
      email: staff.email,
      displayName: staff.display_name,
      role: staff.role,
      status: staff.status,
      lockedUntil: closedUntil.get(accountKey(staff.email))?.toISOString() ?? null,
      lastSignInAt: staff.last_sign_in_at?.toISOString() ?? null,
      createdAt: staff.created_at.toISOString(),
    }));
  }
}
