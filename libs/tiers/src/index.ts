export { benefitIssued, type BenefitsIssued, type IssuedBenefit } from './benefits/benefits.events';
export { giveBirthdayGifts, sweepGifts } from './benefits/gifts.jobs';
export { tiersChanged, type TierMove, type TiersChanged } from './evaluation/moves.events';
export { TiersModule } from './tiers.module';
export { tiersPermissions } from './tiers.permissions';
