import {
  BooleanField,
  CentsField,
  ChoiceField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { LadderTermsBody } from '../ladders/ladder-terms.dto';
import { SIMULATION_STATUSES, type SimulationRow, type SimulationStatus } from './simulations.entities';

export class SimulationRequest {
  @ObjectField(() => LadderTermsBody, { optional: true, description: 'Terms to try; the draft when left out.' })
  terms?: LadderTermsBody;

  @WholeNumberField({
    min: 0,
    max: 60,
    optional: true,
    description: 'Waits so many seconds for the result; 20 when left out, 0 answers at once.',
  })
  waitSeconds: number = 20;
}

export class SimulationPath {
  @IdField()
  id: string;
}

export class SimulationsQuery extends PageQuery {
  @IdField({ optional: true })
  ladderId?: string;
}

export class SimulationCell {
  @TextField({ max: 40, nullable: true, description: 'Tier in force; null where no ladder is.' })
  from: string | null;

  @TextField({ max: 40 })
  to: string;

  @WholeNumberField({ min: 0 })
  customers: number;

  @WholeNumberField({ description: 'Points that their orders earned within the last 365 days.' })
  points: number;
}

export class SimulatedTier {
  @TextField({ max: 40 })
  key: string;

  @TextField({ max: 60 })
  name: string;

  @WholeNumberField({ min: 0 })
  before: number;

  @WholeNumberField({ min: 0 })
  after: number;
}

export class GoneTier {
  @TextField({ max: 40 })
  key: string;

  @TextField({ max: 60 })
  name: string;

  @WholeNumberField({ min: 0 })
  before: number;
}

export class SimulatedCosts {
  @WholeNumberField({ description: 'Points a year that multipliers add.' })
  multiplierPoints: number;

  @WholeNumberField({ description: 'Points a year for birthdays.' })
  giftPoints: number;

  @CentsField({ description: 'Other benefits a year.' })
  benefitCents: number;
}

export class SimulatedGifts {
  @WholeNumberField()
  points: number;

  @CentsField()
  cents: number;
}

export class SimulatedPointValue {
  @WholeNumberField({ min: 1 })
  points: number;

  @CentsField()
  cents: number;

  @TextField({ max: 3 })
  currency: string;
}

export class TierSimulationResult {
  @WholeNumberField({ min: 0 })
  customers: number;

  @WholeNumberField({ min: 0 })
  up: number;

  @WholeNumberField({ min: 0 })
  down: number;

  @WholeNumberField({ min: 0 })
  same: number;

  @WholeNumberField({ min: 0, description: 'Of those who fall: on the day the version comes into force.' })
  downAtOnce: number;

  @ListField(() => SimulatedTier, { max: 20 })
  tiers: SimulatedTier[];

  @ListField(() => GoneTier, { max: 20, description: 'Tiers in force that the draft does not have.' })
  gone: GoneTier[];

  @ObjectField(() => SimulatedCosts, { description: 'A year as it is.' })
  before: SimulatedCosts;

  @ObjectField(() => SimulatedCosts, { description: 'A year as it would be.' })
  after: SimulatedCosts;

  @ObjectField(() => SimulatedGifts, { description: 'Entry gifts for all who rise, once.' })
  entryGifts: SimulatedGifts;

  @ObjectField(() => SimulatedPointValue, { nullable: true })
  pointValue: SimulatedPointValue | null;

  @TextField({ max: 3, description: 'Of the costs of benefits.' })
  currency: string;
}

/** What a ladder would do. */
export class TierSimulation {
  @IdField()
  id: string;

  @IdField()
  ladderId: string;

  @ChoiceField(SIMULATION_STATUSES)
  status: SimulationStatus;

  @TextField({ max: 500, nullable: true, description: 'Why it failed.' })
  message: string | null;

  @ObjectField(() => LadderTermsBody)
  terms: LadderTermsBody;

  @TextField({ max: 64, description: 'Fingerprint of the terms.' })
  termsHash: string;

  @IdField({ nullable: true, description: 'The version in force, against which it is told; null for none.' })
  baseLadderId: string | null;

  @WholeNumberField({ min: 1, nullable: true })
  baseVersion: number | null;

  @InstantField({ description: 'The moment whose history was tried.' })
  asOf: string;

  @IdField({ nullable: true })
  requestedBy: string | null;

  @InstantField()
  requestedAt: string;

  @InstantField({ nullable: true })
  finishedAt: string | null;

  @WholeNumberField({ min: 0, nullable: true })
  tookMs: number | null;

  @WholeNumberField({ min: 0 })
  doneCustomers: number;

  @WholeNumberField({ min: 0, nullable: true })
  totalCustomers: number | null;

  @ListField(() => SimulationCell, { max: 400, nullable: true })
  matrix: SimulationCell[] | null;

  @ObjectField(() => TierSimulationResult, { nullable: true })
  result: TierSimulationResult | null;

  @InstantField({ nullable: true, description: 'Since when its customers are kept no longer.' })
  customersDroppedAt: string | null;
}

export class TierSimulationPage {
  @ListField(() => TierSimulation, { max: 200 })
  items: TierSimulation[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

/** Which of the customers who would stand elsewhere. */
export class SimulatedFilter {
  @TextField({ max: 40, optional: true, description: 'Tier where they stand.' })
  from?: string;

  @TextField({ max: 40, optional: true, description: 'Tier where they would stand.' })
  to?: string;

  @ChoiceField(['up', 'down'], { optional: true })
  direction?: 'up' | 'down';
}

export class SimulatedQuery extends SimulatedFilter {
  @WholeNumberField({ min: 1, max: 200, optional: true, query: true, description: 'How many rows at most.' })
  limit: number = 50;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the page before.' })
  cursor?: string;
}

export class SimulatedIdentity {
  @TextField({ max: 40 })
  type: string;

  @TextField({ max: 256, description: 'Covered where it is personal.' })
  value: string;

  @BooleanField({ description: 'Whether the value is covered.' })
  masked: boolean;
}

export class SimulatedCustomer {
  @IdField()
  customerId: string;

  @TextField({ max: 200 })
  displayName: string;

  @ObjectField(() => SimulatedIdentity, { nullable: true })
  identity: SimulatedIdentity | null;

  @TextField({ max: 40 })
  from: string;

  @TextField({ max: 40 })
  to: string;

  @ChoiceField(['up', 'down'])
  direction: 'up' | 'down';

  @FreeFormField({ description: 'The figures that decide, by name: `{ "spend_rolling_12": 128000 }`.' })
  figures: Record<string, number>;
}

export class SimulatedPage {
  @ListField(() => SimulatedCustomer, { max: 200 })
  items: SimulatedCustomer[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function simulationView(row: SimulationRow): TierSimulation {
  const { simulationId, startedAt, finishedAt, asOf, requestedAt, customersDroppedAt, terms, ...rest } = row;
  const { ladderId, status, message, termsHash, baseLadderId, baseVersion, requestedBy, doneCustomers } = rest;
  return {
    id: simulationId,
    ladderId,
    status,
    message,
    terms,
    termsHash,
    baseLadderId,
    baseVersion,
    asOf: asOf.toISOString(),
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    tookMs: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
    doneCustomers,
    totalCustomers: rest.totalCustomers,
    matrix: rest.matrix,
    result: rest.result,
    customersDroppedAt: customersDroppedAt?.toISOString() ?? null,
  };
}
