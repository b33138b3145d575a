import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, type Operator, RequirePermission } from '@siyu/platform';
import {
  ApiKeyCreation,
  ApiKeyPage,
  ApiKeyPath,
  ApiKeyQuery,
  CreatedApiKey,
  GrantablePermissions,
} from './api-keys.dto';
import { ApiKeysService } from './api-keys.service';
import { GRANTABLE } from './domain/api-keys';
import { staffPermissions } from './staff.permissions';

@ApiTags('staff')
@AnswersProblems()
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @RequirePermission(staffPermissions.read)
  @ApiOkResponse({ type: ApiKeyPage })
  list(@Query() query: ApiKeyQuery): Promise<ApiKeyPage> {
    return this.apiKeys.list(query);
  }

  @Get('permissions')
  @RequirePermission(staffPermissions.read)
  @ApiOkResponse({ type: GrantablePermissions })
  permissions(): GrantablePermissions {
    return { items: [...GRANTABLE] };
  }

  @Post()
  @RequirePermission(staffPermissions.manage)
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: CreatedApiKey })
  create(@Body() body: ApiKeyCreation, @CurrentActor() actor: Operator): Promise<CreatedApiKey> {
    return this.apiKeys.create(actor, body);
  }

  /** Revokes the key; it opens nothing from now on. */
  @Delete(':id')
  @RequirePermission(staffPermissions.manage)
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(@Param() { id }: ApiKeyPath, @CurrentActor() actor: Operator): Promise<void> {
    return this.apiKeys.revoke(actor, id);
  }
}
