import { createContext, useContext } from "react";
import type { Line } from "@lotview/shared/src/live-line.ts";

/** How the socket stands: while it is not live, a page asks for what it waits for. */
export const LineNow = createContext<Line>("connecting");

export const useLine = () => useContext(LineNow);
