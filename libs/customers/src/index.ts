export { customersChanged, type CustomersChanged } from './customers.events';
export { CustomersModule } from './customers.module';
export { customersPermissions } from './customers.permissions';
export { CustomersQueries } from './customers.queries';
export { CustomerResolver } from './customers.resolver';
export {
  IDENTITY_TYPES,
  MAX_IDENTITY_LENGTH,
  normaliseIdentities,
  normaliseIdentity,
  type Identity,
} from './domain/identities';
export { identityImportFields } from './identities.import';
export { customerNotFound } from './domain/errors';
export { maskIdentity, type ShownIdentity } from './domain/masking';
export { MAX_NAME_LENGTH } from './domain/names';
export type { Resolved, ResolveRequest } from './domain/resolution';
export { CodeSender } from './members/code-senders';
export { sweepMemberSignIns } from './members/members.jobs';
export { membersPermissions } from './members/members.permissions';
export { nameParts } from './domain/search';
export { CustomerFacets, type Facet, type FacetField, type FacetFieldType } from './facets.registry';
export { PersonsQueries, type Person } from './persons.queries';
export { ProfilesService, type ProfileInput } from './profiles.service';
export {
  timelineAt,
  TimelineSources,
  type TimelineEntry,
  type TimelinePage,
  type TimelinePosition,
  type TimelineSource,
} from './timelines.registry';
export { shownAs, toldBy } from './told-by.sql';
