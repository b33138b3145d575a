import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, AnswersProblems, CurrentActor, Idempotent, RequirePermission } from '@siyu/platform';
import {
  Customer,
  CustomerCreation,
  CustomerPath,
  CustomerUpdate,
  IdentityInput,
  IdentityPath,
  RevealedIdentities,
} from './customers.dto';
import { customersPermissions } from './customers.permissions';
import { CustomersQueries } from './customers.queries';
import { CustomersService } from './customers.service';
import { IdentitiesService } from './identities.service';

@ApiTags('customers')
@AnswersProblems()
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly identities: IdentitiesService,
    private readonly queries: CustomersQueries,
  ) {}

  @Post()
  @RequirePermission(customersPermissions.write)
  @Idempotent()
  @ApiCreatedResponse({ type: Customer })
  async create(@Body() body: CustomerCreation, @CurrentActor() actor: Actor): Promise<Customer> {
    return this.queries.get(await this.customers.create(actor, body));
  }

  @Get(':id')
  @RequirePermission(customersPermissions.read)
  @ApiOkResponse({ type: Customer })
  get(@Param() { id }: CustomerPath): Promise<Customer> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @RequirePermission(customersPermissions.write)
  @ApiOkResponse({ type: Customer })
  async update(
    @Param() { id }: CustomerPath,
    @Body() body: CustomerUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<Customer> {
    await this.customers.update(actor, id, body);
    return this.queries.get(id);
  }

  @Post(':id/identities')
  @RequirePermission(customersPermissions.write)
  @Idempotent()
  @ApiCreatedResponse({ type: Customer })
  async attach(
    @Param() { id }: CustomerPath,
    @Body() identity: IdentityInput,
    @CurrentActor() actor: Actor,
  ): Promise<Customer> {
    await this.identities.attach(actor, id, identity);
    return this.queries.get(id);
  }

  @Delete(':id/identities/:type/:value')
  @RequirePermission(customersPermissions.write)
  @ApiOkResponse({ type: Customer })
  async detach(@Param() { id, ...identity }: IdentityPath, @CurrentActor() actor: Actor): Promise<Customer> {
    await this.identities.detach(actor, id, identity);
    return this.queries.get(id);
  }

  @Post(':id/identities/reveal')
  @HttpCode(200)
  @RequirePermission(customersPermissions.reveal)
  @ApiOkResponse({ type: RevealedIdentities, description: 'The identities uncovered; the look is on record.' })
  async reveal(@Param() { id }: CustomerPath, @CurrentActor() actor: Actor): Promise<RevealedIdentities> {
    return { identities: await this.identities.reveal(actor, id) };
  }
}
