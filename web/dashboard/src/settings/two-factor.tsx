import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { twoFactor } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Once } from "../ui/once.tsx";
import { Button, Failure, Field, Panel, Rows } from "../ui/parts.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { useSay } from "../ui/toast.tsx";
import { meWords } from "./words.ts";

type Enrolment = Schemas["Enrolment"];

const again = () => queries.invalidateQueries({ queryKey: ["two-factor"] });

/** The own second factor: off, being set up, or on. */
export function TwoFactor() {
  const { t } = useText(meWords);
  const state = useQuery(twoFactor());
  const [codes, setCodes] = useState<string[]>();
  return (
    <Panel title={t("twoFactor.title")}>
      {state.isPending && <Rows count={1} />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />
      ) : (
        state.data !== undefined &&
        (state.data.on ? (
          <On left={state.data.recoveryCodesLeft} required={state.data.required} show={setCodes} />
        ) : (
          <Off required={state.data.required} show={setCodes} />
        ))
      )}
    </Panel>
  );
}

function Off({ required, show }: { required: boolean; show: (codes: string[]) => void }) {
  const { t } = useText(meWords);
  const { act, busy, error } = useAct();
  const [enrolment, setEnrolment] = useState<Enrolment>();

  function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    void act(async () => setEnrolment(await body(api.POST("/v1/auth/two-factor", { body: { password } }))));
  }

  function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).replaceAll(" ", "");
    void act(async () => {
      const { recoveryCodes } = await body(api.POST("/v1/auth/two-factor/confirmation", { body: { code } }));
      show(recoveryCodes);
      await again();
    });
  }

  if (enrolment === undefined) {
    return (
      <form onSubmit={begin} className="space-y-3">
        <p>
          <strong>{t("twoFactor.off")}</strong> {t(required ? "twoFactor.required" : "twoFactor.what")}
        </p>
        <Field label={t("me.current")} name="password" type="password" autoComplete="current-password" required maxLength={256} />
        {error !== undefined && <Failure error={error} />}
        <Button type="submit" disabled={busy}>
          {t("twoFactor.begin")}
        </Button>
      </form>
    );
  }
  return (
    <form key="confirm" onSubmit={confirm} className="space-y-3">
      <p>{t("twoFactor.scan")}</p>
      <QrCode text={enrolment.uri} label={t("twoFactor.qr")} />
      <p>{t("twoFactor.enter")}</p>
      <Once label={t("twoFactor.secret")} value={enrolment.secret} />
      <p>
        <a href={enrolment.uri} className="text-accent underline">
          {t("twoFactor.openApp")}
        </a>
      </p>
      <Field
        label={t("twoFactor.code")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={40}
        autoFocus
      />
      {error !== undefined && <Failure error={error} />}
      <div className="flex gap-2">
        <Button type="submit" kind="main" disabled={busy}>
          {t("twoFactor.confirm")}
        </Button>
        <Button onClick={() => setEnrolment(undefined)}>{t("ask.leave")}</Button>
      </div>
    </form>
  );
}

function On({ left, required, show }: { left: number; required: boolean; show: (codes: string[]) => void }) {
  const { t, number } = useText(meWords);
  const say = useSay();
  const { act, busy, error } = useAct();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const shown = event.currentTarget;
    const form = new FormData(shown);
    const proof = { password: String(form.get("password")), code: String(form.get("code")).trim() };
    const what = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value");
    void act(async () => {
      if (what === "off") {
        await api.POST("/v1/auth/two-factor/off", { body: proof });
        say(t("twoFactor.isOff"));
      } else {
        const { recoveryCodes } = await body(api.POST("/v1/auth/two-factor/recovery-codes", { body: proof }));
        show(recoveryCodes);
      }
      shown.reset();
      await again();
    });
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <p>
        <strong className="text-good">{t("twoFactor.on")}</strong>{" "}
        <span className={left < 3 ? "text-warn" : ""}>{t("twoFactor.left", { count: number(left) })}</span>
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("me.current")} name="password" type="password" autoComplete="current-password" required maxLength={256} />
        <Field label={t("twoFactor.appCode")} name="code" autoComplete="one-time-code" required maxLength={40} />
      </div>
      {error !== undefined && <Failure error={error} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" value="codes" disabled={busy}>
          {t("twoFactor.newCodes")}
        </Button>
        {!required && (
          <Button type="submit" value="off" kind="danger" disabled={busy}>
            {t("twoFactor.turnOff")}
          </Button>
        )}
      </div>
      {required && <p className="text-xs text-soft">{t("twoFactor.mustStay")}</p>}
    </form>
  );
}

function RecoveryCodes({ codes, close }: { codes: string[]; close: () => void }) {
  const { t } = useText(meWords);
  return (
    <div className="space-y-3">
      <p role="status" className="font-medium">
        {t("twoFactor.keepCodes")}
      </p>
      <Once label={t("twoFactor.codes")} value={codes.join("\n")} />
      <Button kind="main" onClick={close}>
        {t("once.kept")}
      </Button>
    </div>
  );
}
