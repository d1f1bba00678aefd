import type { components } from "@lotview/client/src/generated.js";

export type ProblemBody = components["schemas"]["Problem"];

/** An answer of the API that is an error (RFC 9457), or no answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody | undefined;
  /** Seconds after which another try may be granted. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, body?: ProblemBody, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** Nobody answered: no network, or no server. */
  get unanswered(): boolean {
    return this.status === 0;
  }
}

/** Whether the same question may be answered soon: what was answered before stays on the screen until then. */
export const passes = (error: unknown) => error instanceof ApiProblem && (error.unanswered || error.status >= 500);

export async function problemOf(answer: Response): Promise<ApiProblem> {
  const retryAfter = Number(answer.headers.get("Retry-After")) || undefined;
  try {
    const body = (await answer.json()) as ProblemBody;
    return new ApiProblem(answer.status, body.code, body.detail, body, retryAfter);
  } catch {
    return new ApiProblem(answer.status, "HTTP_" + answer.status, answer.statusText, undefined, retryAfter);
  }
}
