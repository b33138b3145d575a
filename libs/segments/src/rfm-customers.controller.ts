import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { rfmPermissions } from './rfm.permissions';
import { RfmCustomerPage, RfmCustomersFilter, RfmCustomersQuery } from './rfm-customers.dto';
import { RfmCustomersQueries } from './rfm-customers.queries';
import { RfmExportsService } from './rfm-exports.service';

@ApiTags('rfm')
@AnswersProblems()
@Controller('rfm')
export class RfmCustomersController {
  constructor(
    private readonly customers: RfmCustomersQueries,
    private readonly exports: RfmExportsService,
  ) {}

  @Get('customers')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmCustomerPage })
  page(@Query() query: RfmCustomersQuery): Promise<RfmCustomerPage> {
    return this.customers.page(query);
  }

  @Get('customers.csv')
  @RequirePermission(rfmPermissions.read)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'One line per scored customer.' })
  async csv(@CurrentActor() actor: Operator, @Query() filter: RfmCustomersFilter): Promise<StreamableFile> {
    const lines = await this.exports.csv(actor, filter);
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="rfm-customers.csv"',
    });
  }
}
