export { AdjustmentsService } from './adjustments/adjustments.service';
export { awardBirthdays } from './earning/earning.jobs';
export { EarningFacts, type EarningFact } from './earning/facts.registry';
export { EarningFactors, type EarningFactor, type EarningMoment } from './earning/factors.registry';
export type { Factor } from './earning/domain/occasions';
export type { SentRule } from './earning/domain/read-rule';
export { OrderAwardsService } from './earning/order-awards.service';
export { RulesQueries } from './earning/rules.queries';
export { RulesService, type RuleFrame } from './earning/rules.service';
export { memberSignedIn, type MemberSignedIn } from './earning/sign-ins.events';
export { SignInsQueries } from './earning/sign-ins.queries';
export { SignInsService } from './earning/sign-ins.service';
export { pointsExpiring, type PointsExpiring } from './expiry/warnings.events';
export { warnOfExpiry } from './expiry/warnings.jobs';
export type { Answer } from './ledger/acts.service';
export { settleDue } from './ledger/dues.jobs';
export { DuesService } from './ledger/dues.service';
export { LedgerService, posted } from './ledger/ledger.service';
export { pointsChanged, type PointsChanged } from './ledger/points.events';
export { TransfersService, type TransferRequest } from './ledger/transfers.service';
export type { Act, AwardPart, Entry, EntryKind, Posted } from './ledger/domain/acts';
export { OpeningsService, type OpeningInput } from './openings/openings.service';
export { PointsModule } from './points.module';
export { pointsPermissions } from './points.permissions';
export type { ExpiryRule, Programme } from './programme/domain/programme';
export { approvalWanted, type ApprovalWanted } from './adjustments/adjustments.events';
export { nightlyProof } from './proof/verifications.jobs';
export type { ProgrammeSettings } from './programme/domain/read-programme';
export { ProgrammesService } from './programme/programmes.service';
export {
  pointsRedeemed,
  redemptionCancelled,
  type PointsRedeemed,
  type RedemptionCancelled,
} from './rewards/rewards.events';
export { CodesService } from './rewards/codes.service';
export type { RewardTerms } from './rewards/domain/rewards';
export { FulfilmentsService } from './rewards/fulfilments.service';
export { RedemptionsService } from './rewards/redemptions.service';
export { RewardsQueries } from './rewards/rewards.queries';
export { RewardsService } from './rewards/rewards.service';
