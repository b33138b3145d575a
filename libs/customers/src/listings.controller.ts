import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, RequirePermission } from '@siyu/platform';
import { customersPermissions } from './customers.permissions';
import { ListingCatalogue } from './listings.catalogue';
import { CustomersPage, CustomersQuery, FieldsOfList } from './listings.dto';
import { ListingsQueries } from './listings.queries';

@ApiTags('customers')
@AnswersProblems()
@Controller('customers')
export class ListingsController {
  constructor(
    private readonly listings: ListingsQueries,
    private readonly catalogue: ListingCatalogue,
  ) {}

  @Get()
  @RequirePermission(customersPermissions.read)
  @ApiOkResponse({ type: CustomersPage })
  list(@Query() query: CustomersQuery): Promise<CustomersPage> {
    return this.listings.page(query);
  }

  @Get('fields')
  @RequirePermission(customersPermissions.read)
  @ApiOkResponse({ type: FieldsOfList, description: 'What the list can show, filter and sort by.' })
  async fields(): Promise<FieldsOfList> {
    return { items: await this.catalogue.describe() };
  }
}
