import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { LadderPath } from './ladders.dto';
import { LaddersQueries } from './ladders.queries';
import { PublicationsService } from './publications.service';
import {
  LadderPublication,
  LadderRollback,
  LadderVersionList,
  LadderVersionPath,
  LadderVersionView,
} from './versions.dto';

@ApiTags('tiers')
@AnswersProblems()
@Controller('tier-ladders/:id')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly queries: LaddersQueries,
  ) {}

  @Get('versions')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderVersionList })
  versions(@Param() { id }: LadderPath): Promise<LadderVersionList> {
    return this.queries.versions(id);
  }

  @Get('versions/:version')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: LadderVersionView })
  version(@Param() { id, version }: LadderVersionPath): Promise<LadderVersionView> {
    return this.queries.version(id, version);
  }

  @Post('publish')
  @RequirePermission(tiersPermissions.manage)
  @Idempotent()
  @ApiCreatedResponse({ type: LadderVersionView })
  async publish(
    @CurrentActor() actor: Operator,
    @Param() { id }: LadderPath,
    @Body() wish: LadderPublication,
  ): Promise<LadderVersionView> {
    return this.queries.versionView(await this.publications.publish(actor, id, wish));
  }

  @Post('rollback')
  @RequirePermission(tiersPermissions.manage)
  @Idempotent()
  @ApiCreatedResponse({ type: LadderVersionView })
  async rollBack(
    @CurrentActor() actor: Operator,
    @Param() { id }: LadderPath,
    @Body() wish: LadderRollback,
  ): Promise<LadderVersionView> {
    return this.queries.versionView(await this.publications.rollBack(actor, id, wish));
  }

  @Post('versions/:version/withdraw')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: LadderVersionView })
  async withdraw(
    @CurrentActor() actor: Operator,
    @Param() { id, version }: LadderVersionPath,
  ): Promise<LadderVersionView> {
    return this.queries.versionView(await this.publications.withdraw(actor, id, version));
  }
}
