import type { Feature } from '../shared/feature';
import { customers } from '../features/customers';
import { earning } from '../features/earning';
import { imports } from '../features/imports';
import { ladders } from '../features/ladders';
import { points } from '../features/points';
import { rewards } from '../features/rewards';
import { rfm } from '../features/rfm';
import { staff } from '../features/staff';
import { tierMembers } from '../features/tier-members';
import { tierSimulations } from '../features/tier-simulations';

/** Every feature of the console; the menu, the routes and the command palette are made from this list. */
export const features: readonly Feature[] = [
  customers,
  earning,
  imports,
  ladders,
  points,
  rewards,
  rfm,
  staff,
  tierMembers,
  tierSimulations,
];
