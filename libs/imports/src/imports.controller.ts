import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { ImportErrorPage, ImportErrorsQuery, LanguageQuery } from './errors.dto';
import { ExportsService } from './exports.service';
import { ImportCreated, ImportDetail, ImportPage, ImportPath, ImportsQuery, StartImport } from './imports.dto';
import { importsPermissions } from './imports.permissions';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import { IntakeService } from './intake.service';
import { ImportKindList, InspectionView } from './kinds.dto';
import { readUpload } from './uploads';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file', 'kind'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'CSV, also compressed by gzip.' },
      kind: { type: 'string', example: 'orders' },
      mapping: { type: 'string', description: 'JSON; guessed when it is left out.' },
      dryRun: { type: 'string', enum: ['true', 'false'], description: 'Only find out what would happen.' },
    },
  },
};

@ApiTags('imports')
@AnswersProblems()
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly imports: ImportsService,
    private readonly exports: ExportsService,
    private readonly queries: ImportsQueries,
  ) {}

  @Get()
  @RequirePermission(importsPermissions.read)
  @ApiOkResponse({ type: ImportPage })
  list(@Query() query: ImportsQuery): Promise<ImportPage> {
    return this.queries.list(query);
  }

  @Post()
  @RequirePermission(importsPermissions.run)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @ApiCreatedResponse({ type: ImportCreated })
  async create(@Req() request: FastifyRequest, @CurrentActor() actor: Operator): Promise<ImportCreated> {
    const { taken, fields } = await readUpload(request, this.intake.keeping);
    return this.intake.accept(taken, fields, actor);
  }

  @Post('inspect')
  @HttpCode(200)
  @RequirePermission(importsPermissions.run)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @ApiOkResponse({ type: InspectionView })
  async inspect(@Req() request: FastifyRequest, @CurrentActor() actor: Operator): Promise<InspectionView> {
    const { taken, fields } = await readUpload(request, this.intake.looking);
    return this.intake.inspect(taken, fields, actor);
  }

  @Get('kinds')
  @RequirePermission(importsPermissions.read)
  @ApiOkResponse({ type: ImportKindList })
  kinds(): ImportKindList {
    return this.intake.kindsView();
  }

  @Get(':id')
  @RequirePermission(importsPermissions.read)
  @ApiOkResponse({ type: ImportDetail })
  get(@Param() { id }: ImportPath): Promise<ImportDetail> {
    return this.queries.get(id);
  }

  @Get(':id/errors')
  @RequirePermission(importsPermissions.read)
  @ApiOkResponse({ type: ImportErrorPage })
  errors(@Param() { id }: ImportPath, @Query() query: ImportErrorsQuery): Promise<ImportErrorPage> {
    return this.queries.errors(id, query);
  }

  @Get(':id/errors.csv')
  @RequirePermission(importsPermissions.read)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'The failed rows with their reasons.' })
  async errorsFile(
    @Param() { id }: ImportPath,
    @Query() { language }: LanguageQuery,
    @CurrentActor() actor: Operator,
  ): Promise<StreamableFile> {
    const { name, lines } = await this.exports.errors(id, language, actor);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="import-errors.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Post(':id/start')
  @HttpCode(200)
  @RequirePermission(importsPermissions.run)
  @Idempotent()
  @ApiOkResponse({ type: ImportDetail })
  async start(
    @Param() { id }: ImportPath,
    @Body() request: StartImport,
    @CurrentActor() actor: Operator,
  ): Promise<ImportDetail> {
    await this.intake.start(id, request, actor);
    return this.queries.get(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission(importsPermissions.run)
  @ApiOkResponse({ type: ImportDetail })
  async cancel(@Param() { id }: ImportPath, @CurrentActor() actor: Operator): Promise<ImportDetail> {
    await this.imports.cancel(id, actor);
    return this.queries.get(id);
  }
}
