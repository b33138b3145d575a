import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessChanges } from './access-changes';
import { ApiKeysController } from './api-keys.controller';
import { ApiKeysReader } from './api-keys.reader';
import { ApiKeysService } from './api-keys.service';
import { ApiKeysStore } from './api-keys.store';
import { AuditController } from './audit.controller';
import { AuditQueries } from './audit.queries';
import { AttemptsService } from './attempts.service';
import { AuthController } from './auth.controller';
import { CredentialsService } from './credentials.service';
import { FirstAdministratorService } from './first-administrator.service';
import { OwnPasswordService } from './own-password.service';
import { PasswordsService } from './passwords.service';
import { RolesController } from './roles.controller';
import { SessionsService } from './sessions.service';
import { SessionsStore } from './sessions.store';
import { SignInsService } from './sign-ins.service';
import { SignOutsService } from './sign-outs.service';
import { StaffController } from './staff.controller';
import { StaffApiKeyRow, StaffRow, StaffSessionRow, StaffThrottleRow } from './staff.entities';
import { StaffJobs } from './staff.jobs';
import { StaffQueries } from './staff.queries';
import { StaffService } from './staff.service';
import { StaffStore } from './staff.store';
import { StaffTokensReader } from './staff-tokens.reader';
import { ThrottlesStore } from './throttles.store';
import { TokensService } from './tokens.service';

@Module({
  imports: [TypeOrmModule.forFeature([StaffRow, StaffSessionRow, StaffApiKeyRow, StaffThrottleRow])],
  controllers: [AuthController, StaffController, RolesController, ApiKeysController, AuditController],
  providers: [
    AccessChanges,
    ApiKeysReader,
    ApiKeysService,
    ApiKeysStore,
    AttemptsService,
    AuditQueries,
    CredentialsService,
    FirstAdministratorService,
    OwnPasswordService,
    PasswordsService,
    SessionsService,
    SessionsStore,
    SignInsService,
    SignOutsService,
    StaffJobs,
    StaffQueries,
    StaffService,
    StaffStore,
    StaffTokensReader,
    ThrottlesStore,
    TokensService,
  ],
})
export class StaffModule {}
