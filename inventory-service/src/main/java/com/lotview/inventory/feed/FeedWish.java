package com.lotview.inventory.feed;

import com.lotview.inventory.imports.Missing;
import com.lotview.kit.error.RefusalException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a person wants for a feed; null leaves a setting unchanged.
 *
 * @param url its address; checked here
 * @param login the login at its server; {@link LoginWish#NONE} removes it
 */
public record FeedWish(
    @Nullable String name,
    @Nullable URI url,
    @Nullable LoginWish login,
    @Nullable Schedule schedule,
    @Nullable Missing missing,
    @Nullable Boolean relist,
    @Nullable Boolean active) {

  public FeedWish {
    if (url != null && !isAddress(url)) {
      throw RefusalException.invalid("url", "must be an http or https address without a user name");
    }
  }

  private static boolean isAddress(URI url) {
    return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getUserInfo() == null;
  }

  /** Whether its server differs from the feed's; a different server must not get the login. */
  boolean leadsElsewhere(Feed feed) {
    URI from = feed.url();
    return url != null
        && from != null
        && !(url.getScheme().equalsIgnoreCase(from.getScheme())
            && url.getRawAuthority().equalsIgnoreCase(from.getRawAuthority()));
  }

  Feed.Rules rules(Feed.Rules now) {
    return new Feed.Rules(
        missing == null ? now.missing() : missing, relist == null ? now.relist() : relist);
  }

  /**
   * A login with its secret.
   *
   * @param name user, or name of the header
   */
  public record LoginWish(Feed.Login.Kind kind, String name, String secret) {
    /** No login. */
    public static final LoginWish NONE = new LoginWish(Feed.Login.Kind.BASIC, "", "");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Set<String> OURS =
        Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "upgrade",
            "trailer",
            "expect",
            "accept",
            "accept-encoding",
            "if-none-match",
            "if-modified-since",
            "user-agent");

    /** Refuses a user with a colon, and a header that the connection needs. */
    public LoginWish checked() {
      boolean fits =
          kind == Feed.Login.Kind.HEADER
              ? HEADER.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT))
              : name.indexOf(':') < 0;
      if (!fits) {
        throw RefusalException.invalid("login.name", "cannot be sent");
      }
      return this;
    }

    @Override
    public String toString() {
      return "LoginWish[" + kind + "]";
    }
  }
}
