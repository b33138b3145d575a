import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { AuditPage, AuditQuery } from './audit.dto';
import { AuditQueries } from './audit.queries';
import { auditPermissions } from './staff.permissions';

@ApiTags('audit')
@AnswersProblems()
@Controller('audit')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Get()
  @RequirePermission(auditPermissions.read)
  @ApiOkResponse({ type: AuditPage })
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.queries.list(query);
  }
}
