import { ApiProblem, type ProblemBody } from "@lotview/shared/src/problem.ts";
import { accessToken, refresh } from "./session.ts";

/** Sends one file as multipart, and tells the part of it that is sent (0 to 1): fetch cannot. */
export async function upload<T>(path: string, file: Blob, name: string, progress: (part: number) => void): Promise<T> {
  try {
    return await once<T>(path, file, name, progress);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401 && (await refresh())) {
      return await once<T>(path, file, name, progress);
    }
    throw error;
  }
}

function once<T>(path: string, file: Blob, name: string, progress: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Authorization", "Bearer " + (accessToken() ?? ""));
    request.upload.onprogress = (event) => progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiProblem(0, "NO_ANSWER", "LotView does not answer"));
    request.onload = () =>
      request.status < 300 ? resolve(JSON.parse(request.responseText) as T) : reject(problemOf(request));
    const form = new FormData();
    form.append("file", file, name);
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): ApiProblem {
  const retryAfter = Number(request.getResponseHeader("Retry-After")) || undefined;
  try {
    const body = JSON.parse(request.responseText) as ProblemBody;
    return new ApiProblem(request.status, body.code, body.detail, body, retryAfter);
  } catch {
    return new ApiProblem(request.status, "HTTP_" + request.status, request.statusText, undefined, retryAfter);
  }
}
