import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '@siyu/platform';
import { AccessChanges } from './access-changes';
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
import { StaffAuthenticator } from './staff.authenticator';
import { StaffController } from './staff.controller';
import { StaffRow, StaffSessionRow, StaffThrottleRow } from './staff.entities';
import { StaffJobs } from './staff.jobs';
import { StaffQueries } from './staff.queries';
import { StaffService } from './staff.service';
import { StaffStore } from './staff.store';
import { ThrottlesStore } from './throttles.store';
import { TokensService } from './tokens.service';

/** Global, because it tells every route who is calling. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StaffRow, StaffSessionRow, StaffThrottleRow])],
  controllers: [AuthController, StaffController, RolesController, AuditController],
  providers: [
    AccessChanges,
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
    StaffAuthenticator,
    StaffJobs,
    StaffQueries,
    StaffService,
    StaffStore,
    ThrottlesStore,
    TokensService,
    { provide: Authenticator, useExisting: StaffAuthenticator },
  ],
  exports: [Authenticator],
})
export class StaffModule {}
