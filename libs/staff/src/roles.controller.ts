import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, SignedIn } from '@siyu/platform';
import { permissionsOf, ROLES } from './domain/roles';
import { RoleList } from './staff.dto';

@ApiTags('staff')
@AnswersProblems()
@Controller('roles')
export class RolesController {
  @Get()
  @SignedIn()
  @ApiOkResponse({ type: RoleList })
  list(): RoleList {
    return { items: ROLES.map((code) => ({ code, permissions: permissionsOf(code) })) };
  }
}
