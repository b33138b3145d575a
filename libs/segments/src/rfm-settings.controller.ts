import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersProblems, CurrentActor, PageQuery, RequirePermission, type Operator } from '@siyu/platform';
import { segmentsOf } from './domain/schemes';
import { schemeTemplates } from './domain/templates';
import { rfmPermissions } from './rfm.permissions';
import { RfmTemplates } from './rfm-schemes.dto';
import { RfmSettingsChange, RfmSettingsPage, RfmSettingsView, settingsView } from './rfm-settings.dto';
import { RfmSettingsService } from './rfm-settings.service';

@ApiTags('rfm')
@AnswersProblems()
@Controller('rfm')
export class RfmSettingsController {
  constructor(private readonly settings: RfmSettingsService) {}

  @Get('settings')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmSettingsView })
  async current(): Promise<RfmSettingsView> {
    return settingsView(await this.settings.current());
  }

  @Put('settings')
  @RequirePermission(rfmPermissions.manage)
  @ApiOkResponse({ type: RfmSettingsView })
  async replace(@CurrentActor() actor: Operator, @Body() change: RfmSettingsChange): Promise<RfmSettingsView> {
    const { version, segments: _, authorId: __, createdAt: ___, ...sent } = change;
    return settingsView(await this.settings.replace(actor, sent, version));
  }

  @Get('settings/versions')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmSettingsPage })
  async versions(@Query() { limit, cursor }: PageQuery): Promise<RfmSettingsPage> {
    const { items, nextCursor } = await this.settings.versions(limit, cursor);
    return { items: items.map(settingsView), nextCursor };
  }

  @Get('templates')
  @RequirePermission(rfmPermissions.read)
  @ApiOkResponse({ type: RfmTemplates })
  templates(): RfmTemplates {
    return { items: schemeTemplates.map((template) => ({ ...template, segments: segmentsOf(template.scheme) })) };
  }
}
