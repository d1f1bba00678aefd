import type { components, paths } from "@lotview/client/src/generated.js";
import createClient from "openapi-fetch";
import { ApiProblem, problemOf } from "@lotview/shared/src/problem.ts";
import { accessToken, refresh } from "./session.ts";

export type Schemas = components["schemas"];
export type Vehicle = Schemas["VehicleAnswer"];
export type Posting = Schemas["PostingResponse"];
export type PostingStatus = Posting["status"];

async function send(request: Request): Promise<Response> {
  const bearer = accessToken();
  const signed = new Request(request);
  if (bearer !== undefined) {
    signed.headers.set("Authorization", "Bearer " + bearer);
  }
  try {
    return await fetch(signed);
  } catch {
    throw new ApiProblem(0, "NO_ANSWER", "LotView does not answer");
  }
}

/** Sends with the tab's token; one that has ended is renewed, and the request is sent once more. */
async function sendSigned(request: Request): Promise<Response> {
  const again = request.clone();
  let answer = await send(request);
  if (answer.status === 401 && (await refresh())) {
    answer = await send(again);
  }
  if (!answer.ok && answer.status !== 304) {
    throw await problemOf(answer);
  }
  return answer;
}

/** The API of the server that served this page. Every answer that is an error is thrown as {@link ApiProblem}. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sendSigned });

/** The body of an answer that has one. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new ApiProblem(0, "NO_BODY", "The answer was empty");
  }
  return data;
}
