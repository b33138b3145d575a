import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CustomersQueries } from '@siyu/customers';
import { AnswersProblems, CurrentActor, Idempotent, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import {
  BenefitUse,
  BenefitUsePath,
  BenefitUseRequest,
  BenefitUsesPath,
  CustomerBenefits,
  CustomerBenefitsPath,
} from './benefits.dto';
import { BenefitsQueries } from './benefits.queries';
import { useView } from './benefits.views';
import { UsesService } from './uses.service';

/** What one customer has of her tier. */
@ApiTags('tiers')
@AnswersProblems()
@Controller('customers/:id/benefits')
export class BenefitsController {
  constructor(
    private readonly customers: CustomersQueries,
    private readonly benefits: BenefitsQueries,
    private readonly uses: UsesService,
  ) {}

  @Get()
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: CustomerBenefits })
  async get(@Param() { id }: CustomerBenefitsPath): Promise<CustomerBenefits> {
    await this.customers.mustExist(id);
    return this.benefits.ofCustomer(id);
  }

  @Post(':benefitKey/uses')
  @RequirePermission(tiersPermissions.write)
  @Idempotent()
  @ApiCreatedResponse({ type: BenefitUse })
  async use(
    @Param() { id, benefitKey }: BenefitUsesPath,
    @Body() { reference = null, note = null }: BenefitUseRequest,
    @CurrentActor() actor: Operator,
    @Headers('idempotency-key') key?: string,
  ): Promise<BenefitUse> {
    await this.customers.mustExist(id);
    return useView(await this.uses.use(actor, { customerId: id, benefitKey, key, reference, note }));
  }

  @Delete(':benefitKey/uses/:useId')
  @HttpCode(204)
  @RequirePermission(tiersPermissions.write)
  @ApiNoContentResponse()
  async undo(@Param() { id, benefitKey, useId }: BenefitUsePath, @CurrentActor() actor: Operator): Promise<void> {
    await this.uses.undo(actor, { customerId: id, benefitKey, useId });
  }
}
