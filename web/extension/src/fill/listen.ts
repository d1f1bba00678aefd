import { listen } from "./answer.ts";

listen();
