import type { TriggerKind } from './rules';

/** One line of an order, as rules see it. */
export interface OccasionLine {
  lineNo: number;
  sku: string;
  category: string | null;
  /** Quantity times price. */
  amountCents: number;
}

export interface OccasionOrder {
  channel: string | null;
  currency: string;
  totalCents: number;
  lines: OccasionLine[];
}

/** What is known of the customer herself. */
export interface Earner {
  /** `YYYY-MM-DD` */
  birthday: string | null;
  gender: string | null;
  attributes: Record<string, unknown>;
}

/** What an award is multiplied by because of who buys: a name that members read, and a decimal like `1.5`. */
export interface Factor {
  name: string;
  /** Up to four digits behind the point. */
  factor: string;
}

/** Something that may earn points: what happened, when, and to whom. */
export interface Occasion {
  /** More than one where one thing pulls several: an order may be the first one, too. */
  triggers: TriggerKind[];
  at: Date;
  order?: OccasionOrder;
  event?: { type: string; properties: Record<string, unknown> };
  /** Sign-ins: how many days in a row, this one included. */
  streak?: number;
  /** Profiles: which of the fields are known. */
  knownFields?: ReadonlySet<string>;
  /** Null when nobody said whose it is: then what depends on the customer is not met. */
  earner: Earner | null;
  /** What other parts of the system know of the customer, by name of the fact; a name that is missing is unknown to all. */
  facts: ReadonlyMap<string, readonly string[]>;
  /** What other parts of the system multiply by at this time; none when left out. */
  factors?: readonly Factor[];
}
