// One module, so that errors of the test are those that orders know.
export { ApiProblem } from "@lotview/shared/src/problem.ts";
export * from "../src/post/orders.ts";
