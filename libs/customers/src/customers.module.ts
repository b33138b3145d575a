import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerIdentityKeyRow, CustomerIdentityRow, CustomerNamePartRow, CustomerRow } from './customers.entities';
import { CustomerResolver } from './customers.resolver';
import { CustomersStore } from './customers.store';
import { CustomerFacets } from './facets.registry';
import { IdentitiesStore } from './identities.store';
import { TimelineSources } from './timelines.registry';

@Module({
  imports: [TypeOrmModule.forFeature([CustomerRow, CustomerNamePartRow, CustomerIdentityRow, CustomerIdentityKeyRow])],
  providers: [CustomersStore, IdentitiesStore, CustomerResolver, CustomerFacets, TimelineSources],
  exports: [CustomerResolver, CustomerFacets, TimelineSources],
})
export class CustomersModule {}
