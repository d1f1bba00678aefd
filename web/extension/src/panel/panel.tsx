import { useEffect, useState } from "preact/hooks";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { apiOf, body } from "../session/api.ts";
import { allowed, server } from "../session/server.ts";
import { onToken } from "../session/token.ts";
import { useAnswer } from "./answer.ts";
import { AllowServer, SignIn, TypeServer } from "./gate.tsx";
import { Lot } from "./lot.tsx";
import { Failure, Loading } from "./parts.tsx";

/** The panel: first what stands before the work (address, consent, sign-in), then the work. */
export function Panel() {
  const place = useAnswer(async () => {
    const origin = await server();
    return { origin, granted: origin !== undefined && (await allowed(origin)) };
  }, []);
  if (place.data === undefined) {
    return <Loading />;
  }
  const { origin, granted } = place.data;
  return origin === undefined ? (
    <TypeServer then={place.again} />
  ) : granted ? (
    <SignedIn server={origin} />
  ) : (
    <AllowServer server={origin} then={place.again} />
  );
}

function SignedIn({ server }: { server: string }) {
  const [api] = useState(() => apiOf(server));
  const me = useAnswer(() => body(api.GET("/v1/auth/me")), [server]);
  // Another person may have signed in meanwhile.
  useEffect(() => onToken(me.again), []);
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    return <SignIn server={server} then={me.again} />;
  }
  if (me.data === undefined) {
    return me.error === undefined ? <Loading /> : <Failure error={me.error} again={me.again} />;
  }
  return <Lot place={{ server, api, me: me.data }} />;
}
