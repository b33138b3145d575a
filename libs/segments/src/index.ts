export { rfmPermissions } from './rfm.permissions';
export { RfmAttemptsService } from './rfm-attempts.service';
export { RfmCustomersQueries } from './rfm-customers.queries';
export { rfmCompleted, type RfmCompleted } from './rfm-runs.events';
export { nightlyRfm } from './rfm-runs.jobs';
export { RfmRunsQueries } from './rfm-runs.queries';
export { RfmRunsService } from './rfm-runs.service';
export { RfmSettingsService } from './rfm-settings.service';
export { SegmentsModule } from './segments.module';
