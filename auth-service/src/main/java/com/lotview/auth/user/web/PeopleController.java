package com.lotview.auth.user.web;

import com.lotview.auth.user.PersonName;
import com.lotview.auth.user.Users;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The names of a dealership's people, for services that show who did something. */
@RestController
class PeopleController {
  private final Users users;

  PeopleController(Users users) {
    this.users = users;
  }

  /** Names of all people. */
  record People(List<PersonName> data) {}

  @GetMapping("/internal/dealerships/{id}/people")
  Mono<People> people(@PathVariable UUID id) {
    return users.names(id).map(People::new);
  }
}
