package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** One named operation of the GraphQL endpoint, for a signed-in account. */
@FunctionalInterface
interface Operation {
  Response run(Account account, ObjectNode variables) throws IOException;
}
