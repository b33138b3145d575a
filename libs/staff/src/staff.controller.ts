import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnswersProblems,
  CurrentActor,
  type Operator,
  RequirePermission,
  SignedIn as ForSignedIn,
} from '@siyu/platform';
import {
  CreatedStaff,
  InitialPassword,
  Staff,
  StaffCreation,
  StaffNames,
  StaffPage,
  StaffPath,
  StaffQuery,
  StaffUpdate,
} from './staff.dto';
import { staffPermissions } from './staff.permissions';
import { StaffQueries } from './staff.queries';
import { StaffService } from './staff.service';

@ApiTags('staff')
@AnswersProblems()
@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly queries: StaffQueries,
  ) {}

  @Get()
  @RequirePermission(staffPermissions.read)
  @ApiOkResponse({ type: StaffPage })
  list(@Query() query: StaffQuery): Promise<StaffPage> {
    return this.queries.list(query);
  }

  /** Who did something is for every colleague to see, their accounts are not. */
  @Get('names')
  @ForSignedIn()
  @ApiOkResponse({ type: StaffNames })
  async names(): Promise<StaffNames> {
    return { items: await this.queries.names() };
  }

  @Get(':id')
  @RequirePermission(staffPermissions.read)
  @ApiOkResponse({ type: Staff })
  get(@Param() { id }: StaffPath): Promise<Staff> {
    return this.queries.get(id);
  }

  @Post()
  @RequirePermission(staffPermissions.manage)
  @ApiCreatedResponse({ type: CreatedStaff })
  async create(@Body() body: StaffCreation, @CurrentActor() actor: Operator): Promise<CreatedStaff> {
    const { staffId, ...made } = await this.staff.create(actor, body);
    return { staff: await this.queries.get(staffId), ...made };
  }

  @Patch(':id')
  @RequirePermission(staffPermissions.manage)
  @ApiOkResponse({ type: Staff })
  async update(@Param() { id }: StaffPath, @Body() body: StaffUpdate, @CurrentActor() actor: Operator): Promise<Staff> {
    await this.staff.update(actor, id, body);
    return this.queries.get(id);
  }

  @Post(':id/password-reset')
  @RequirePermission(staffPermissions.manage)
  @HttpCode(200)
  @ApiOkResponse({ type: InitialPassword })
  async resetPassword(@Param() { id }: StaffPath, @CurrentActor() actor: Operator): Promise<InitialPassword> {
    return { initialPassword: await this.staff.resetPassword(actor, id) };
  }

  @Post(':id/unlock')
  @RequirePermission(staffPermissions.manage)
  @HttpCode(200)
  @ApiOkResponse({ type: Staff })
  async unlock(@Param() { id }: StaffPath, @CurrentActor() actor: Operator): Promise<Staff> {
    await this.staff.unlock(actor, id);
    return this.queries.get(id);
  }
}
