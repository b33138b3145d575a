import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, PageQuery, RequirePermission } from '@siyu/platform';
import { pointsPermissions } from '../points.permissions';
import { CalendarsQueries } from './calendars.queries';
import { CalendarPath, CalendarQuery, ExpiryCalendar, ExpiryDayCustomerPage, PointsLiability } from './expiry.dto';
import { LiabilitiesService } from './liabilities.service';

/** What the house owes in points, and when it ends. */
@ApiTags('points')
@AnswersProblems()
@Controller('points')
export class ExpiryController {
  constructor(
    private readonly liabilities: LiabilitiesService,
    private readonly calendars: CalendarsQueries,
  ) {}

  @Get('liability')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: PointsLiability })
  liability(): Promise<PointsLiability> {
    return this.liabilities.liability();
  }

  @Get('expiry-calendar')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: ExpiryCalendar })
  calendar(@Query() { from, to }: CalendarQuery): Promise<ExpiryCalendar> {
    return this.calendars.days(from, to);
  }

  @Get('expiry-calendar/:day/customers')
  @RequirePermission(pointsPermissions.read)
  @ApiOkResponse({ type: ExpiryDayCustomerPage })
  customers(@Param() { day }: CalendarPath, @Query() { limit, cursor }: PageQuery): Promise<ExpiryDayCustomerPage> {
    return this.calendars.customers(day, limit, cursor);
  }
}
