import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { decodeIdCursor, pageOf } from '@siyu/kernel';
import { AnswersProblems, CurrentActor, Database, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { SimulatedQueries } from './simulated.queries';
import {
  SimulatedFilter,
  SimulatedPage,
  SimulatedQuery,
  SimulationPath,
  SimulationRequest,
  SimulationsQuery,
  simulationView,
  TierSimulation,
  TierSimulationPage,
} from './simulations.dto';
import { SimulationsService } from './simulations.service';
import { SimulationsStore } from './simulations.store';

/** What a ladder would do. */
@ApiTags('tiers')
@AnswersProblems()
@Controller()
export class SimulationsController {
  constructor(
    private readonly simulations: SimulationsService,
    private readonly customers: SimulatedQueries,
    private readonly store: SimulationsStore,
    private readonly database: Database,
  ) {}

  @Post('tier-ladders/:id/simulate')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: TierSimulation, description: 'As far as it has come when the time to wait is up.' })
  async simulate(
    @CurrentActor() actor: Operator,
    @Param() { id }: SimulationPath,
    @Body() { terms, waitSeconds }: SimulationRequest,
  ): Promise<TierSimulation> {
    const { simulationId } = await this.simulations.request(actor, id, terms ?? null);
    return simulationView(await this.simulations.wait(simulationId, waitSeconds));
  }

  @Get('tier-simulations')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierSimulationPage })
  async list(@Query() { ladderId = undefined, limit, cursor }: SimulationsQuery): Promise<TierSimulationPage> {
    const before = cursor ? decodeIdCursor(cursor) : null;
    const found = await this.store.list(this.database.em, ladderId ?? null, limit + 1, before);
    const { items, nextCursor } = pageOf(found, limit, (last) => [last.simulationId]);
    return { items: items.map(simulationView), nextCursor };
  }

  @Get('tier-simulations/:id')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: TierSimulation })
  async get(@Param() { id }: SimulationPath): Promise<TierSimulation> {
    return simulationView(await this.simulations.get(id));
  }

  @Post('tier-simulations/:id/cancel')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: TierSimulation })
  async cancel(@CurrentActor() actor: Operator, @Param() { id }: SimulationPath): Promise<TierSimulation> {
    return simulationView(await this.simulations.cancel(actor, id));
  }

  @Get('tier-simulations/:id/customers')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: SimulatedPage })
  page(@Param() { id }: SimulationPath, @Query() query: SimulatedQuery): Promise<SimulatedPage> {
    return this.customers.page(id, query);
  }

  @Get('tier-simulations/:id/customers.csv')
  @RequirePermission(tiersPermissions.read)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'One line per customer who would stand elsewhere.' })
  async csv(
    @CurrentActor() actor: Operator,
    @Param() { id }: SimulationPath,
    @Query() filter: SimulatedFilter,
  ): Promise<StreamableFile> {
    const lines = await this.customers.csv(actor, id, filter);
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="tier-simulation.csv"',
    });
  }
}
