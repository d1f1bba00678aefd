package com.lotview.sandbox.control;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Faces;
import com.lotview.sandbox.variant.Mutated;
import com.lotview.sandbox.variant.Mutations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mutates the form, and lists the mutations. */
final class MutationControl {
  private final Accounts accounts;
  private final Mutations mutations;
  private final Faces faces;

  /** The body of POST /__mutations. */
  record Order(@Nullable Long seed, @Nullable String account) {}

  MutationControl(Accounts accounts, Mutations mutations, Faces faces) {
    this.accounts = accounts;
    this.mutations = mutations;
    this.faces = faces;
  }

  Response mutate(Request request) throws IOException {
    Order order = Json.read(request.text(), Order.class);
    if (order.seed() == null) {
      throw new BadRequest("seed is needed; 0 for none");
    }
    mutations.mutate(order.account(), order.seed());
    return tell(order.account());
  }

  Response show(Request request) {
    return tell(request.query("account").orElse(null));
  }

  Response clear(Request request) {
    mutations.clear();
    return Response.empty();
  }

  private Response tell(@Nullable String id) {
    @Nullable Account account = id == null ? null : accounts.find(id).orElse(null);
    if (id != null && account == null) {
      return Response.json(404, Map.of("error", "no such account"));
    }
    Mutated mutated = faces.mutated(account);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("account", id);
    answer.put("variant", faces.variantOf(account));
    answer.put("seed", mutated.seed());
    answer.put("changes", mutated.changes());
    answer.put("postable", mutated.postable());
    answer.put("missing", mutated.missing());
    answer.put("absent", mutated.absent());
    return Response.json(200, answer);
  }
}
