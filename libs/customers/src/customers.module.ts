import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerIdentityKeyRow, CustomerIdentityRow, CustomerRow } from './customers.entities';
import { CustomerResolver } from './customers.resolver';
import { CustomersStore } from './customers.store';
import { CustomerFacets } from './facets.registry';
import { IdentitiesStore } from './identities.store';
import { TimelineSources } from './timelines.registry';

@Module({
  imports: [TypeOrmModule.forFeature([CustomerRow, CustomerIdentityRow, CustomerIdentityKeyRow])],
  providers: [CustomersStore, IdentitiesStore, CustomerResolver, CustomerFacets, TimelineSources],
  exports: [CustomerResolver, CustomerFacets, TimelineSources],
})
export class CustomersModule {}
