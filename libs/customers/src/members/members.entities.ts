import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a member came in. */
export type SignInWay = 'phone' | 'wechat' | 'api-key';

/** Why a session ended before its time. */
export type MemberSessionEnd = 'sign-out' | 'reuse';

@Entity('customers_member_sessions')
export class MemberSessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customers_member_sessions_pk' })
  customer_id: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customers_member_sessions_pk' })
  session_id: string;

  @Column('text')
  via: SignInWay;

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
  ended_by: MemberSessionEnd | null;
}

@Entity('customers_member_codes')
export class MemberCodeRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_member_codes_pk' })
  phone_key: string;

  @Column('text')
  code_hash: string;

  @Column('timestamptz')
  sent_at: Date;

  @Column('timestamptz')
  expires_at: Date;

  @Column('integer')
  tries: number;

  @Column('timestamptz', { nullable: true })
  used_at: Date | null;
}

@Entity('customers_member_throttles')
export class MemberThrottleRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'customers_member_throttles_pk' })
  key: string;

  @Column('timestamptz')
  started_at: Date;

  @Column('integer')
  count: number;
}
