import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { ProgrammeChange, ProgrammePage, programmeView, ProgrammeView, settingsOf } from './programmes.dto';
import { ProgrammesService } from './programmes.service';

@ApiTags('points')
@AnswersProblems()
@Controller('points/programme')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: ProgrammeView })
  async current(): Promise<ProgrammeView> {
    return programmeView(await this.programmes.inForce());
  }

  @Put()
  @RequirePermission(pointsPermissions.manage)
  @ApiOkResponse({ type: ProgrammeView })
  async replace(@CurrentActor() actor: Operator, @Body() change: ProgrammeChange): Promise<ProgrammeView> {
    const { note = null, expectedVersion } = change;
    return programmeView(await this.programmes.replace(actor, settingsOf(change), note, expectedVersion));
  }

  @Get('versions')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: ProgrammePage })
  async versions(@Query() { limit, cursor }: PageQuery): Promise<ProgrammePage> {
    const { items, nextCursor } = await this.programmes.versions(limit, cursor);
    return { items: items.map(programmeView), nextCursor };
  }
}
