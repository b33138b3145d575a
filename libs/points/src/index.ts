export { awardBirthdays } from './earning/earning.jobs';
export { EarningFacts, type EarningFact } from './earning/facts.registry';
export { pointsExpiring, type PointsExpiring } from './expiry/warnings.events';
export { warnOfExpiry } from './expiry/warnings.jobs';
export type { Answer } from './ledger/acts.service';
export { settleDue } from './ledger/dues.jobs';
export { DuesService } from './ledger/dues.service';
export { LedgerService, posted } from './ledger/ledger.service';
export { pointsChanged, type PointsChanged } from './ledger/points.events';
export { TransfersService, type TransferRequest } from './ledger/transfers.service';
export type { Act, AwardPart, Entry, EntryKind, Posted } from './ledger/domain/acts';
export { PointsModule } from './points.module';
export { pointsPermissions } from './points.permissions';
export type { ExpiryRule, Programme } from './programme/domain/programme';
export { approvalWanted, type ApprovalWanted } from './adjustments/adjustments.events';
export { nightlyProof } from './proof/verifications.jobs';
export { ProgrammesService } from './programme/programmes.service';
export {
  pointsRedeemed,
  redemptionCancelled,
  type PointsRedeemed,
  type RedemptionCancelled,
} from './rewards/rewards.events';
