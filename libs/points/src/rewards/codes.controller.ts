import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswersProblems, CurrentActor, RequirePermission, type Actor } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { CodePage, CodesAdded, CodesQuery } from './codes.dto';
import { CodesService } from './codes.service';
import { readCodesFile } from './code-files';
import { RewardPath } from './reward-changes.dto';

@ApiTags('rewards')
@AnswersProblems()
@Controller('rewards/:id/codes')
export class CodesController {
  constructor(private readonly codes: CodesService) {}

  @Get()
  @RequirePermission(pointsPermissions.rewards)
  @ApiOkResponse({ type: CodePage })
  page(@Param() { id }: RewardPath, @Query() query: CodesQuery): Promise<CodePage> {
    return this.codes.page(id, query);
  }

  @Post()
  @HttpCode(200)
  @RequirePermission(pointsPermissions.rewards)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: {
          type: 'string',
          format: 'binary',
          description: 'One code per line, or the first column of a CSV; UTF-8.',
        },
      },
    },
  })
  @ApiOkResponse({ type: CodesAdded, description: 'All codes of the file are there; sending it again adds nothing.' })
  async add(
    @Param() { id }: RewardPath,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CodesAdded> {
    return this.codes.add(actor, id, await readCodesFile(request));
  }
}
