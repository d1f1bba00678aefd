import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { type ReactNode, StrictMode, Suspense, lazy, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/queries.ts";
import { mayBeSignedIn, onSession, refresh } from "./api/session.ts";
import { mailedLink } from "./session/mailed-link.ts";
import { sessionWords } from "./session/words.ts";
import { preloadPage, router } from "./shell/router.tsx";
import { shellWords } from "./shell/words.ts";
import "./styles.css";
import { SpokenText } from "./text/text.tsx";
import { language, withWords } from "./text/words.ts";
import { Failure } from "./ui/parts.tsx";
import { showTheme } from "./ui/theme.ts";

// Styles that a library makes at run time carry the nonce of this view of the page.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) {
  setNonce(nonce);
}
showTheme();

// After a new version was installed, an old tab asks for parts that are gone.
window.addEventListener("vite:preloadError", () => {
  // Without a network they are only out of reach, and the page would be lost.
  if (navigator.onLine && sessionStorage.getItem("lotview-reloaded") === null) {
    sessionStorage.setItem("lotview-reloaded", "1");
    location.reload();
  }
});

// Not waited for: what is shown first waits for it.
shellWords.load(language()).catch(() => undefined);
if (mayBeSignedIn()) {
  // The page's own part comes while the session is asked for.
  preloadPage();
}

const ChoosePassword = lazy(
  withWords(async () => ({ default: (await import("./session/choose-password.tsx")).ChoosePassword }), sessionWords),
);
const SignIn = lazy(withWords(async () => ({ default: (await import("./session/sign-in.tsx")).SignIn }), sessionWords));

type Session = "unknown" | "in" | "out";

const mailed = mailedLink();

function App() {
  const [session, setSession] = useState<Session>("unknown");
  const [error, setError] = useState<unknown>();
  const [link, setLink] = useState(mailed);

  function look() {
    setError(undefined);
    if (!mayBeSignedIn()) {
      setSession("out");
      return;
    }
    refresh().then((signedIn) => setSession(signedIn ? "in" : "out"), setError);
  }

  useEffect(() => {
    const end = onSession((signedIn) => {
      setSession(signedIn ? "in" : "out");
      if (signedIn) {
        setLink(undefined);
      } else {
        queries.clear();
      }
    });
    // The person of a mail may be another one than the last of this browser.
    if (mailed === undefined) {
      look();
    }
    return () => void end();
  }, []);

  if (link !== undefined) {
    return (
      <Alone>
        <ChoosePassword
          link={link}
          close={() => {
            setLink(undefined);
            look();
          }}
        />
      </Alone>
    );
  }
  if (error !== undefined) {
    return (
      <Alone>
        <Failure error={error} retry={look} />
      </Alone>
    );
  }
  switch (session) {
    case "unknown":
      return null;
    case "in":
      return <RouterProvider router={router} />;
    case "out":
      return (
        <Alone>
          <SignIn />
        </Alone>
      );
  }
}

/** What is shown without the shell. Nothing is, until its sentences are there. */
function Alone({ children }: { children: ReactNode }) {
  return (
    <SpokenText zone={undefined}>
      <Suspense>{children}</Suspense>
    </SpokenText>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
