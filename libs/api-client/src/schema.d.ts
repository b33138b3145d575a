/** Stands in until the generator writes this file from openapi.json; the generator overwrites it whole. */
interface Json<T> {
  headers: { [name: string]: unknown };
  content: { 'application/json': T };
}
interface Nothing {
  headers: { [name: string]: unknown };
  content?: never;
}
type Query<T> = { query?: T; header?: never; path?: never; cookie?: never };
type InPath<T> = { query?: never; header?: never; path: T; cookie?: never };
type Get<Q, R> = { parameters: Query<Q>; requestBody?: never; responses: { 200: Json<R> } };
type Post<B, R> = {
  parameters: Query<never>;
  requestBody: { content: { 'application/json': B } };
  responses: { 200: Json<R> };
};

type RoleCode = 'administrator' | 'community-operator' | 'membership-operator' | 'service-staff' | 'analyst';

interface SignedInStaff {
  id: string;
  email: string;
  displayName: string;
  role: RoleCode;
  permissions: string[];
}
interface SignedIn {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
  staff: SignedInStaff;
}
interface Staff {
  id: string;
  email: string;
  displayName: string;
  role: RoleCode;
  status: 'active' | 'disabled';
  lockedUntil: string | null;
  lastSignInAt: string | null;
  createdAt: string;
}

export interface components {
  schemas: { SignedIn: SignedIn; SignedInStaff: SignedInStaff; Staff: Staff };
}
export type operations = Record<string, never>;

export interface paths {
  '/auth/sign-in': { post: Post<{ email: string; password: string }, SignedIn> };
  '/auth/refresh': { post: Post<{ refreshToken?: string }, SignedIn> };
  '/auth/sign-out': { post: { parameters: Query<never>; requestBody?: never; responses: { 204: Nothing } } };
  '/auth/me': { get: Get<never, SignedInStaff> };
  '/auth/password': {
    post: {
      parameters: Query<never>;
      requestBody: { content: { 'application/json': { currentPassword: string; newPassword: string } } };
      responses: { 204: Nothing };
    };
  };
  '/staff': {
    get: Get<{ limit?: number; cursor?: string; q?: string }, { items: Staff[]; nextCursor: string | null }>;
    post: Post<
      { email: string; displayName: string; role: RoleCode; password?: string },
      { staff: Staff; initialPassword?: string | null }
    >;
  };
  '/staff/{id}': {
    patch: {
      parameters: InPath<{ id: string }>;
      requestBody: {
        content: {
          'application/json': { displayName?: string; role?: RoleCode; status?: 'active' | 'disabled' };
        };
      };
      responses: { 200: Json<Staff> };
    };
  };
  '/staff/{id}/password-reset': {
    post: {
      parameters: InPath<{ id: string }>;
      requestBody?: never;
      responses: { 200: Json<{ initialPassword: string }> };
    };
  };
  '/staff/{id}/unlock': {
    post: { parameters: InPath<{ id: string }>; requestBody?: never; responses: { 200: Json<Staff> } };
  };
  '/roles': { get: Get<never, { items: { code: RoleCode; permissions: string[] }[] }> };
  '/customers': {
    get: Get<
      { limit?: number; cursor?: string; q?: string },
      { items: { id: string; displayName: string }[]; nextCursor: string | null }
    >;
  };
}
