import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, RequirePermission, type Operator } from '@siyu/platform';
import { tiersPermissions } from '../tiers.permissions';
import { aboveOf, proofView, settlementView, ValueProof, ValueProofRequest, ValueSettlement } from './settlements.dto';
import { SettlementsService } from './settlements.service';
import { ValueProofsQueries } from './value-proofs.queries';
import { ValueLedgerPath } from './value-rules.dto';

const CUSTOMERS_PER_PROOF = 20_000;

/** Value ledgers as a whole: brought up to date, and proved. */
@ApiTags('tiers')
@AnswersProblems()
@Controller('values')
export class SettlementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly proofs: ValueProofsQueries,
  ) {}

  @Post('verify')
  @HttpCode(200)
  @RequirePermission(tiersPermissions.manage)
  @ApiOkResponse({ type: ValueProof })
  async verify(@Body() request: ValueProofRequest): Promise<ValueProof> {
    const { ledger, customers = CUSTOMERS_PER_PROOF } = request;
    return proofView(await this.proofs.prove(ledger, aboveOf(request), customers));
  }

  @Post(':ledger/settle')
  @HttpCode(202)
  @RequirePermission(tiersPermissions.manage)
  @ApiAcceptedResponse({ type: ValueSettlement })
  async settle(@Param() { ledger }: ValueLedgerPath, @CurrentActor() actor: Operator): Promise<ValueSettlement> {
    return settlementView(await this.settlements.ask(actor, ledger));
  }

  @Get(':ledger/settlement')
  @RequirePermission(tiersPermissions.read)
  @ApiOkResponse({ type: ValueSettlement, description: 'The last one, or the one under way.' })
  async latest(@Param() { ledger }: ValueLedgerPath): Promise<ValueSettlement> {
    return settlementView(await this.settlements.latest(ledger));
  }
}
