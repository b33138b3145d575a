export { createApiClient, dataOf, type ApiClient, type ApiClientOptions } from './client';
export { ApiProblem, type FieldError } from './problem';
export type { components, operations, paths } from './schema';
