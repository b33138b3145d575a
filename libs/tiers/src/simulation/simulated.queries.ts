import { Injectable } from '@nestjs/common';
import { shownAs, toldBy } from '@siyu/customers';
import { csvLine, decodeIdCursor, pageOf } from '@siyu/kernel';
import { Audit, Database, rows, type Operator } from '@siyu/platform';
import { figureName, figuresOf } from '../evaluation/domain/figures';
import { simulationErrors } from './domain/errors';
import type { SimulatedCustomer, SimulatedFilter, SimulatedPage, SimulatedQuery } from './simulations.dto';
import type { SimulationRow } from './simulations.entities';
import { SimulationsService } from './simulations.service';

interface ListedRow extends Omit<SimulatedCustomer, 'identity'> {
  identityType: string | null;
  identityValue: string | null;
}

const LINES_AT_ONCE = 2_000;

/** The customers who would stand elsewhere. */
@Injectable()
export class SimulatedQueries {
  constructor(
    private readonly database: Database,
    private readonly simulations: SimulationsService,
    private readonly audit: Audit,
  ) {}

  /**
   * In the order of their ids.
   *
   * @throws DomainError `tiers.simulation-unknown` (not-found), `tiers.simulation-not-done` (conflict),
   *   `tiers.simulation-dropped` (refused), `page.bad-cursor` (invalid)
   */
  async page(simulationId: string, { limit, cursor, ...filter }: SimulatedQuery): Promise<SimulatedPage> {
    await this.readable(simulationId);
    const found = await this.listed(simulationId, filter, cursor ? decodeIdCursor(cursor) : null, limit + 1);
    return pageOf(found, limit, (last) => [last.customerId]);
  }

  /** The same as lines of a CSV, read as fast as they are taken; that somebody asked is on record first. Throws like {@link page}. */
  async csv(actor: Operator, simulationId: string, filter: SimulatedFilter): Promise<AsyncIterable<string>> {
    const simulation = await this.readable(simulationId);
    await this.audit.record(this.database.em, {
      actor,
      action: 'tiers.export-simulation',
      subject: 'tier-simulation',
      subjectId: simulationId,
      after: { filter },
    });
    return this.lines(simulation, filter);
  }

  private async *lines({ simulationId, terms }: SimulationRow, filter: SimulatedFilter): AsyncGenerator<string> {
    const figures = figuresOf(terms).map(figureName);
    yield csvLine(['customer_id', 'identity', 'from', 'to', 'direction', ...figures]);
    for (let behind: string | null = null, more = true; more;) {
      const found: SimulatedCustomer[] = await this.listed(simulationId, filter, behind, LINES_AT_ONCE);
      const lines = found.map((each) => {
        const values = figures.map((name) => each.figures[name] ?? 0);
        return csvLine([each.customerId, each.identity?.value ?? '', each.from, each.to, each.direction, ...values]);
      });
      if (lines.length > 0) yield lines.join('');
      more = found.length === LINES_AT_ONCE;
      behind = found.at(-1)?.customerId ?? null;
    }
  }

  private async listed(
    simulationId: string,
    { from, to, direction }: SimulatedFilter,
    behind: string | null,
    limit: number,
  ): Promise<SimulatedCustomer[]> {
    const found = await rows<ListedRow>(
      this.database.em,
      `select s.customer_id as "customerId", coalesce(c.display_name, '') as "displayName", told.type as "identityType",
         told.value as "identityValue", s.from_key as "from", s.to_key as "to", s.direction, s.figures
       from tiers_simulated s
       left join customers_v c on c.customer_id = s.customer_id
       ${toldBy('s.customer_id')}
       where s.simulation_id = $1 and ($2::uuid is null or s.customer_id > $2) and ($3::text is null or s.from_key = $3)
         and ($4::text is null or s.to_key = $4) and ($5::text is null or s.direction = $5)
       order by s.customer_id limit $6`,
      [simulationId, behind, from ?? null, to ?? null, direction ?? null, limit],
    );
    return found.map(({ identityType, identityValue, ...each }) => ({
      ...each,
      identity: shownAs(identityType, identityValue),
    }));
  }

  private async readable(simulationId: string): Promise<SimulationRow> {
    const simulation = await this.simulations.get(simulationId);
    if (simulation.status !== 'done') throw simulationErrors.notDone(simulation.status);
    if (simulation.customersDroppedAt) throw simulationErrors.dropped();
    return simulation;
  }
}
