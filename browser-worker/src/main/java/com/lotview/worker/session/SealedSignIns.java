package com.lotview.worker.session;

import com.lotview.kit.seal.Sealer;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.text.DealerTexts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Seals an owner's new session for its account. */
public final class SealedSignIns implements SignIns {
  private static final Logger LOG = LoggerFactory.getLogger(SealedSignIns.class);
  private static final String USER = "c_user";

  private final SignInStore store;
  private final Sealer sealer;
  private final JsonMapper json;

  public SealedSignIns(SignInStore store, Sealer sealer, JsonMapper json) {
    this.store = store;
    this.sealer = sealer;
    this.json = json;
  }

  @Override
  public boolean wanted(UUID dealershipId, UUID signInId) {
    return asFarAsKnown(() -> store.open(dealershipId, signInId));
  }

  @Override
  public boolean shown(UUID dealershipId, UUID signInId) {
    return asFarAsKnown(() -> store.shown(dealershipId, signInId));
  }

  private static boolean asFarAsKnown(Supplier<Boolean> question) {
    try {
      return question.get();
    } catch (SealedSessionStore.Unreachable e) {
      LOG.warn("The posting service does not answer for now: {}", e.toString());
      return true;
    }
  }

  @Override
  public Optional<UUID> ask(JobOrder order, String reason, Duration limit) {
    try {
      return Optional.of(store.ask(order.dealershipId(), order.fbAccountId(), reason, limit));
    } catch (SealedSessionStore.Unreachable e) {
      LOG.warn("Nobody can be asked for now: {}", e.toString());
      return Optional.empty();
    }
  }

  @Override
  public void failed(UUID dealershipId, UUID signInId, String why) {
    try {
      store.fail(dealershipId, signInId, why);
    } catch (SealedSessionStore.Unreachable e) {
      LOG.warn("A sign-in ends by its time alone: {}", e.toString());
    }
  }

  @Override
  public void keep(UUID dealershipId, UUID signInId, String cookies) {
    try {
      String user = user(cookies);
      UUID account = store.account(dealershipId, signInId, user);
      String sealed =
          sealer.seal(
              cookies.getBytes(StandardCharsets.UTF_8),
              SealedAccountSessions.context(dealershipId, account));
      store.complete(dealershipId, signInId, user, account, sealed);
    } catch (SealedSessionStore.Unreachable e) {
      LOG.warn("A session could not be kept: {}", e.toString());
      throw new Refused(DealerTexts.SESSION_NOT_KEPT);
    }
  }

  private String user(String cookies) {
    return json.readTree(cookies)
        .valueStream()
        .filter(cookie -> cookie.path("name").asString("").equals(USER))
        .map(cookie -> cookie.path("value").asString(""))
        .findFirst()
        .orElseThrow(() -> new Refused(DealerTexts.NO_USER));
  }
}
