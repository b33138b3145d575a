import { createApiClient } from '@siyu/api-client';
import { accessToken, BASE_URL, refreshAccess } from './session/access';

export { ApiProblem, dataOf } from '@siyu/api-client';

/** The one door to the server. Calls answer with data or throw an ApiProblem. */
export const api = createApiClient({
  baseUrl: BASE_URL,
  getAccessToken: accessToken,
  onUnauthenticated: refreshAccess,
});
