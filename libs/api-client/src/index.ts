export { createApiClient, dataOf, type ApiClient, type ApiClientOptions, type ApiPaths } from './client';
export { ApiProblem, type FieldError } from './problem';
export type { components, operations, paths } from './schema';
