import { pointsScenario } from './points/points.bench';
import { rfmScenario } from './rfm.bench';
import type { Scenario } from './scenario';
import { searchScenario } from './search.bench';
import { tiersScenario } from './tiers.bench';

/** Every promise that is measured. */
export const scenarios: Scenario[] = [pointsScenario, rfmScenario, searchScenario, tiersScenario];
