// One module, so that its errors are of the same classes.
export { ApiProblem } from "@lotview/shared/src/problem.ts";
export { barrier, connect, follow } from "../src/connect/connect.ts";
export { CannotSeal } from "../src/connect/seal.ts";
