import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { BenefitIssue } from './benefits.dto';
import { issueView } from './benefits.views';
import { HandoversService } from './handovers.service';
import {
  BenefitHandover,
  BenefitIssuePage,
  BenefitIssuePath,
  BenefitIssuesFilter,
  BenefitIssuesQuery,
  BenefitVoiding,
} from './issues.dto';
import { IssuesQueries } from './issues.queries';

/** Gifts, for those who hand them over. */
@ApiTags('tiers')
@AnswersProblems()
@Controller()
export class IssuesController {
  constructor(
    private readonly issues: IssuesQueries,
    private readonly handovers: HandoversService,
  ) {}

  @Get('tier-benefits/issues')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: BenefitIssuePage })
  page(@Query() query: BenefitIssuesQuery): Promise<BenefitIssuePage> {
    return this.issues.page(query);
  }

  @Get('tier-benefits/issues.csv')
  @RequirePermission(tiersPermissions.read)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'One line per gift; on record.' })
  async csv(@CurrentActor() actor: Operator, @Query() filter: BenefitIssuesFilter): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.issues.csv(actor, filter)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="tier-benefits.csv"',
    });
  }

  @Post('customers/:id/benefits/issues/:issueId/deliver')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.write)
  @ApiOkResponse({ type: BenefitIssue })
  async deliver(
    @Param() { id, issueId }: BenefitIssuePath,
    @Body() { reference = null, note = null }: BenefitHandover,
    @CurrentActor() actor: Operator,
  ): Promise<BenefitIssue> {
    const settlement = { customerId: id, issueId, status: 'delivered', reference, note } as const;
    return issueView(await this.handovers.settle(actor, settlement));
  }

  @Post('customers/:id/benefits/issues/:issueId/void')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.write)
  @ApiOkResponse({ type: BenefitIssue })
  async void(
    @Param() { id, issueId }: BenefitIssuePath,
    @Body() { note = null }: BenefitVoiding,
    @CurrentActor() actor: Operator,
  ): Promise<BenefitIssue> {
    const settlement = { customerId: id, issueId, status: 'void', reference: null, note } as const;
    return issueView(await this.handovers.settle(actor, settlement));
  }
}
