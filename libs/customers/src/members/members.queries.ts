import { Injectable } from '@nestjs/common';
import { CustomersQueries } from '../customers.queries';
import type { Member } from './members.dto';

/** What a member sees of herself. */
@Injectable()
export class MembersQueries {
  constructor(private readonly customers: CustomersQueries) {}

  /** @throws DomainError `customers.not-found` */
  async get(customerId: string): Promise<Member> {
    const { displayName, identities, createdAt } = await this.customers.get(customerId);
    const first = (type: string) => identities.find((identity) => identity.type === type)?.value ?? null;
    return { customerId, displayName, phone: first('phone'), memberNo: first('member_no'), since: createdAt };
  }
}
