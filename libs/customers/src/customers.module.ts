import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BeginningsQueries } from './beginnings.queries';
import { ImportKinds, ImportsModule } from '@siyu/imports';
import { customersImport } from './customers.import';
import { CustomersController } from './customers.controller';
import { CustomerIdentityKeyRow, CustomerIdentityRow, CustomerNamePartRow, CustomerRow } from './customers.entities';
import { CustomersQueries } from './customers.queries';
import { CustomerResolver } from './customers.resolver';
import { CustomersService } from './customers.service';
import { CustomersStore } from './customers.store';
import { CustomerFacets } from './facets.registry';
import { IdentitiesService } from './identities.service';
import { IdentitiesStore } from './identities.store';
import { PersonsQueries } from './persons.queries';
import { ProfilesService } from './profiles.service';
import { ListingCatalogue } from './listings.catalogue';
import { ListingsController } from './listings.controller';
import { ListingsQueries } from './listings.queries';
import { ListingRows } from './listings.rows';
import { members } from './members/members.parts';
import { TimelinesController } from './timelines.controller';
import { TimelinesQueries } from './timelines.queries';
import { TimelineSources } from './timelines.registry';

@Module({
  imports: [
    ImportsModule,
    TypeOrmModule.forFeature([
      CustomerRow,
      CustomerNamePartRow,
      CustomerIdentityRow,
      CustomerIdentityKeyRow,
      ...members.entities,
    ]),
  ],
  controllers: [ListingsController, CustomersController, TimelinesController, ...members.controllers],
  providers: [
    CustomersStore,
    CustomersService,
    CustomersQueries,
    CustomerResolver,
    IdentitiesStore,
    IdentitiesService,
    PersonsQueries,
    ProfilesService,
    CustomerFacets,
    ListingCatalogue,
    ListingsQueries,
    ListingRows,
    TimelineSources,
    TimelinesQueries,
    BeginningsQueries,
    ...members.providers,
  ],
  exports: [CustomersQueries, CustomerResolver, PersonsQueries, ProfilesService, CustomerFacets, TimelineSources],
})
export class CustomersModule implements OnModuleInit {
  constructor(
    private readonly timelines: TimelineSources,
    private readonly beginnings: BeginningsQueries,
    private readonly importKinds: ImportKinds,
    private readonly profiles: ProfilesService,
  ) {}

  onModuleInit(): void {
    this.importKinds.register(customersImport(this.profiles));
    this.timelines.register({
      kinds: BeginningsQueries.kinds,
      page: (customerId, page) => this.beginnings.page(customerId, page),
    });
  }
}
