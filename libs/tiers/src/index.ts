export { tiersChanged, type TierMove, type TiersChanged } from './evaluation/moves.events';
export { TiersModule } from './tiers.module';
export { tiersPermissions } from './tiers.permissions';
