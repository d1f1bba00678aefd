import type { components, paths } from "@lotview/client/src/generated.js";
import { ApiProblem, problemOf } from "@lotview/shared/src/problem.ts";
import createClient, { type Client } from "openapi-fetch";
import { accessToken, refresh } from "./token.ts";

export type Schemas = components["schemas"];
export type Vehicle = Schemas["VehicleAnswer"];
export type Posting = Schemas["PostingResponse"];
export type Api = Client<paths>;

/** The API of a server. Every answer that is an error is thrown as {@link ApiProblem}. */
export const apiOf = (server: string): Api =>
  createClient<paths>({ baseUrl: server, fetch: (request) => sendSigned(server, request) });

/** Sends with the token; one that has ended is renewed, and the request is sent once more. */
async function sendSigned(server: string, request: Request): Promise<Response> {
  const again = request.clone();
  let token = await accessToken();
  if (token === undefined && (await refresh(server, undefined))) {
    token = await accessToken();
  }
  let answer = await send(request, token);
  if (answer.status === 401 && (await refresh(server, token))) {
    answer = await send(again, await accessToken());
  }
  if (!answer.ok && answer.status !== 304) {
    throw await problemOf(answer);
  }
  return answer;
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  const signed = new Request(request, { credentials: "omit" });
  if (token !== undefined) {
    signed.headers.set("Authorization", "Bearer " + token);
  }
  try {
    return await fetch(signed);
  } catch {
    throw new ApiProblem(0, "NO_ANSWER", "LotView does not answer");
  }
}

/** The body of an answer that has one. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new ApiProblem(0, "NO_BODY", "The answer was empty");
  }
  return data;
}
