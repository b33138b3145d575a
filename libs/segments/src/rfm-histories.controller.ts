import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, IdField, RequirePermission } from '@siyu/platform';
import { rfmPermissions } from './rfm.permissions';
import { RfmCustomerHistory } from './rfm-customers.dto';
import { RfmHistoriesQueries } from './rfm-histories.queries';

class RfmHistoryPath {
  @IdField()
  id: string;
}

@ApiTags('rfm')
@AnswersProblems()
@Controller('customers/:id/rfm')
export class RfmHistoriesController {
  constructor(private readonly histories: RfmHistoriesQueries) {}

  @Get()
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmCustomerHistory })
  history(@Param() { id }: RfmHistoryPath): Promise<RfmCustomerHistory> {
    return this.histories.history(id);
  }
}
