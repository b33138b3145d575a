/** One wrong field of a request; `pointer` is a JSON pointer into the body (`/identities/0/value`). */
export interface FieldError {
  pointer: string;
  message: string;
}

interface ProblemFields {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: FieldError[];
  requestId: string | null;
  extra: Record<string, unknown>;
}

/**
 * Every failure of an API call, after RFC 9457. Screens choose their words by `code`; `detail` is the server's own
 * sentence and `requestId` is what a person can hand to support.
 */
export class ApiProblem extends Error implements ProblemFields {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly requestId: string | null;
  readonly extra: Record<string, unknown>;

  constructor(fields: Partial<ProblemFields> & Pick<ProblemFields, 'status' | 'code'>, options?: ErrorOptions) {
    super(fields.detail || fields.title || fields.code, options);
    this.name = 'ApiProblem';
    this.status = fields.status;
    this.code = fields.code;
    this.title = fields.title ?? '';
    this.detail = fields.detail ?? '';
    this.errors = fields.errors ?? [];
    this.requestId = fields.requestId ?? null;
    this.extra = fields.extra ?? {};
  }

  /** The request never got an answer: no network, no server, or a blocked connection. */
  static unreachable(cause: unknown): ApiProblem {
    return new ApiProblem(
      { status: 0, code: 'network.unreachable', title: 'The server can not be reached' },
      { cause },
    );
  }

  /** Reads the problem document of a failed response; tolerates bodies that are none, such as a proxy's error page. */
  static async fromResponse(response: Response): Promise<ApiProblem> {
    const body = await readObject(response);
    return new ApiProblem({
      status: response.status,
      code: text(body.code) ?? `http.${response.status}`,
      title: text(body.title) ?? response.statusText,
      detail: text(body.detail) ?? '',
      errors: Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
      requestId: text(body.requestId) ?? response.headers.get('x-request-id'),
      extra: isObject(body.extra) ? body.extra : {},
    });
  }
}

async function readObject(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isFieldError(value: unknown): value is FieldError {
  return isObject(value) && typeof value.pointer === 'string' && typeof value.message === 'string';
}
