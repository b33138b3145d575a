import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountStatus } from './domain/accounts';

@Entity({ name: 'staff' })
export class StaffRow {
  @PrimaryColumn('uuid')
  staff_id: string;

  @Column('text')
  email: string;

  @Column('text')
  display_name: string;

  @Column('text')
  role: string;

  @Column('text')
  status: AccountStatus;

  @Column('text')
  password_hash: string;

  @Column('boolean')
  must_change_password: boolean;

  @Column('timestamptz', { nullable: true })
  last_sign_in_at: Date | null;

  @Column('timestamptz')
  created_at: Date;

  @Column('timestamptz')
  updated_at: Date;
}

/** Why a session ended before its time. */
export type SessionEnd = 'sign-out' | 'reuse' | 'password' | 'disabled';

@Entity({ name: 'staff_sessions' })
export class StaffSessionRow {
  @PrimaryColumn('uuid')
  session_id: string;

  @Column('uuid')
  staff_id: string;

  @Column('integer')
  counter: number;

  @Column('timestamptz')
  rotated_at: Date;

  @Column('timestamptz')
  created_at: Date;

  @Column('timestamptz')
  expires_at: Date;

  @Column('timestamptz', { nullable: true })
  ended_at: Date | null;

  @Column('text', { nullable: true })
  ended_by: SessionEnd | null;
}

@Entity({ name: 'staff_api_keys' })
export class StaffApiKeyRow {
  @PrimaryColumn('uuid')
  key_id: string;

  @Column('text')
  name: string;

  @Column('text')
  secret_hash: string;

  @Column('text')
  ending: string;

  @Column('text', { array: true })
  permissions: string[];

  @Column('uuid', { nullable: true })
  created_by: string | null;

  @Column('timestamptz')
  created_at: Date;

  @Column('timestamptz', { nullable: true })
  expires_at: Date | null;

  @Column('timestamptz', { nullable: true })
  last_used_at: Date | null;

  @Column('timestamptz', { nullable: true })
  revoked_at: Date | null;
}

@Entity({ name: 'staff_throttles' })
export class StaffThrottleRow {
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz')
  failed_at: Date;

  @Column('timestamptz', { nullable: true })
  blocked_until: Date | null;
}
